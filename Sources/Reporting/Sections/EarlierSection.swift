import Analysis
import Charting
import Vocabulary

/// What did the reports of earlier weeks say, and what came of it?
struct EarlierSection: ReportSection {
  static var page: PageName {
    PageName(path: "earlier.html", label: phrase("Earlier weeks"), template: "parts")
  }

  let head: PageHead
  let parts: [PartView]
  let contents: [LinkView]
  let terms: [TermView]
  let files: [DataFile]
  var numbered: NumberedPage { NumberedPage(cards: parts.flatMap(\.cards)) }

  init(_ edition: Edition) throws(ReportingError) {
    let retrospect = edition.findings.retrospect
    guard let last = retrospect.reports.first else {
      head = PageHead(
        phrase("Earlier weeks"), headline: phrase("There is no earlier report to look back on"), standfirst: [],
        facts: edition.facts([]))
      let card = CardView(
        anchor: "first-report", width: "w12", title: phrase("This is the first report kept here"),
        note: phrase(
          "The report of the next week says what became of this one: its figures, its predictions and its recommendation."
        ))
      parts = [PartView("restated", phrase("What has changed since it was reported?"), cards: [card])]
      (contents, terms, files) = ([], [], [])
      return
    }
    let weeks = EarlierTables.weeks(edition)
    let changes = EarlierTables.restated(edition)
    let grades = EarlierTables.predictions(edition)
    let advice = EarlierTables.recommendations(edition)
    parts = NumberedCards(edition).traced([
      PartView(
        "restated", phrase("What has changed since it was reported?"),
        phrase("A report keeps the figures it was published with. Here they stand beside what is known now."),
        cards: ([weeks, changes].compactMap { $0 }).map(\.0)),
      PartView(
        "predictions", phrase("What was predicted, and what came?"),
        phrase("A prediction is graded once its whole horizon has passed, not before."), cards: [grades.0]),
      PartView(
        "recommendations", phrase("What was recommended, and what happened since?"),
        phrase("What followed a recommendation need not have come from it."), cards: [advice.0]),
    ])
    contents = parts.map(\.link)
    terms = [Glossary.restated, EarlierWording.graded]
    files = [weeks, changes, grades, advice].compactMap { $0?.1 }.filter { !$0.table.rows.isEmpty }
    head = PageHead(
      phrase("Earlier weeks"), headline: EarlierWording.headline(retrospect),
      standfirst: EarlierWording.standfirst(retrospect),
      facts: edition.facts([
        FactView(phrase("Last report"), "\(last.week.fullLabel), \(Dates.range(last.week.window))"),
        FactView(phrase("Reports kept"), Quantity.count.text(retrospect.reports.count)),
      ]))
  }
}
