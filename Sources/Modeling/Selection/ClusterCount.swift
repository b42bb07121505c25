import Computation

/// How many groups there are: of the numbers that come again when the data are resampled, the smallest whose BIC is not
/// very strongly worse than the lowest (a difference of 10; Kass and Raftery 1995, section 3.2).
///
/// Stability of k is the mean adjusted Rand index between the groups fitted to all rows and those fitted to a bootstrap
/// sample, both asked about all rows (Hennig 2007). One group is always stable and always a candidate: "no segments" is
/// an answer. O(largest · (replicates + 1) fits).
package struct ClusterCount: Sendable, Equatable {
  package let largest: Int
  package let covariance: GaussianMixture.Covariance
  package let replicates: Int
  /// The least mean adjusted Rand index a number of groups has to reach.
  package let leastStability: Double

  package init(
    largest: Int = 8, covariance: GaussianMixture.Covariance = .full, replicates: Int = 20,
    leastStability: Double = 0.75
  ) {
    self.largest = largest
    self.covariance = covariance
    self.replicates = replicates
    self.leastStability = leastStability
  }

  /// In BIC units, that is twice the logarithm of the Bayes factor.
  static let veryStrongEvidence = 10.0

  package struct Candidate: Sendable, Equatable {
    package let clusters: Int
    /// Lower is better.
    package let bayesianInformation: Double
    package let integratedCompletedLikelihood: Double
    /// Mean adjusted Rand index over the bootstrap; 1 for one group.
    package let stability: Double
  }

  package struct Result: Sendable, Equatable {
    package let chosen: Int
    /// One for each number that could be fitted, from 1.
    package let candidates: [Candidate]
  }

  /// Throws what fitting one group throws, and `hyperparameter`. A larger number that cannot be fitted ends the list.
  package func choose(
    _ rows: Matrix, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Result {
    try Guard.positive(largest, "largest", model: "ClusterCount")
    try Guard.positive(replicates, "replicates", model: "ClusterCount")
    try Guard.finiteRows(rows, model: "ClusterCount")
    // Resamples are drawn from the canonical order, so that the order of rows decides nothing.
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    var candidates = [try candidate(1, sorted, generator, workers)]
    for clusters in 2..<max(largest + 1, 2) {
      guard let next = try? candidate(clusters, sorted, generator, workers) else { break }
      candidates.append(next)
    }
    let stable = candidates.filter { $0.clusters == 1 || $0.stability >= leastStability }
    let lowest = stable.map(\.bayesianInformation).min() ?? .infinity
    let chosen = stable.first { $0.bayesianInformation <= lowest + Self.veryStrongEvidence }
    return Result(chosen: chosen?.clusters ?? 1, candidates: candidates)
  }

  private func candidate(
    _ clusters: Int, _ rows: Matrix, _ generator: SeededGenerator, _ workers: Workers
  ) throws(FitProblem) -> Candidate {
    let model = GaussianMixture(components: clusters, covariance: covariance)
    let stream = generator.split("clusters \(clusters)")
    let whole = try model.fit(rows, using: stream, on: workers)
    let labels = try whole.predict(rows, on: workers)
    var agreement = 1.0
    if clusters > 1 {
      agreement = try Stability(replicates: replicates).measure(rows, labels: labels, using: stream, on: workers) {
        sample, draw throws(FitProblem) in
        try model.fit(sample, using: draw).predict(rows)
      }
    }
    return Candidate(
      clusters: clusters, bayesianInformation: whole.bayesianInformation,
      integratedCompletedLikelihood: whole.integratedCompletedLikelihood,
      stability: agreement)
  }
}
