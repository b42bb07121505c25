import Computation

/// How many k-means groups there are: of the numbers that come again when the data are resampled, the one with the largest
/// mean silhouette (Kaufman and Rousseeuw 1990, section 2.2). Below a silhouette of .25 they call a structure not
/// substantial, and the answer is one group. O(largest · (replicates + 1) fits + largest · n² · d).
package struct SilhouetteCount: Sendable, Equatable {
  package let largest: Int
  package let replicates: Int
  package let starts: Int
  package let leastStability: Double
  package let leastSilhouette: Double

  package init(
    largest: Int = 10, replicates: Int = 20, starts: Int = 5, leastStability: Double = 0.75,
    leastSilhouette: Double = 0.25
  ) {
    self.largest = largest
    self.replicates = replicates
    self.starts = starts
    self.leastStability = leastStability
    self.leastSilhouette = leastSilhouette
  }

  package struct Candidate: Sendable, Equatable {
    package let clusters: Int
    package let silhouette: Double
    /// Mean adjusted Rand index over the bootstrap.
    package let stability: Double
  }

  package struct Result: Sendable, Equatable {
    package let chosen: Int
    /// One for each number from 2 that could be fitted.
    package let candidates: [Candidate]
  }

  /// Throws `noRows`, `notFinite` and `hyperparameter`. A number that cannot be fitted ends the list.
  package func choose(
    _ rows: Matrix, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Result {
    try Guard.positive(largest, "largest", model: "SilhouetteCount")
    try Guard.positive(replicates, "replicates", model: "SilhouetteCount")
    try Guard.finiteRows(rows, model: "SilhouetteCount")
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    var candidates: [Candidate] = []
    for clusters in 2..<max(largest + 1, 2) {
      guard let next = try? candidate(clusters, sorted, generator, workers) else { break }
      candidates.append(next)
    }
    let stable = candidates.filter { $0.stability >= leastStability && $0.silhouette >= leastSilhouette }
    // The first of equal ones: `max(by:)` would take the last.
    let widest = stable.map(\.silhouette).max()
    return Result(chosen: stable.first { $0.silhouette == widest }?.clusters ?? 1, candidates: candidates)
  }

  private func candidate(
    _ clusters: Int, _ rows: Matrix, _ generator: SeededGenerator, _ workers: Workers
  ) throws -> Candidate {
    let model = KMeans(clusters: clusters, start: .plusPlus(starts: starts))
    let stream = generator.split("clusters \(clusters)")
    let labels = try model.fit(rows, using: stream, on: workers).predict(rows, on: workers)
    let stability = try Stability(replicates: replicates).measure(rows, labels: labels, using: stream, on: workers) {
      sample, draw throws(FitProblem) in
      try model.fit(sample, using: draw).predict(rows)
    }
    let silhouette = try Silhouette(on: workers).value(of: LabelledRows(rows: rows, labels: labels))
    return Candidate(clusters: clusters, silhouette: silhouette, stability: stability)
  }
}
