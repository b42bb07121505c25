import Computation
import Modeling
import Vocabulary

/// The search for groups: Gaussian mixtures of 1…k groups, and k-means with 2…k beside them.
///
/// The groups share one covariance. With matrices of their own they fit the spikes that habits have — nobody without a
/// discount differs in discounts — better than people who are alike: on simulated businesses that halves the agreement
/// with the true segments.
struct SegmentSearch {
  static let covariance = GaussianMixture.Covariance.tied

  let mixture: GaussianMixture.Fitted
  let centres: KMeans.Fitted
  let candidates: [ModelRun.Metric]

  init(_ rows: Matrix, seed: UInt64, refits: Int, largestK: Int, workers: Workers) throws {
    let generator = SeededGenerator(seed: seed).split("segments")
    let counts = try ClusterCount(
      largest: largestK, covariance: Self.covariance, replicates: refits,
      leastStability: SegmentTraining.leastStability
    ).choose(rows, using: generator, on: workers)
    var metrics = counts.candidates.flatMap { candidate in
      let name = Self.name(mixtureOf: candidate.clusters)
      return [
        Self.metric(name + ".bic", candidate.bayesianInformation, rows.rows),
        Self.metric(name + ".stability", candidate.stability, rows.rows),
      ]
    }
    let k = counts.chosen
    mixture = try GaussianMixture(components: k, covariance: Self.covariance)
      .fit(rows, using: generator, on: workers)
    centres = try KMeans(clusters: k).fit(rows, using: generator, on: workers)
    metrics += try Self.kMeans(rows, largestK: largestK, generator, workers)
    if k > 1 {
      let labels = try mixture.predict(rows, on: workers)
      let silhouette = try Silhouette(on: workers).value(of: LabelledRows(rows: rows, labels: labels))
      metrics.append(Self.metric("chosen.silhouette", silhouette, rows.rows))
    }
    candidates = metrics
  }

  /// Under which the figures of a mixture of that many groups are stored.
  static func name(mixtureOf k: Int) -> String { "GaussianMixture.\(covariance.rawValue).\(k)" }

  private static func kMeans(
    _ rows: Matrix, largestK: Int, _ generator: SeededGenerator, _ workers: Workers
  ) throws -> [ModelRun.Metric] {
    guard largestK >= 2 else { return [] }
    return try (2...largestK).flatMap { k in
      let fitted = try KMeans(clusters: k).fit(rows, using: generator, on: workers)
      let labels = try fitted.predict(rows, on: workers)
      let silhouette = try Silhouette(on: workers).value(of: LabelledRows(rows: rows, labels: labels))
      return [
        metric("KMeans.\(k).silhouette", silhouette, rows.rows),
        metric("KMeans.\(k).inertia", fitted.inertia, rows.rows),
      ]
    }
  }

  private static func metric(_ name: String, _ value: Double, _ rows: Int) -> ModelRun.Metric {
    ModelRun.Metric(name, split: "train", value: value, sampleSize: rows)
  }
}
