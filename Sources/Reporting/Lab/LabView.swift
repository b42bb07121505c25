import Charting

/// A lab report as the template `lab` writes it.
struct LabView {
  let head: PageHead
  let contents: [LinkView]
  let parts: [PartView]
  let method: [FactView]
  let terms: [TermView]
  let hasTerms: Bool
  let heading: String
  let limits: [String]
  let hasLimits: Bool

  init(_ report: LabReport) throws(ReportingError) {
    head = PageHead(
      report.question, headline: report.headline, standfirst: report.sentences,
      facts: report.facts.map { FactView($0.label, $0.value) })
    var parts: [PartView] = []
    for (index, part) in report.parts.enumerated() {
      var cards: [CardView] = []
      for exhibit in part.exhibits { cards.append(try Self.card(exhibit)) }
      parts.append(PartView("part-\(index + 1)", part.heading, cards: cards))
    }
    self.parts = parts
    heading = "How was this worked out?"
    contents = parts.map(\.link) + [LinkView("#method", heading)]
    method =
      report.method.points.map { FactView($0.label, $0.value) } + [
        FactView("Seed", "\(report.method.seed)"), FactView("Program", "Fairlead \(report.method.version)"),
      ]
    terms = report.method.terms.map { TermView($0.label, $0.value) }
    hasTerms = !terms.isEmpty
    limits = report.method.limits
    hasLimits = !limits.isEmpty
  }

  private static func card(_ exhibit: LabReport.Exhibit) throws(ReportingError) -> CardView {
    switch exhibit {
    case .chart(let chart, let width):
      let figure = try Edition.draw(chart)
      return CardView(
        figure, width: width.rawValue, file: DataFile(inPage: figure.id, figure.numbers.withoutEmptyColumns))
    case .table(let table, let width):
      return CardView(
        anchor: table.id, width: width.rawValue, title: table.title, subtitle: table.subtitle.nonEmpty,
        table: table.view, note: table.note.nonEmpty,
        fold: FoldView(downloadOf: DataFile(inPage: table.id, table.numbers)))
    }
  }
}

extension NumbersTable {
  /// Without columns that hold nothing in any row, which a chart has for what nobody gave it.
  var withoutEmptyColumns: NumbersTable {
    let kept = columns.indices.filter { column in rows.contains { $0[column].value != .missing } }
    return NumbersTable(
      caption: caption, columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
