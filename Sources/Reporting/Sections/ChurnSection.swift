import Analysis
import Charting
import Vocabulary

/// Who is about to leave, why, and what is at stake?
struct ChurnSection: ReportSection {
  static let page = PageName(path: "churn.html", label: "Churn", template: "parts")

  let head: PageHead
  let parts: [PartView]
  let contents: [LinkView]
  let terms = Glossary.churn
  let files: [DataFile]
  var numbered: NumberedPage { NumberedPage(cards: parts.flatMap(\.cards)) }

  init(_ edition: Edition) throws(ReportingError) {
    let insight = edition.findings.churn
    guard let churn = insight.finding else {
      head = PageHead(
        "Churn", headline: "There is not enough data to say who may leave", standfirst: [], facts: edition.facts([]))
      parts = [
        .missing(
          "list", "Who is about to leave?", title: "Customers likely to leave", insight.shortfalls,
          limits: insight.caveats)
      ]
      contents = []
      files = []
      return
    }
    let list = ChurnTables.riskList(churn, pseudonym: edition.pseudonym)
    let expected = ChurnTables.expected(churn)
    let drivers = try ChurnTables.drivers(churn)
    let candidates = ChurnTables.candidates(churn)
    parts = NumberedCards(edition).traced([
      PartView(
        "list", "Who is about to leave, and what is at stake?",
        "Ordered by what is at stake: the risk times a year of revenue. Each customer stands under a pseudonym.",
        cards: [expected.0, list.0], limits: insight.caveats),
      PartView(
        "drivers", "What does the score go by?",
        "These describe the score. They do not prove why anyone leaves.", cards: [drivers.0]),
      PartView(
        "quality", "How well can it be told?", "Checked on customers that the models had never seen.",
        cards: [candidates.0]),
    ])
    contents = parts.map(\.link)
    files = [expected.1, list.1, drivers.1, candidates.1]
    head = PageHead(
      "Churn", headline: Self.headline(churn), standfirst: Self.standfirst(churn),
      facts: edition.facts([
        FactView("Scored as of", Dates.day(churn.asOf)), FactView("Checked on", Dates.range(churn.testWindow)),
      ]))
  }

  static func headline(_ churn: Churn) -> String {
    let leavers = EstimateText(churn.expectedLeavers, .count)
    return "About \(leavers.value) of \(Quantity.count.text(churn.customers)) customers are likely to leave "
      + "within \(churn.horizonDays) days"
  }

  private static func standfirst(_ churn: Churn) -> [String] {
    var sentences = ["To leave means: no order within \(churn.horizonDays) days."]
    if let range = EstimateText(churn.expectedLeavers, .count).range {
      sentences.append("The likely range is \(range) customers.")
    }
    sentences.append(ChurnTables.gainSentence(churn))
    return sentences
  }
}
