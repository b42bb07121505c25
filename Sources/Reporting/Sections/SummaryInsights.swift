import Analysis
import Vocabulary

/// The three cards of the summary. A card without a finding is left out.
enum SummaryInsights {
  static func cards(_ findings: Findings) -> [InsightView] {
    guard let overview = findings.overview.finding else { return [] }
    return [
      changed(overview), linesUp(overview), next(findings),
    ].compactMap { $0 }
  }

  /// What changed: only when revenue left its usual range.
  static func changed(_ overview: Overview) -> InsightView? {
    guard let tile = overview.tile(.revenue), let value = tile.value, let range = tile.usualRange else { return nil }
    let standing = Standing(value, range)
    guard standing == .above || standing == .below else { return nil }
    let money = Quantity.money(overview.currency)
    var sentences: [String] = []
    if let change = overview.revenueChange, change != 0 {
      let size: KeyValuePairs = ["amount": money.text(abs(change))]
      sentences.append(
        change > 0
          ? phrase("Revenue was {amount} higher than the week before.", size)
          : phrase("Revenue was {amount} lower than the week before.", size))
    }
    let known = overview.revenueByWeek.compactMap(\.comparable)
    if known.count >= 8, standing == .above, known.max() == value {
      sentences.append(
        phrase("It was the highest of the {weeks} weeks on record.", ["weeks": Quantity.count.text(known.count)]))
    } else if known.count >= 8, standing == .below, known.min() == value {
      sentences.append(
        phrase("It was the lowest of the {weeks} weeks on record.", ["weeks": Quantity.count.text(known.count)]))
    } else {
      let ends: KeyValuePairs = ["range": UsualRangeText(value, range, money).words]
      sentences.append(
        standing == .above
          ? phrase("It lies above its usual range of {range}.", ends)
          : phrase("It lies below its usual range of {range}.", ends))
    }
    let gap = overview.gaps.contains { $0.window.first <= overview.week.last && overview.week.first <= $0.window.last }
    return InsightView(
      phrase("What changed"), sentences, gap ? .weak : .strong,
      why: gap ? phrase("some data of the week are missing") : phrase("complete data, outside the usual range"))
  }

  /// Where the change lines up: the channel that moved most the same way.
  static func linesUp(_ overview: Overview) -> InsightView? {
    // Less than a fifth of the change would line up with nothing.
    guard let change = overview.revenueChange, let first = overview.leadingMoves.first,
      abs(first.change) >= abs(change) / 5
    else { return nil }
    let money = Quantity.money(overview.currency)
    let isUsual =
      overview.tile(.revenue).flatMap { tile in tile.value.map { Standing($0, tile.usualRange) } } == .inside
    let values: KeyValuePairs = [
      "channel": first.channel.wordWithin, "part": money.signed(first.change), "whole": money.signed(change),
    ]
    var sentences: [String] = []
    switch (first.channel == .unknown, change > 0) {
    // Within its usual range a rise or a fall is told as a change: nothing asks for an explanation.
    case (false, _) where isUsual:
      sentences.append(phrase("The change of {whole} lines up most with {channel}: {part}.", values))
    case (true, _) where isUsual:
      sentences.append(phrase("Most of the change of {whole} has no recorded source: {part}.", values))
    case (false, true) where abs(first.change) > abs(change):
      sentences.append(phrase("The rise lines up most with {channel}: {part}, more than the {whole} in all.", values))
    case (false, false) where abs(first.change) > abs(change):
      sentences.append(phrase("The fall lines up most with {channel}: {part}, more than the {whole} in all.", values))
    case (true, true):
      sentences.append(phrase("Most of the rise has no recorded source: {part} of {whole}.", values))
    case (true, false):
      sentences.append(phrase("Most of the fall has no recorded source: {part} of {whole}.", values))
    case (false, true):
      sentences.append(phrase("The rise lines up most with {channel}: {part} of {whole}.", values))
    case (false, false):
      sentences.append(phrase("The fall lines up most with {channel}: {part} of {whole}.", values))
    }
    if let against = overview.rankedMoves.first(where: { ($0.change > 0) != (change > 0) }) {
      sentences.append(
        phrase(
          "{channel} went the other way: {amount}.",
          ["channel": against.channel.word, "amount": money.signed(against.change)]))
    }
    return InsightView(
      phrase("Where it lines up"), sentences, .some, why: phrase("recorded source and timing, no test"))
  }

  /// What is put first, with the figure that it leans on.
  static func next(_ findings: Findings) -> InsightView? {
    switch findings.recommendation {
    case .testChannel(let channel, let spend, let since, let estimate):
      guard let currency = findings.returns.finding?.currency else { return nil }
      let money = Quantity.money(currency)
      let words = EstimateText(estimate, money)
      return InsightView(
        phrase("Worth doing next"),
        [
          phrase(
            "Look at {channel} first: {amount} spent since {day}.",
            ["channel": channel.wordWithin, "amount": money.text(spend), "day": Dates.day(since)]),
          phrase(
            "Recorded back per {unit}: {return}. Hold part of it back to test.",
            ["unit": money.text(1), "return": words.both]),
        ], .some, why: phrase("recorded revenue, {level} interval", ["level": Quantity.share.text(estimate.level)]))
    case .writeToCustomers(_, let stake):
      guard let currency = findings.churn.finding?.currency else { return nil }
      let money = Quantity.money(currency)
      return InsightView(
        phrase("Worth doing next"),
        [
          phrase("Write first to the customers at the top of the risk list."),
          phrase("The first has {amount} a year at stake.", ["amount": money.text(stake)]),
        ], .some, why: phrase("churn score, no test"))
    case nil: return nil
    }
  }
}
