import Computation
import Modeling
import Vocabulary

/// The search for groups: Gaussian mixtures of 1…k groups with two kinds of covariance and k-means beside them.
///
/// For each covariance the number of groups is chosen by BIC among those that come again under resampling; between the
/// two, the lower BIC wins.
struct SegmentSearch {
  let mixture: GaussianMixture.Fitted
  let centres: KMeans.Fitted
  let labels: [Int]
  let candidates: [ModelRun.Metric]

  static let covariances: [GaussianMixture.Covariance] = [.full, .diagonal]

  init(_ rows: Matrix, seed: UInt64, refits: Int, largestK: Int, workers: Workers) throws {
    let generator = SeededGenerator(seed: seed).split("segments")
    var best: (bic: Double, k: Int, covariance: GaussianMixture.Covariance)?
    var metrics: [ModelRun.Metric] = []
    for covariance in Self.covariances {
      let counts = try ClusterCount(
        largest: largestK, covariance: covariance, replicates: refits, leastStability: SegmentTraining.leastStability
      ).choose(rows, using: generator, on: workers)
      for candidate in counts.candidates {
        let name = "GaussianMixture.\(covariance.rawValue).\(candidate.clusters)"
        metrics.append(Self.metric(name + ".bic", candidate.bayesianInformation, rows.rows))
        metrics.append(Self.metric(name + ".stability", candidate.stability, rows.rows))
        guard candidate.clusters == counts.chosen else { continue }
        if candidate.bayesianInformation < best?.bic ?? .infinity {
          best = (candidate.bayesianInformation, candidate.clusters, covariance)
        }
      }
    }
    let (k, covariance) = (best?.k ?? 1, best?.covariance ?? .full)
    mixture = try GaussianMixture(components: k, covariance: covariance).fit(rows, using: generator, on: workers)
    labels = try mixture.predict(rows, on: workers)
    centres = try KMeans(clusters: k).fit(rows, using: generator, on: workers)
    metrics += try Self.kMeans(rows, largestK: largestK, generator, workers)
    if k > 1 {
      let silhouette = try Silhouette(on: workers).value(of: LabelledRows(rows: rows, labels: labels))
      metrics.append(Self.metric("chosen.silhouette", silhouette, rows.rows))
    }
    candidates = metrics
  }

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
