import Computation
import Modeling
import Testing

@Suite("KMeans")
struct KMeansTests {
  @Test("two pairs of points: centres, sizes and inertia by hand")
  func byHand() throws {
    // Centres (0, 0.5) and (10, 2), inertia 0.25 · 2 + 1 + 0 + 1.
    let rows = Matrix([[0, 0], [10, 1], [0, 1], [10, 3], [10, 2]])
    let fitted = try KMeans(clusters: 2).fit(rows, using: SeededGenerator(seed: 1))
    #expect(fitted.centres == Matrix([[10, 2], [0, 0.5]]))
    #expect(fitted.sizes == [3, 2])
    #expect(abs(fitted.inertia - 2.5) < 1e-15)
    #expect(try fitted.predict(Matrix([[1, 1], [9, 9]])) == [1, 0])
  }

  @Test("one cluster is the mean")
  func oneCluster() throws {
    let fitted = try KMeans(clusters: 1).fit(Matrix([[1], [2], [6]]), using: SeededGenerator(seed: 1))
    #expect(fitted.centres == Matrix([[3]]))
    #expect(fitted.inertia == 14)
  }

  @Test("no cluster stays empty, even from a centre that nothing is near")
  func emptyCluster() throws {
    let rows = Matrix([[0], [1], [2], [10], [11], [12]])
    let start = Matrix([[1], [11], [1_000]])
    let fitted = try KMeans(clusters: 3, start: .given(start)).fit(rows, using: SeededGenerator(seed: 1))
    #expect(fitted.sizes.allSatisfy { $0 > 0 })
    #expect(fitted.sizes.reduce(0, +) == 6)
  }

  @Test("refuses more clusters than distinct rows and settings that mean nothing")
  func refusals() {
    let rows = Matrix([[1], [1], [2]])
    #expect(throws: FitProblem.tooFewDistinctRows(model: "KMeans", found: 2, needed: 3)) {
      try KMeans(clusters: 3).fit(rows, using: SeededGenerator(seed: 1))
    }
    #expect(
      throws: FitProblem.hyperparameter(model: "KMeans", name: "clusters", found: "0", expected: "at least 1")
    ) { try KMeans(clusters: 0).fit(rows, using: SeededGenerator(seed: 1)) }
  }

  @Test(
    "reaches the reference from a fixed start",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: [("iris", 3), ("r15", 15), ("wine", 3), ("hepta", 7), ("s1", 15), ("wdbc", 2)])
  func fixedStart(set: String, k: Int) throws {
    let (rows, _) = try SharedReference.clusters(set)
    let start = SharedReference.fixedStart(rows, k)
    let fitted = try KMeans(clusters: k, start: .given(start)).fit(rows, using: SeededGenerator(seed: 1))
    let reference = try SharedReference.number(
      "cluster.json", ["sets", set, "kmeans", "\(k)", "fixed_start", "inertia"])
    #expect(abs(fitted.inertia - reference) <= 1e-8 * reference)
  }

  @Test(
    "reaches the best known inertia, agreement and silhouette",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: [("iris", 3), ("r15", 15), ("wine", 3), ("hepta", 7)])
  func bestKnown(set: String, k: Int) throws {
    let (rows, labels) = try SharedReference.clusters(set)
    let fitted = try KMeans(clusters: k, start: .plusPlus(starts: 10)).fit(rows, using: SeededGenerator(seed: 1))
    let reference = try SharedReference.number("cluster_best_known.json", [set, "best_known"])
    #expect(fitted.inertia <= 1.000001 * reference)
    let own = try fitted.predict(rows)
    let path = ["sets", set, "kmeans", "\(k)"]
    let index = try AdjustedRandIndex().value(of: LabelPair(own, labels))
    #expect(abs(index - (try SharedReference.number("cluster.json", path + ["ari"]))) < 1e-9)
    let silhouette = try Silhouette().value(of: LabelledRows(rows: rows, labels: own))
    #expect(abs(silhouette - (try SharedReference.number("cluster.json", path + ["silhouette"]))) < 1e-9)
  }
}
