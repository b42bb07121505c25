import Analysis
import Vocabulary

/// The sentences of the look back.
enum EarlierWording {
  static var graded: TermView {
    TermView(
      phrase("Graded"),
      phrase("What came is held against the range that was given, once the whole horizon has passed."))
  }

  static func headline(_ retrospect: Retrospect) -> String {
    let count = retrospect.restated.count
    if count == 0 { return phrase("No figure of an earlier report has changed since") }
    return phrase(
      "{count} figure of earlier reports has been restated", "{count} figures of earlier reports have been restated",
      of: count)
  }

  static func standfirst(_ retrospect: Retrospect) -> [String] {
    var sentences: [String] = []
    if let last = retrospect.reports.first {
      let changed = retrospect.restated.count { $0.week == last.week }
      let days: KeyValuePairs = ["days": Dates.range(last.week.window)]
      sentences.append(
        changed == 0
          ? phrase("The last report, of {days}, stands as it was.", days)
          : phrase(
            "In the last report, of {days}, {count} figure changed.",
            "In the last report, of {days}, {count} figures changed.", of: changed, days))
    }
    if let words = score(retrospect.predictions) {
      sentences.append(words + ".")
    } else if let due = firstDue(retrospect.predictions) {
      sentences.append(
        phrase("No prediction has reached its day yet. The first is graded on {day}.", ["day": Dates.day(due)]))
    }
    return sentences
  }

  /// `4 of 5 graded predictions came within their range`; nil before the first grade.
  static func score(_ predictions: [Retrospect.Graded]) -> String? {
    let outcomes = predictions.compactMap(\.outcome)
    guard !outcomes.isEmpty else { return nil }
    let within = outcomes.count { $0.standing == .within }
    if outcomes.count == 1 {
      return within == 1
        ? phrase("The one graded prediction came within its range")
        : phrase("The one graded prediction missed its range")
    }
    return phrase(
      "{within} of {all} graded predictions came within their range",
      ["within": Quantity.count.text(within), "all": Quantity.count.text(outcomes.count)])
  }

  static func firstDue(_ predictions: [Retrospect.Graded]) -> Day? {
    predictions.filter { $0.outcome == nil }.map(\.prediction.due).min()
  }

  static func subject(_ prediction: Prediction) -> String {
    switch prediction.kind {
    case .leavers: phrase("Customers who leave by {day}", ["day": Dates.day(prediction.due)])
    case .listedLeavers: phrase("Listed customers who leave by {day}", ["day": Dates.day(prediction.due)])
    }
  }

  /// A verdict once the day has come; before it, the day.
  static func verdict(_ graded: Retrospect.Graded, asOf: Day) -> TagView {
    switch graded.outcome?.standing {
    case .within: TagView(phrase("Within its range"), .good)
    case .below: TagView(phrase("Below its range"), .warning)
    case .above: TagView(phrase("Above its range"), .warning)
    case nil:
      graded.prediction.due > asOf
        ? TagView(phrase("Due on {day}", ["day": Dates.day(graded.prediction.due)]), .open)
        : TagView(phrase("Not graded: orders or customers of it are missing"), .open)
    }
  }

  static func advice(_ recommendation: Recommendation) -> String {
    switch recommendation {
    case .testChannel(let channel, _, _, _):
      phrase("Look at {channel} first, and hold part of it back to test.", ["channel": channel.wordWithin])
    case .writeToCustomers: phrase("Write first to the customers at the top of the risk list.")
    }
  }

  static func ground(_ recommendation: Recommendation, _ money: Quantity) -> String {
    switch recommendation {
    case .testChannel(_, _, _, let recordedReturn):
      phrase(
        "{return} recorded back per {unit}",
        ["return": EstimateText(recordedReturn, money).both, "unit": money.text(1)])
    case .writeToCustomers(_, let atStake):
      phrase("{amount} a year at stake with the first", ["amount": money.text(atStake)])
    }
  }

  static func since(_ since: Retrospect.Since, _ money: Quantity) -> [String] {
    switch since {
    case .channel(let weeks, let before, let after, let recordedReturn):
      return [
        spend(before, after, weeks, money),
        recordedReturn.map {
          phrase(
            "Recorded back per {unit} now: {return}.",
            ["unit": money.text(1), "return": EstimateText($0, money).both])
        } ?? phrase("Its return is not known now."),
      ]
    case .customers(let listed, let orderedAgain, let days):
      return [
        phrase(
          "{some} of {all} listed customers ordered again within {count} day.",
          "{some} of {all} listed customers ordered again within {count} days.", of: days,
          ["some": Quantity.count.text(orderedAgain), "all": Quantity.count.text(listed)])
      ]
    case .unknown: return [phrase("No list of customers was kept with the report.")]
    }
  }

  private static func spend(_ before: Double?, _ after: Double?, _ weeks: Int, _ money: Quantity) -> String {
    guard let after else { return phrase("Spend since then is not known for a whole week.") }
    guard let before else { return phrase("Spend a week since: {after}.", ["after": money.text(after)]) }
    return phrase(
      "Spend a week: {before} in the {count} week before, {after} since.",
      "Spend a week: {before} in the {count} weeks before, {after} since.", of: weeks,
      ["before": money.text(before), "after": money.text(after)])
  }
}
