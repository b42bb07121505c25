import Analysis
import Charting
import Vocabulary

/// Who is about to leave, why, and what is at stake?
struct ChurnSection: ReportSection {
  static var page: PageName { PageName(path: "churn.html", label: phrase("Churn"), template: "answers") }

  let head: PageHead
  let tiles: [TileView]
  let hasTiles: Bool
  let legend: String? = nil
  /// The numbers of the tiles.
  let all: FoldView?
  let allSource: ProvenanceView?
  let parts: [PartView]
  let contents: [LinkView]
  let terms = Glossary.churn
  let files: [DataFile]
  var numbered: NumberedPage { NumberedPage(cards: parts.flatMap(\.cards), tiles: tiles, week: all, source: allSource) }

  init(_ edition: Edition) throws(ReportingError) {
    let insight = edition.findings.churn
    guard let churn = insight.finding else {
      head = PageHead(
        phrase("Churn"), headline: phrase("There is not enough data to say who may leave"), standfirst: [],
        facts: edition.facts([]))
      parts = [
        .missing(
          "list", phrase("Who is about to leave?"), title: phrase("Customers likely to leave"), insight.shortfalls,
          limits: insight.caveats)
      ]
      contents = []
      files = []
      (tiles, hasTiles, all, allSource) = ([], false, nil, nil)
      return
    }
    let list = try ChurnTables.riskList(churn, pseudonym: edition.pseudonym)
    let expected = ChurnTables.expected(churn)
    hasTiles = true
    let traced = NumberedCards(edition)
    all = FoldView(expected)
    allSource = traced.source(of: NumberedCards.expected, first: nil)
    tiles = traced.traced(
      ChurnTables.tiles(churn),
      [.churn(.expectedLeavers), .churn(.scoredCustomers), .churn(.averageRisk), .churn(.listStake)], source: allSource)
    let drivers = try ChurnTables.drivers(churn)
    let candidates = ChurnTables.candidates(churn)
    parts = traced.traced([
      PartView(
        "list", phrase("Who is about to leave, and what is at stake?"),
        phrase(
          "Ordered by what is at stake: the risk times a year of revenue. Each customer stands under a pseudonym."
        ) + " " + phrase("Write to the first of them, and leave some out by lot to compare."),
        cards: [list.0], limits: insight.caveats),
      PartView(
        "drivers", phrase("What does the score go by?"),
        phrase("These describe the score. They do not prove why anyone leaves."), cards: [drivers.0]),
      PartView(
        "quality", phrase("How well can it be told?"),
        phrase("Checked on a later period than the models learned from."),
        cards: [candidates.0]),
    ])
    contents = parts.map(\.link)
    files = [expected, list.1, drivers.1, candidates.1]
    head = PageHead(
      phrase("Churn"), headline: Self.headline(churn), standfirst: Self.standfirst(churn),
      facts: edition.facts([
        FactView(phrase("Scored as of"), Dates.day(churn.asOf)),
        FactView(phrase("Checked on"), Dates.range(churn.testWindow)),
      ]))
  }

  static func headline(_ churn: Churn) -> String {
    let leavers = EstimateText(churn.expectedLeavers, .count)
    return phrase(
      "About {leavers} of {customers} customers are likely to leave within {days} days",
      ["leavers": leavers.value, "customers": Quantity.count.text(churn.customers), "days": "\(churn.horizonDays)"])
  }

  private static func standfirst(_ churn: Churn) -> [String] {
    var sentences = [phrase("To leave means: no order within {days} days.", ["days": "\(churn.horizonDays)"])]
    if let range = EstimateText(churn.expectedLeavers, .count).range {
      sentences.append(phrase("The likely range is {range} customers.", ["range": range]))
    }
    sentences.append(ChurnTables.gainSentence(churn))
    return sentences
  }
}
