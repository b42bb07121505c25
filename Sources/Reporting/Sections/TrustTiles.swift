import Analysis

/// First the questions that decide whether to act on a score, each with a number, a verdict and its grounds.
enum TrustTiles {
  static func views(_ trust: Trust, _ findings: Findings, _ numbers: NumberedCards) -> [TileView] {
    let views: [(TileView?, NumberID)] = [
      (findings.churn.finding.flatMap(order), .trustMetric("auc")), (levels(trust), .trustMetric("calibrationError")),
      (groups(trust), .trust(.slicesOutside)), (data(findings.dataQuality), .trust(.missingDays)),
    ]
    let shown = views.compactMap { view, id in view.map { ($0, id) } }
    return numbers.traced(shown.map(\.0), shown.map(\.1), source: nil)
  }

  private static func order(_ churn: Churn) -> TileView? {
    guard let chosen = churn.candidates.first(where: { $0.model == churn.chosen }) else { return nil }
    let text = EstimateText(chosen.auc, .plain)
    let rule = churn.candidates.first { $0.model == churn.baseline }
    var why = text.range.map { phrase("AUC, interval {range}.", ["range": $0]) } ?? phrase("AUC.")
    if let rule { why += " " + phrase("Simple rule: {auc}.", ["auc": EstimateText(rule.auc, .plain).value]) }
    return TileView(
      label: phrase("Does it sort well?"), amount: text.value,
      tag: ChurnTables.isBetter(churn)
        ? TagView(phrase("Better than the rule"), .good) : TagView(phrase("Could be chance"), .open),
      why: why)
  }

  private static func levels(_ trust: Trust) -> TileView {
    let error = EstimateText(trust.calibrationError, .share)
    return TileView(
      label: phrase("Are the levels right?"), amount: Quantity.pointsText(EstimateText.withoutSign(error.value)),
      tag: trust.reliability.bandHoldsDiagonal
        ? TagView(phrase("Within its band"), .good) : TagView(phrase("Outside its band"), .bad),
      why: error.range.map {
        phrase("average miss, interval {range}", ["range": EstimateText.withoutSign($0)])
      } ?? phrase("average miss"))
  }

  private static func groups(_ trust: Trust) -> TileView {
    let slices = trust.slices.flatMap(\.slices)
    let told = trust.comparedSlices
    let outside = trust.outsideSlices
    let few = slices.count - told
    return TileView(
      label: phrase("Is it equal for everyone?"),
      amount: phrase("{part} of {whole}", ["part": "\(outside.count)", "whole": "\(told)"]),
      tag: outside.isEmpty
        ? TagView(phrase("None stands out"), .good)
        : TagView(
          outside.count == 1
            ? DataWords.group(outside[0].name)
            : phrase("{count} groups stand out", ["count": Quantity.count.text(outside.count)]), .bad),
      why: few == 0
        ? phrase("groups outside the band")
        : phrase(
          "groups outside the band; {count} is too small to say",
          "groups outside the band; {count} are too small to say", of: few))
  }

  private static func data(_ quality: DataQuality) -> TileView? {
    guard !quality.sources.isEmpty else { return nil }
    let missing = quality.sources.flatMap(\.gaps).map(\.dayCount).reduce(0, +)
    let affected = quality.sources.filter { !$0.gaps.isEmpty }.count
    return TileView(
      label: phrase("Is the data whole?"), amount: phrase("{count} day", "{count} days", of: missing),
      tag: missing == 0 ? TagView(phrase("Complete"), .good) : TagView(phrase("Gaps"), .warning),
      why: phrase(
        "missing, in {part} of {whole} sources",
        ["part": Quantity.count.text(affected), "whole": Quantity.count.text(quality.sources.count)]))
  }
}
