import Computation

/// Where a mixture's climb has ended: its parameters, and the shares that they give the rows.
struct MixtureHill: Sendable {
  let state: MixtureState
  let expectation: MixtureExpectation
  let iterations: Int
  let converged: Bool

  /// Σ ln p(x), in nats.
  var logLikelihood: Double { expectation.logLikelihood }

  /// Components that hold hardly more rows than a point each way, or are as thin as the regularisation lets them be in one
  /// direction: rows that are equal in a column, or lie in a plane (Day 1969).
  func spikes(regularisation: Double, _ rows: Int) -> Int {
    state.weights.indices.count { component in
      let covariance = state.covariances[component]
      guard state.weights[component] * Double(rows) >= Double(2 * (covariance.rows + 1)),
        let factor = try? Cholesky(covariance)
      else { return true }
      return (0..<covariance.rows).contains { factor.lower[$0, $0] * factor.lower[$0, $0] <= 10 * regularisation }
    }
  }
}
