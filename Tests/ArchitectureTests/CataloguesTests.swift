import Testing

struct CataloguesTests {
  @Test func everyFormatIsInTheCatalogueAndTested() {
    #expect(Catalogues.formats(in: SourceTree.swift) == [])
  }

  @Test func everyChartHasItsTestAndSnapshot() {
    #expect(Catalogues.charts(in: SourceTree.swift, snapshots: SourceTree.snapshots) == [])
  }

  @Test func everySectionIsListedAndTested() {
    #expect(Catalogues.sections(in: SourceTree.swift) == [])
  }

  @Test func everyMigrationIsRegistered() {
    #expect(Catalogues.migrations(in: SourceTree.swift) == [])
  }

  @Test func everyModelAndMetricKeepsItsContract() {
    #expect(Catalogues.contracts(in: SourceTree.swift) == [])
  }

  @Test func aModelWithoutContractIsFound() {
    let kind = SourceFile(path: "Sources/Modeling/FittedModel.swift", text: "protocol FittedModel: Sendable {}\n")
    let model = SourceFile(
      path: "Sources/Modeling/Models/Median.swift", text: "struct Median {\n  struct Fitted: FittedModel {\n  }\n}\n")
    let metric = SourceFile(
      path: "Sources/Modeling/Metrics/Miss.swift", text: "protocol Metric {}\nstruct Miss: Metric {\n}\n")
    let contract = SourceFile(
      path: "Tests/ModelingTests/AnyContractTests.swift", text: "let all = [Median(), Miss()]\n")
    let other = SourceFile(path: "Tests/ModelingTests/MedianTests.swift", text: "let all = [Median(), Miss()]\n")
    #expect(Catalogues.contracts(in: [kind, model, metric, contract]) == [])
    #expect(Catalogues.contracts(in: [kind, model, metric, other]).count == 2)
    #expect(Catalogues.contracts(in: [kind]) == ["Sources/Modeling: no model or metric found"])
  }

  @Test func aFormatOutsideTheCatalogueIsFound() {
    let format = SourceFile(
      path: "Sources/Ingestion/Formats/AcmeReport.swift",
      text: "package struct AcmeReport: Sendable, SourceFormat {\n}\n")
    let test = SourceFile(path: "Tests/IngestionTests/Formats/AcmeReportTests.swift", text: "")
    let empty = SourceFile(path: "Sources/Ingestion/SourceCatalogue.swift", text: "// AcmeReport comes later\n")
    let full = SourceFile(path: "Sources/Ingestion/SourceCatalogue.swift", text: "let all = [AcmeReport()]\n")
    #expect(Catalogues.formats(in: [format, test, full]) == [])
    #expect(
      Catalogues.formats(in: [format, test, empty]) == [
        "Sources/Ingestion/Formats/AcmeReport.swift: AcmeReport is not in SourceCatalogue.swift"
      ])
    #expect(Catalogues.formats(in: [format, full]).count == 1)
    #expect(Catalogues.formats(in: [full]) == ["Sources/Ingestion/Formats: no format found"])
  }

  @Test func aChartWithoutTestOrSnapshotIsFound() {
    let chart = SourceFile(
      path: "Sources/Charting/Charts/Bars.swift", text: "struct Bars: Chart {\n  let id = \"fig-bars\"\n}\n")
    let test = SourceFile(path: "Tests/ChartingTests/Charts/BarsTests.swift", text: "")
    let snapshot = SourceFile(path: "Tests/ChartingTests/Snapshots/fig-bars.svg.html", text: "")
    let other = SourceFile(path: "Tests/ChartingTests/Snapshots/fig-bars-more.svg.html", text: "")
    #expect(Catalogues.charts(in: [chart, test], snapshots: [snapshot]) == [])
    #expect(Catalogues.charts(in: [chart, test], snapshots: [other]).count == 1)
    #expect(Catalogues.charts(in: [chart], snapshots: [snapshot]).count == 1)
  }

  @Test func anUnlistedOrUntestedSectionIsFound() {
    let section = SourceFile(path: "Sources/Reporting/Sections/ChurnSection.swift", text: "struct ChurnSection {}\n")
    let site = SourceFile(path: "Sources/Reporting/Site.swift", text: "let sections = [ChurnSection()]\n")
    let test = SourceFile(path: "Tests/ReportingTests/Sections/ChurnSectionTests.swift", text: "")
    #expect(Catalogues.sections(in: [section, site, test]) == [])
    #expect(Catalogues.sections(in: [section, test]).count == 1)
    #expect(Catalogues.sections(in: [section, site]).count == 1)
  }

  @Test func anUnregisteredMigrationIsFound() {
    let migration = SourceFile(path: "Sources/Warehouse/Migrations/AddNotes.swift", text: "enum AddNotes {}\n")
    let list = SourceFile(path: "Sources/Warehouse/Schema.swift", text: "let all = [AddNotes.migrate]\n")
    #expect(Catalogues.migrations(in: [migration, list]) == [])
    #expect(Catalogues.migrations(in: [migration]).count == 1)
  }
}
