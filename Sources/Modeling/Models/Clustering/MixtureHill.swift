import Computation

/// Where a mixture's climb has ended: its parameters, and the shares that they give the rows.
struct MixtureHill: Sendable {
  let state: MixtureState
  let expectation: MixtureExpectation
  let iterations: Int
  let converged: Bool

  /// Σ ln p(x), in nats.
  var logLikelihood: Double { expectation.logLikelihood }
}
