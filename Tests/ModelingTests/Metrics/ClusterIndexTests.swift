import Computation
import Modeling
import Testing

@Suite("Indices of clusters")
struct ClusterIndexTests {
  // Means 1 and 7; within 1 + 1 + 1 + 1 = 4 of n − k = 2, between 2 · 9 + 2 · 9 = 36 of k − 1 = 1.
  let pairs = LabelledRows(rows: Matrix([[0], [2], [6], [8]]), labels: [5, 5, 9, 9])

  @Test("Calinski-Harabasz and Davies-Bouldin by hand")
  func byHand() throws {
    #expect(try CalinskiHarabasz().value(of: pairs) == 18)
    // (1 + 1) / 6 for both.
    #expect(abs(try DaviesBouldin().value(of: pairs) - 1.0 / 3) < 1e-15)
  }

  @Test(
    "the reference figures of k-means on the reference sets",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: [("iris", 3), ("r15", 15), ("hepta", 7), ("wine", 3), ("a1", 20), ("s1", 15), ("wdbc", 2)])
  func reference(set: String, k: Int) throws {
    let (rows, _) = try SharedReference.clusters(set)
    let path = ["sets", set, "kmeans", "\(k)"]
    let best = try SharedReference.number("cluster.json", path + ["inertia"])
    let fitted = try KMeans(clusters: k, start: .plusPlus(starts: 20)).fit(rows, using: SeededGenerator(seed: 1))
    #expect(fitted.inertia <= 1.005 * best)
    // The indices are of the same partition only where the inertia is.
    guard abs(fitted.inertia - best) <= 1e-7 * best else { return }
    let input = LabelledRows(rows: rows, labels: try fitted.predict(rows))
    let calinski = try SharedReference.number("cluster.json", path + ["calinski_harabasz"])
    #expect(abs(try CalinskiHarabasz().value(of: input) - calinski) <= 1e-9 * calinski)
    let davies = try SharedReference.number("cluster.json", path + ["davies_bouldin"])
    #expect(abs(try DaviesBouldin().value(of: input) - davies) <= 1e-9 * davies)
    let silhouette = try SharedReference.number("cluster.json", path + ["silhouette"])
    #expect(abs(try Silhouette().value(of: input) - silhouette) <= 1e-9)
  }

  @Test("scikit-learn 1.9: normalised mutual information")
  func normalisedInformation() throws {
    let metric = NormalisedMutualInformation()
    let value = try metric.value(of: LabelPair([0, 0, 1, 1, 2, 2, 2, 0, 1], [0, 0, 0, 1, 2, 2, 1, 0, 1]))
    #expect(abs(value - 0.5895098274473051) < 1e-14)
    let crossed = try metric.value(of: LabelPair([0, 1, 0, 1, 0, 1], [0, 0, 0, 1, 1, 1]))
    #expect(abs(crossed - 0.08170416594551037) < 1e-14)
    #expect(try metric.value(of: LabelPair([0, 0, 1, 2], [7, 7, 3, 5])) == 1)
    #expect(try metric.value(of: LabelPair([4, 4], [2, 2])) == 1)
    #expect(try metric.value(of: LabelPair([4, 4], [1, 2])) == 0)
    #expect(throws: MetricProblem.self) { try metric.value(of: LabelPair([], [])) }
    #expect(throws: MetricProblem.self) { try metric.value(of: LabelPair([1], [1, 2])) }
  }

  @Test("scikit-learn 1.9: adjusted mutual information")
  func mutualInformation() throws {
    let metric = AdjustedMutualInformation()
    let value = try metric.value(of: LabelPair([0, 0, 1, 1, 2, 2, 2, 0, 1], [0, 0, 0, 1, 2, 2, 1, 0, 1]))
    #expect(abs(value - 0.4086705097217219) < 1e-13)
    let crossed = try metric.value(of: LabelPair([0, 1, 0, 1, 0, 1], [0, 0, 0, 1, 1, 1]))
    #expect(abs(crossed - -0.1111111111111109) < 1e-13)
    #expect(abs(try metric.value(of: LabelPair([0, 0, 1, 2], [7, 7, 3, 5])) - 1) < 1e-14)
    #expect(try metric.value(of: LabelPair([0, 0], [1, 1])) == 1)
    #expect(try metric.value(of: LabelPair([0, 1], [1, 0])) == 1)
    #expect(try metric.value(of: LabelPair([0, 0, 0, 0], [1, 1, 0, 0])) == 0)
  }

  @Test("refuse one cluster, one for each row, no rows and unequal lengths")
  func refusals() {
    let rows = Matrix([[0], [1], [5]])
    for labels in [[1, 1, 1], [1, 2, 3], [1], []] {
      let input = LabelledRows(rows: rows, labels: labels)
      #expect(throws: MetricProblem.self) { try CalinskiHarabasz().value(of: input) }
      #expect(throws: MetricProblem.self) { try DaviesBouldin().value(of: input) }
    }
    let same = LabelledRows(rows: Matrix([[1], [1], [2], [2]]), labels: [0, 0, 1, 1])
    #expect(throws: MetricProblem.emptyDenominator(metric: "Calinski-Harabasz index")) {
      try CalinskiHarabasz().value(of: same)
    }
    let crossed = LabelledRows(rows: Matrix([[1], [2], [1], [2]]), labels: [0, 0, 1, 1])
    #expect(throws: MetricProblem.emptyDenominator(metric: "Davies-Bouldin index")) {
      try DaviesBouldin().value(of: crossed)
    }
    #expect(throws: MetricProblem.self) { try AdjustedMutualInformation().value(of: LabelPair([], [])) }
    #expect(throws: MetricProblem.self) { try AdjustedMutualInformation().value(of: LabelPair([1], [1, 2])) }
  }
}
