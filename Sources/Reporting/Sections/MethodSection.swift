import Analysis
import Charting
import Vocabulary

/// How is each number defined, which models were trained, and what do the words mean?
struct MethodSection: ReportSection {
  static let page = PageName(path: "method.html", label: "Method", template: "method")

  let head: PageHead
  let definitions: [TermView]
  let models: [ModelCard]
  let glossary: [TermView]
  let contents = [
    LinkView("#numbers", "How is each number defined?"), LinkView("#models", "Which models were trained?"),
    LinkView("#words", "What do the words mean?"),
  ]
  let terms: [TermView] = []
  let files: [DataFile]
  let numbered = NumberedPage(cards: [])

  init(_ edition: Edition) throws(ReportingError) {
    let findings = edition.findings
    definitions = Definitions.all
    glossary = Glossary.all
    let cards = findings.runs.enumerated().map { ModelCard($1, number: $0 + 1) }
    models = cards
    files = cards.map(\.file)
    head = PageHead(
      "Method and glossary", headline: "How each number in this report is made",
      standfirst: ["Definitions, the card of each model, and the words in plain English."],
      facts: edition.facts([FactView("Build", Names.shown(findings.buildID))]))
  }
}

/// One training: what for, on what, and how well it did on what it had not seen.
struct ModelCard {
  let anchor: String
  let title: String
  let subtitle: String
  let points: [FactView]
  let measures: TableView?
  let file: DataFile

  init(_ run: ModelRun, number: Int) {
    let count = Quantity.count
    anchor = "model-\(number)"
    title = "\(Names.spelledOut(run.purpose)): \(Names.spelledOut(run.model)), version \(Names.shown(run.version))"
    subtitle = "Run \(Names.shown(run.id))"
    points =
      [
        FactView("Trained as of", Dates.day(run.asOf)), FactView("Data of", Dates.range(run.window)),
        FactView("Rows", count.text(run.rows)), FactView("Seed", "\(run.seed)"),
        FactView("Data digest", Names.shown(run.dataDigest)),
        FactView("Features", run.features.map(Names.spelledOut).joined(separator: ", ")),
      ] + run.hyperparameters.map { FactView(Names.spelledOut($0.name), Names.shown($0.value)) }
    let numbers = run.measuresTable
    file = DataFile("model-\(number)", numbers)
    measures = run.metrics.isEmpty ? nil : .stacked(numbers)
  }
}

extension ModelRun {
  fileprivate var measuresTable: NumbersTable {
    let plain = Quantity.plain.chartFormat
    return NumbersTable(
      caption: "Measures of run \(Names.shown(id))",
      columns: [
        .text("Measure"), .text("On"), .number("Value"), .number("Low"), .number("High"), .number("Rows"),
      ],
      rows: metrics.map {
        [
          .text(Names.spelledOut($0.name)), .text($0.split.isEmpty ? "all rows" : $0.split), .number($0.value, plain),
          .number($0.low, plain), .number($0.high, plain), .count($0.sampleSize),
        ]
      })
  }
}
