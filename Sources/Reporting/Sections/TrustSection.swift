import Analysis
import Charting
import Vocabulary

/// Do the scores mean what they say, overall and for each group?
struct TrustSection: ReportSection {
  static var page: PageName { PageName(path: "trust.html", label: phrase("Model trust"), template: "answers") }

  let head: PageHead
  let tiles: [TileView]
  let hasTiles: Bool
  let legend: String?
  let all: FoldView? = nil
  let allSource: ProvenanceView? = nil
  let parts: [PartView]
  let contents: [LinkView]
  let terms = Glossary.trust
  let files: [DataFile]
  var numbered: NumberedPage { NumberedPage(cards: parts.flatMap(\.cards), tiles: tiles) }

  init(_ edition: Edition) throws(ReportingError) {
    let insight = edition.findings.trust
    guard let trust = insight.finding else {
      head = PageHead(
        phrase("Model trust"), headline: phrase("There are not enough outcomes to check the score"), standfirst: [],
        facts: edition.facts([]))
      parts = [
        .missing(
          "levels", phrase("Are the levels right?"), title: phrase("Score against outcome"), insight.shortfalls,
          limits: insight.caveats
        )
      ]
      contents = []
      files = []
      (tiles, hasTiles, legend) = ([], false, nil)
      return
    }
    tiles = TrustTiles.views(trust, edition.findings, NumberedCards(edition))
    hasTiles = true
    legend = phrase("A verdict is coloured only when the whole interval lies on one side of its limit.")
    let diagram = try TrustFigures.reliability(trust)
    let sums = TrustFigures.decomposition(trust)
    let slices = try TrustFigures.slices(trust)
    let table = TrustFigures.sliceTable(trust)
    parts = NumberedCards(edition).traced([
      PartView(
        "levels", phrase("Are the levels right?"), phrase("If the score says 30 in 100 leave, do 30 in 100 leave?"),
        cards: [diagram.0, sums.0], limits: insight.caveats),
      PartView(
        "groups", phrase("Is it equally good for everyone?"),
        phrase("A group is marked only when its whole interval lies outside the band."), cards: [slices.0, table.0]),
    ])
    contents = parts.map(\.link)
    files = [diagram.1, sums.1, slices.1, table.1]
    let count = Quantity.count
    head = PageHead(
      phrase("Model trust"), headline: Self.headline(trust), standfirst: Self.standfirst(trust),
      facts: edition.facts([
        FactView(phrase("Scored on"), Dates.day(trust.testDay)),
        FactView(phrase("Customers"), count.text(trust.customers)), FactView(phrase("Left"), count.text(trust.leavers)),
      ]))
  }

  static func headline(_ trust: Trust) -> String {
    trust.reliability.bandHoldsDiagonal
      ? phrase("The churn score means what it says, as far as the outcomes tell")
      : phrase("Use the order of the churn score, not its level")
  }

  private static func standfirst(_ trust: Trust) -> [String] {
    let error = EstimateText(trust.calibrationError, .share)
    var sentences = [phrase("On average the score misses the outcome by {points}.", ["points": error.inPoints])]
    let outside = trust.outsideSlices
    sentences.append(
      outside.isEmpty
        ? phrase("No group stands clearly outside the band.")
        : phrase(
          "Clearly different from the others: {names}.",
          ["names": ChannelsHeadline.names(outside.map { DataWords.group($0.name) }).text]
        ))
    return sentences
  }
}

extension Trust {
  var outsideSlices: [Slice] { slices.flatMap(\.slices).filter { $0.isOutsideTolerance && $0.figures != nil } }
  var comparedSlices: Int { slices.flatMap(\.slices).count { $0.figures != nil } }
}

extension EstimateText {
  /// A difference of shares: `1.2 points (0.7–1.7)`.
  var inPoints: String {
    let points = Quantity.pointsText(Self.withoutSign(value))
    return range.map { "\(points) (\(Self.withoutSign($0)))" } ?? points
  }

  static func withoutSign(_ text: String) -> String {
    text.replacing(Charting.NumberFormat.current.percentSign, with: "")
  }
}
