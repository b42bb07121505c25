import Computation

extension GaussianMixture {
  /// Components numbered by weight, the heaviest first; equal weights by their means.
  package struct Fitted: FittedModel {
    package static let name = "GaussianMixture"
    package static let version = 1

    package let covariance: Covariance
    /// Sum to 1.
    package let weights: [Double]
    /// k × d.
    package let means: Matrix
    /// k matrices d × d.
    package let covariances: [Matrix]
    package let rowCount: Int
    /// Σ ln p(x) over the training rows, in nats.
    package let logLikelihood: Double
    /// −Σ r ln r over the training rows, in nats: 0 when components do not overlap.
    package let entropy: Double
    package let iterations: Int
    /// False when `maximumIterations` ended the run.
    package let converged: Bool

    init(
      ordering state: MixtureState, covariance: Covariance, rowCount: Int, logLikelihood: Double, entropy: Double,
      iterations: Int, converged: Bool
    ) {
      let order = (0..<state.weights.count).sorted { a, b in
        if state.weights[a] != state.weights[b] { return state.weights[a] > state.weights[b] }
        return state.means.row(a).lexicographicallyPrecedes(state.means.row(b))
      }
      self.covariance = covariance
      weights = order.map { state.weights[$0] }
      means = state.means.selecting(rows: order)
      covariances = order.map { state.covariances[$0] }
      self.rowCount = rowCount
      self.logLikelihood = logLikelihood
      self.entropy = entropy
      self.iterations = iterations
      self.converged = converged
    }

    /// Weights, means and covariances that are free to move.
    package var parameterCount: Int {
      let (k, d) = (means.rows, means.columns)
      return k - 1 + k * d + covariance.parameters(components: k, columns: d)
    }

    /// −2 ln L + p ln n (Schwarz 1978); lower is better.
    package var bayesianInformation: Double {
      -2 * logLikelihood + Double(parameterCount) * Logarithm.of(Double(rowCount))
    }

    /// BIC + 2 · entropy (Biernacki, Celeux and Govaert 2000); lower is better, overlap costs.
    package var integratedCompletedLikelihood: Double {
      bayesianInformation + 2 * entropy
    }

    /// n × k shares, each row summing to 1. Throws `columns`, `notFinite` or `singular`.
    package func shares(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> Matrix {
      try expectation(rows, on: workers).shares
    }

    /// Σ ln p(x) of these rows, in nats.
    package func logLikelihood(of rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> Double {
      try expectation(rows, on: workers).logLikelihood
    }

    /// The component with the largest share of each row, the lower number on a tie.
    package func predict(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> [Int] {
      let shares = try shares(rows, on: workers)
      return (0..<rows.rows).map { row in
        var best = 0
        for component in 1..<max(shares.columns, 1) where shares[row, component] > shares[row, best] {
          best = component
        }
        return best
      }
    }

    private func expectation(_ rows: Matrix, on workers: Workers) throws(FitProblem) -> MixtureExpectation {
      try Guard.columns(rows, expected: means.columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      let state = MixtureState(weights: weights, means: means, covariances: covariances)
      return try MixtureExpectation(rows, state: state, covariance: covariance, on: workers)
    }
  }
}
