import Analysis
import Charting
import Vocabulary

/// How is each number defined, which models were trained, and what do the words mean?
struct MethodSection: ReportSection {
  static var page: PageName { PageName(path: "method.html", label: phrase("Method"), template: "method") }

  let head: PageHead
  let definitions: [TermView]
  let models: [ModelCard]
  let glossary: [TermView]
  let contents = [
    LinkView("#numbers", phrase("How is each number defined?")),
    LinkView("#models", phrase("Which models were trained?")),
    LinkView("#words", phrase("What do the words mean?")),
  ]
  let terms: [TermView] = []
  let files: [DataFile]
  let numbered = NumberedPage(cards: [])

  init(_ edition: Edition) throws(ReportingError) {
    let findings = edition.findings
    definitions = Definitions.all
    glossary = Glossary.all(judging: !findings.runs.isEmpty)
    let cards = findings.runs.enumerated().map { ModelCard($1, number: $0 + 1) }
    models = cards
    files = cards.map(\.file)
    head = PageHead(
      phrase("Method and glossary"), headline: phrase("How each number in this report is made"),
      standfirst: [phrase("Definitions, the card of each model, and the words in plain English.")],
      facts: edition.facts([FactView(phrase("Build"), Names.shown(findings.buildID))]))
  }
}

/// One training: what for, on what, and how well it did on what it had not seen.
struct ModelCard {
  let anchor: String
  let title: String
  let subtitle: String
  let points: [FactView]
  let measures: FoldView?
  let file: DataFile

  init(_ run: ModelRun, number: Int) {
    let count = Quantity.count
    anchor = "model-\(number)"
    title = phrase(
      "{purpose}: {model}, version {version}",
      [
        "purpose": Names.spelledOut(run.purpose), "model": Names.spelledOut(run.model),
        "version": Names.shown(run.version),
      ])
    subtitle = phrase("Run {id}", ["id": Names.shown(run.id)])
    points =
      [
        FactView(phrase("Trained as of"), Dates.day(run.asOf)), FactView(phrase("Data of"), Dates.range(run.window)),
        FactView(phrase("Rows"), count.text(run.rows)), FactView(phrase("Seed"), "\(run.seed)"),
        FactView(phrase("Data digest"), Names.shown(run.dataDigest)),
        FactView(phrase("Features"), Names.enumerated(run.features.map(Names.spelledOut))),
      ] + run.hyperparameters.map { FactView(Names.spelledOut($0.name), Names.setting($0.value)) }
    let numbers = run.measuresTable
    file = DataFile("model-\(number)", numbers)
    measures = run.metrics.isEmpty ? nil : FoldView(file, summary: phrase("Measures and download"))
  }
}

extension ModelRun {
  fileprivate var measuresTable: NumbersTable {
    let plain = Quantity.plain.chartFormat
    return NumbersTable(
      caption: phrase("Measures of run {id}", ["id": Names.shown(id)]),
      columns: [
        .text(phrase("Measure")), .text(phrase("On")), .number(phrase("Value")), .number(phrase("Low")),
        .number(phrase("High")), .number(phrase("Rows")),
      ],
      rows: metrics.map {
        [
          .text(Names.measure($0.name)), .text(DataWords.split($0.split)), .number($0.value, plain),
          .number($0.low, plain), .number($0.high, plain), .count($0.sampleSize),
        ]
      })
  }
}
