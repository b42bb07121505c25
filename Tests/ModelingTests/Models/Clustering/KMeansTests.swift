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

  @Test(
    "reaches the reference from every fixed start: inertia, agreement and sizes",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: ["iris", "r15", "hepta", "wine", "a1", "s1", "engytime", "wdbc"])
  func everyFixedStart(set: String) throws {
    let (rows, labels) = try SharedReference.clusters(set)
    var found = 0
    for k in 2...20 {
      let path = ["sets", set, "kmeans", "\(k)", "fixed_start"]
      guard let reference = try? SharedReference.number("cluster.json", path + ["inertia"]) else { continue }
      found += 1
      let start = SharedReference.fixedStart(rows, k)
      let model = KMeans(clusters: k, start: .given(start), maximumIterations: 1_000)
      let fitted = try model.fit(rows, using: SeededGenerator(seed: 1))
      #expect(abs(fitted.inertia - reference) <= 1e-8 * reference, "k \(k)")
      let index = try AdjustedRandIndex().value(of: LabelPair(try fitted.predict(rows), labels))
      #expect(abs(index - (try SharedReference.number("cluster.json", path + ["ari"]))) < 1e-9, "k \(k)")
    }
    #expect(found > 0)
  }

  @Test("neither order of rows nor workers change a bit from given centres, which need no canonical order")
  func givenCentres() throws {
    let rows = Simulated.blobs(9_000, centres: [(0, 0), (4, 0), (0, 4)], deviation: 1.5, seed: 1)
    let start = rows.selecting(rows: [0, 1, 2, 3, 4])
    let model = KMeans(clusters: 5, start: .given(start))
    let fitted = try model.fit(rows, using: SeededGenerator(seed: 1))
    var generator = SeededGenerator(seed: 2)
    let shuffled = rows.selecting(rows: generator.permutation(9_000))
    #expect(try model.fit(shuffled, using: SeededGenerator(seed: 1), on: Workers(count: 2)) == fitted)
  }

  @Test("a tolerance ends the run early; numbers beyond 1e150 have a name")
  func toleranceAndSize() throws {
    let rows = Simulated.blobs(3_000, centres: [(0, 0), (2, 0), (0, 2)], deviation: 1.5, seed: 1)
    let start = KMeans.Start.given(rows.selecting(rows: [0, 1, 2, 3]))
    let generator = SeededGenerator(seed: 1)
    let strict = try KMeans(clusters: 4, start: start).fit(rows, using: generator)
    let early = try KMeans(clusters: 4, start: start, tolerance: 1e-3).fit(rows, using: generator)
    #expect(early.iterations < strict.iterations)
    #expect(early.inertia >= strict.inertia)
    #expect(early.inertia < 1.01 * strict.inertia)
    #expect(throws: FitProblem.valueTooLarge(model: "KMeans", row: 1, column: 1)) {
      try KMeans(clusters: 1).fit(Matrix([[1, 2], [3, -1e308]]), using: generator)
    }
    #expect(throws: FitProblem.self) { try KMeans(clusters: 1, tolerance: -1).fit(rows, using: generator) }
  }
}
