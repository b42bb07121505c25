import Computation
import Modeling
import Testing

@Suite("Silhouette")
struct SilhouetteTests {
  @Test("by hand, a row alone counting zero")
  func byHand() throws {
    // 0 and 1 together, 5 alone: (5 − 1)/5, (4 − 1)/4, 0.
    let input = LabelledRows(rows: Matrix([[0], [1], [5]]), labels: [3, 3, 8])
    #expect(abs(try Silhouette().value(of: input) - (0.8 + 0.75) / 3) < 1e-15)
    #expect(try Silhouette(on: Workers(count: 2)).value(of: input) == (try Silhouette().value(of: input)))
  }

  @Test("refuses one cluster, one for each row, and unequal lengths")
  func refusals() {
    let rows = Matrix([[0], [1], [5]])
    for labels in [[1, 1, 1], [1, 2, 3]] {
      #expect(throws: MetricProblem.oneCluster(metric: "silhouette")) {
        try Silhouette().value(of: LabelledRows(rows: rows, labels: labels))
      }
    }
    #expect(throws: MetricProblem.self) { try Silhouette().value(of: LabelledRows(rows: rows, labels: [1])) }
  }
}
