import Computation
import Testing

@testable import Modeling

/// The mixtures of cluster.json, and the published likelihood of cluster_best_known.json.
@Suite("Mixture figures", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
struct MixtureFiguresTests {
  private static let sets = [
    "iris", "r15", "hepta", "wine", "a1", "s1", "s3", "unbalance", "engytime", "a3", "wdbc",
  ]

  /// The reference's runs hit their limit of rounds there and are no maximum.
  private static let unfinished: Set<String> = ["unbalance/8", "engytime/3", "engytime/5"]

  @Test(arguments: sets)
  func fixedStart(set: String) throws {
    let book = try FigureBook("results/cluster.json")
    let (rows, _) = try SharedReference.clusters(set)
    let path = "sets/\(set)/gmm_fixed_start"
    for k in 2...50 where book["\(path)/\(k)/loglik"] != nil {
      guard !Self.unfinished.contains("\(set)/\(k)") else {
        book.leaveOut("\(path)/\(k)/")
        continue
      }
      let start = SharedReference.fixedStart(rows, k)
      let model = GaussianMixture(components: k, start: .means(start), tolerance: 1e-9, maximumIterations: 2_000)
      let fitted = try model.fit(rows, using: SeededGenerator(seed: 1), on: Workers(count: 2))
      book.meet("\(path)/\(k)/loglik", fitted.logLikelihood, relative: 1e-6)
      book.meet("\(path)/\(k)/bic", fitted.bayesianInformation, relative: 1e-6)
      // Runs stop at a gain of the likelihood, at which the parameters still move a thousand times as far.
      let weights = "\(path)/\(k)/weights_by_start"
      book.meet(weights, anyOrder: fitted.weights, relative: 1e-2, absolute: 1e-3)
      // Components are numbered by their weights here, of which some are equal.
      let means = (0..<k).map { Array(fitted.means.row($0)) }
      for component in 0..<k {
        let at = "\(path)/\(k)/means_by_start/\(component)"
        let theirs = try (0..<rows.columns).map { try book.figure("\(at)/\($0)") }
        func distance(_ own: [Double]) -> Double { zip(own, theirs).reduce(0) { $0 + abs($1.0 - $1.1) } }
        let nearest = try #require(means.min { distance($0) < distance($1) })
        book.meet(at, all: nearest, relative: 1e-2, absolute: 5e-3)
      }
    }
    book.leaveOut("n_iter")
    book.expectAllMet(under: path + "/")
  }

  /// The reference took two starts, and calls its figures a floor. Of 246 hills found here all but two are as high within a
  /// ten-thousandth, most of them higher.
  @Test(arguments: sets)
  func bestStart(set: String) throws {
    let book = try FigureBook("results/cluster.json")
    let (rows, _) = try SharedReference.clusters(set)
    let path = "sets/\(set)/gmm"
    for (covariance, name) in zip(GaussianMixture.Covariance.allCases, ["full", "tied", "diag", "spherical"]) {
      for k in 2...50 {
        let at = "\(path)/\(name)/\(k)"
        guard let reference = book[at + "/loglik"] else { continue }
        let cost = rows.rows * k * rows.columns * rows.columns
        // On small tables as many as `lab segment` takes; on larger ones fewer do, since moves make up for them.
        let starts = rows.rows < 1_000 ? max(20, min(100, 20_000_000 / cost)) : max(5, min(20, 2_000_000 / cost))
        let search = GaussianMixture(
          components: k, covariance: covariance, start: .splitAndMerge(starts: starts),
          tolerance: cost <= 1_000_000 ? 1e-6 : 1e-4)
        let found = try search.fit(rows, using: SeededGenerator(seed: 1), on: Workers(count: 2))
        let fitted = try GaussianMixture(
          components: k, covariance: covariance, tolerance: 1e-6, maximumIterations: 500
        ).refine(found, rows, on: Workers(count: 2))
        let slack = 1.5e-3 * abs(reference) + 0.05
        try book.reach(at + "/loglik", fitted.logLikelihood, within: slack)
        book.meet(at + "/n_params", Double(fitted.parameterCount))
        try book.atMost(at + "/bic", fitted.bayesianInformation - 2 * slack, beyond: 0)
      }
    }
    // Of another maximum than the one found here, or of the program's own course.
    book.leaveOut("/aic", "/ari", "/n_iter", "/converged", "/weights_desc")
    book.expectAllMet(under: path + "/")
  }

  @Test("iris as it stands: the likelihood that R's mclust has published, about −180.19")
  func iris() throws {
    let book = try FigureBook("results/cluster_best_known.json")
    let (rows, _) = try SharedReference.clusters("iris", scaled: false)
    let fitted = try GaussianMixture(
      components: 3, start: .kMeans(starts: 10), tolerance: 1e-10, maximumIterations: 5_000, regularisation: 0
    ).fit(rows, using: SeededGenerator(seed: 1))
    book.meet("iris_raw_gmm_full3/loglik", fitted.logLikelihood, relative: 1e-6)
    book.meet("iris_raw_gmm_full3/bic", fitted.bayesianInformation, relative: 1e-6)
    book.expectAllMet(under: "iris_raw_gmm_full3")
  }
}
