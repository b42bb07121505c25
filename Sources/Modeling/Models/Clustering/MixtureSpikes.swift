import Computation

extension MixtureState {
  /// Components that hold hardly more rows than a point each way, or are as thin as the regularisation lets them be in one
  /// direction: rows that are equal in a column, or lie in a plane (Day 1969).
  func spikes(regularisation: Double, rows: Int) -> Int {
    weights.indices.count { component in
      let covariance = covariances[component]
      guard weights[component] * Double(rows) >= Double(2 * (covariance.rows + 1)),
        let factor = try? Cholesky(covariance)
      else { return true }
      return (0..<covariance.rows).contains { factor.lower[$0, $0] * factor.lower[$0, $0] <= 10 * regularisation }
    }
  }
}

extension GaussianMixture.Fitted {
  /// How many of the components are spikes, whose likelihood has no bound but the regularisation: fewer rows than
  /// 2 (d + 1), or as thin as the regularisation in some direction.
  package func spikes(regularisation: Double) -> Int {
    MixtureState(weights: weights, means: means, covariances: covariances)
      .spikes(regularisation: regularisation, rows: rowCount)
  }
}
