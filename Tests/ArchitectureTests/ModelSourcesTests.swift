import Testing

struct ModelSourcesTests {
  private let kinds = SourceFile(
    path: "Sources/Modeling/FittedModel.swift", text: "protocol FittedModel {}\nprotocol Metric {}\n")

  private func model(_ comment: String) -> SourceFile {
    SourceFile(
      path: "Sources/Modeling/Models/Median.swift",
      text: "\(comment)\npackage struct Median {\n  package struct Fitted: FittedModel {\n  }\n}\n")
  }

  @Test func everyModelAndMetricNamesItsSourceAndItsCost() {
    #expect(ModelSources.violations(in: SourceTree.swift) == [])
  }

  @Test func aModelWithoutSourceOrCostIsFound() {
    #expect(ModelSources.violations(in: [kinds, model("/// The middle (Galton 1881). O(n).")]) == [])
    #expect(ModelSources.violations(in: [kinds, model("/// The middle. O(n).")]).count == 1)
    #expect(ModelSources.violations(in: [kinds, model("/// The middle (Galton 1881).")]).count == 1)
    #expect(ModelSources.violations(in: [kinds, model("")]).count == 2)
    // A number that is no year.
    #expect(ModelSources.violations(in: [kinds, model("/// Of 1000 rows. O(n).")]).count == 1)
  }

  @Test func aMetricWithoutSourceIsFound() {
    let metric = SourceFile(
      path: "Sources/Modeling/Metrics/Miss.swift", text: "/// How far off. O(n).\nstruct Miss: Metric {\n}\n")
    #expect(ModelSources.violations(in: [kinds, metric]).count == 1)
    #expect(ModelSources.violations(in: [kinds]) == ["Sources/Modeling: no model or metric found"])
  }
}
