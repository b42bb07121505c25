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
      sentences.append(
        "Revenue was \(money.text(abs(change))) \(change > 0 ? "higher" : "lower") than the week before.")
    }
    let known = overview.revenueByWeek.compactMap(\.value)
    if known.count >= 8, standing == .above, known.max() == value {
      sentences.append("It was the highest of the \(Quantity.count.text(known.count)) weeks on record.")
    } else if known.count >= 8, standing == .below, known.min() == value {
      sentences.append("It was the lowest of the \(Quantity.count.text(known.count)) weeks on record.")
    } else {
      let words = money.range(range.low, range.high)
      sentences.append("It lies \(standing == .above ? "above" : "below") its usual range of \(words).")
    }
    let gap = overview.gaps.contains { $0.window.first <= overview.week.last && overview.week.first <= $0.window.last }
    return InsightView(
      "What changed", sentences, gap ? .weak : .strong,
      why: gap ? "some data of the week are missing" : "complete data, outside the usual range")
  }

  /// Where the change lines up: the channel that moved most the same way.
  static func linesUp(_ overview: Overview) -> InsightView? {
    // Less than a fifth of the change would line up with nothing.
    guard let change = overview.revenueChange, let first = overview.leadingMoves.first,
      abs(first.change) >= abs(change) / 5
    else { return nil }
    let money = Quantity.money(overview.currency)
    let direction = change > 0 ? "rise" : "fall"
    var sentences: [String] = []
    if first.channel == .unknown {
      sentences.append(
        "Most of the \(direction) has no recorded source: \(money.signed(first.change)) of \(money.signed(change)).")
    } else {
      sentences.append(
        "The \(direction) lines up most with \(first.channel.label): "
          + "\(money.signed(first.change)) of \(money.signed(change)).")
    }
    if let against = overview.rankedMoves.first(where: { ($0.change > 0) != (change > 0) }) {
      sentences.append("\(against.channel.label) went the other way: \(money.signed(against.change)).")
    }
    return InsightView("Where it lines up", sentences, .some, why: "recorded source and timing, no test")
  }

  /// What is put first, with the figure that it leans on.
  static func next(_ findings: Findings) -> InsightView? {
    switch findings.recommendation {
    case .testChannel(let channel, let spend, let since, let estimate):
      guard let currency = findings.returns.finding?.currency else { return nil }
      let money = Quantity.money(currency)
      let words = EstimateText(estimate, money)
      return InsightView(
        "Worth doing next",
        [
          "Look at \(channel.label) first: \(money.text(spend)) spent since \(Dates.day(since)).",
          "Recorded back per \(money.text(1)): \(words.both). Hold part of it back to test.",
        ], .some, why: "recorded revenue, \(Quantity.share.text(estimate.level)) interval")
    case .writeToCustomers(_, let stake):
      guard let currency = findings.churn.finding?.currency else { return nil }
      let money = Quantity.money(currency)
      return InsightView(
        "Worth doing next",
        [
          "Write first to the customers at the top of the risk list.",
          "The first has \(money.text(stake)) a year at stake.",
        ], .some, why: "churn score, no test")
    case nil: return nil
    }
  }
}
