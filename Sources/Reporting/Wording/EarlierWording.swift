import Analysis
import Vocabulary

/// The sentences of the look back.
enum EarlierWording {
  static let graded = TermView(
    "Graded", "What came is held against the range that was given, once the whole horizon has passed.")

  static func headline(_ retrospect: Retrospect) -> String {
    let count = retrospect.restated.count
    if count == 0 { return "No figure of an earlier report has changed since" }
    return "\(Quantity.count.text(count)) \(count == 1 ? "figure" : "figures") of earlier reports "
      + "\(count == 1 ? "has" : "have") been restated"
  }

  static func standfirst(_ retrospect: Retrospect) -> [String] {
    var sentences: [String] = []
    if let last = retrospect.reports.first {
      let changed = Set(retrospect.restated.filter { $0.week == last.week }.map(\.measure)).count
      sentences.append(
        changed == 0
          ? "The last report, of \(Dates.range(last.week.window)), stands as it was."
          : "In the last report, of \(Dates.range(last.week.window)), "
            + "\(Quantity.count.text(changed)) \(changed == 1 ? "figure" : "figures") changed.")
    }
    if let words = score(retrospect.predictions) {
      sentences.append(words + ".")
    } else if let due = firstDue(retrospect.predictions) {
      sentences.append("No prediction has reached its day yet. The first is graded on \(Dates.day(due)).")
    }
    return sentences
  }

  /// `4 of 5 graded predictions came within their range`; nil before the first grade.
  static func score(_ predictions: [Retrospect.Graded]) -> String? {
    let outcomes = predictions.compactMap(\.outcome)
    guard !outcomes.isEmpty else { return nil }
    let within = outcomes.count { $0.standing == .within }
    let all = Quantity.count.text(outcomes.count)
    if outcomes.count == 1 {
      return within == 1
        ? "The one graded prediction came within its range" : "The one graded prediction missed its range"
    }
    return "\(Quantity.count.text(within)) of \(all) graded predictions came within their range"
  }

  static func firstDue(_ predictions: [Retrospect.Graded]) -> Day? {
    predictions.filter { $0.outcome == nil }.map(\.prediction.due).min()
  }

  static func subject(_ prediction: Prediction) -> String {
    switch prediction.kind {
    case .leavers: "Customers who leave by \(Dates.day(prediction.due))"
    case .listedLeavers: "Listed customers who leave by \(Dates.day(prediction.due))"
    }
  }

  /// A verdict once the day has come; before it, the day.
  static func verdict(_ graded: Retrospect.Graded, asOf: Day) -> TagView {
    switch graded.outcome?.standing {
    case .within: TagView("Within its range", .good)
    case .below: TagView("Below its range", .warning)
    case .above: TagView("Above its range", .warning)
    case nil:
      graded.prediction.due > asOf
        ? TagView("Graded on \(Dates.day(graded.prediction.due))", .open)
        : TagView("Not graded: orders or customers of it are missing", .open)
    }
  }

  static func advice(_ recommendation: Recommendation) -> String {
    switch recommendation {
    case .testChannel(let channel, _, _, _): "Look at \(channel.label) first, and hold part of it back to test."
    case .writeToCustomers: "Write first to the customers at the top of the risk list."
    }
  }

  static func ground(_ recommendation: Recommendation, _ money: Quantity) -> String {
    switch recommendation {
    case .testChannel(_, _, _, let recordedReturn):
      "\(EstimateText(recordedReturn, money).both) recorded back per \(money.text(1))"
    case .writeToCustomers(_, let atStake): "\(money.text(atStake)) a year at stake with the first"
    }
  }

  static func since(_ since: Retrospect.Since, _ money: Quantity) -> [String] {
    switch since {
    case .channel(let before, let after, let recordedReturn):
      var sentences: [String] = []
      if let after {
        sentences.append(
          before.map { "Spend a week: \(money.text($0)) before, \(money.text(after)) since." }
            ?? "Spend a week since: \(money.text(after)).")
      } else {
        sentences.append("Spend since then is not known for a whole week.")
      }
      sentences.append(
        recordedReturn.map { "Recorded back per \(money.text(1)) now: \(EstimateText($0, money).both)." }
          ?? "Its return is not known now.")
      return sentences
    case .customers(let listed, let orderedAgain, let days):
      return [
        "\(Quantity.count.text(orderedAgain)) of \(Quantity.count.text(listed)) listed customers "
          + "ordered again within \(Quantity.count.text(days)) \(days == 1 ? "day" : "days")."
      ]
    case .unknown: return ["No list of customers was kept with the report."]
    }
  }
}
