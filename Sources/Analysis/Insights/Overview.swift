import Vocabulary

/// How the business did in the last complete week, against its own past.
package struct Overview: Sendable {
  package var asOf: Day
  package var week: DateWindow
  package var currency: Currency
  package var tiles: [Tile]
  /// Revenue of each complete week, oldest first; nil where no order source covers the week.
  package var revenueByWeek: [WeeklyValue]
  package var spendByWeek: [WeeklyValue]
  package var newCustomersByWeek: [WeeklyValue]
  /// Change in revenue against the week before by recorded channel; adds up to the change of the revenue tile.
  package var moves: [Move]
  /// Weeks without any web session where there are sessions before and after, and the like.
  package var gaps: [SourceGap]

  package struct Tile: Sendable {
    package var measure: Measure
    /// Nil: not enough data, see `shortfall`.
    package var value: Double?
    package var previous: Double?
    package var usualRange: UsualRange?
    package var history: [WeeklyValue]
    package var shortfall: Shortfall?

    /// Of the reported week; see `WeeklyValue`.
    package var leftOut: Int { history.last?.leftOut ?? 0 }
  }

  package enum Measure: String, Sendable, CaseIterable {
    case revenue, spend, revenuePerSpend, orders, newCustomers, costPerNewCustomer
  }

  /// 10th to 90th percentile of up to 26 earlier weeks; at least 8 are needed.
  package struct UsualRange: Sendable, Equatable {
    package var low: Double
    package var high: Double
    package var weeks: Int

    package init(low: Double, high: Double, weeks: Int) {
      self.low = low
      self.high = high
      self.weeks = weeks
    }
  }

  package struct WeeklyValue: Sendable, Equatable {
    package var monday: Day
    package var value: Double?
    /// Orders, and rows of advertising cost, that the value lacks because no exchange rate for their days was given.
    package var leftOut = 0

    /// Nil where other weeks' values cannot be held against it: what is left out would look like a fall.
    package var comparable: Double? { leftOut == 0 ? value : nil }
  }

  package struct Move: Sendable, Equatable {
    package var channel: Channel
    package var change: Double
  }

  package struct SourceGap: Sendable, Equatable {
    package var source: String
    package var window: DateWindow
  }
}
