import Vocabulary

/// What a column of web figures measures, as far as its header tells.
struct WebMeasure: Hashable, Sendable {
  enum Unit: Hashable, Sendable {
    /// Whole numbers, so that `2.546` cannot be a fraction.
    case count
    /// Whatever the cells say: numbers, percents by their sign, times by their colons, money by its mark.
    case number
    /// From 0 to 1, or a percent with its sign.
    case ratio
    /// A percent, with or without its sign.
    case percent
    case seconds
  }

  let metric: WebMetric
  let unit: Unit

  init(_ metric: WebMetric, _ unit: Unit) {
    self.metric = metric
    self.unit = unit
  }

  static let users = WebMeasure(.users, .count)
  static let newUsers = WebMeasure(.newUsers, .count)
  static let sessions = WebMeasure(.sessions, .count)
  static let views = WebMeasure(.views, .count)
  static let events = WebMeasure(.events, .count)
  static let conversions = WebMeasure(.conversions, .number)
  static let revenue = WebMeasure(.revenue, .number)
  static let bounces = WebMeasure(.bounces, .count)
  static let clicks = WebMeasure(.clicks, .count)
  static let impressions = WebMeasure(.impressions, .count)
  /// All seconds together, which add up; a mean does not and is `meanSeconds`.
  static let seconds = WebMeasure(.seconds, .seconds)
  static let meanSeconds = WebMeasure(.other, .seconds)
  static let ratio = WebMeasure(.other, .ratio)
  static let percent = WebMeasure(.other, .percent)
  static let count = WebMeasure(.other, .count)
  static let number = WebMeasure(.other, .number)
}
