import Vocabulary

/// What an analysis has to say to one question: a finding or the honest lack of one, with what limits it.
/// Holds numbers and tokens; words are chosen by the report.
package struct Insight<Finding: Sendable>: Sendable {
  package var outcome: Outcome
  package var caveats: [Caveat]
  /// The model run that the finding stands on; nil when it is a plain count or ratio of stored facts.
  package var runID: String?

  package enum Outcome: Sendable {
    case found(Finding)
    case notEnough([Shortfall])
  }

  package init(_ outcome: Outcome, caveats: [Caveat] = [], runID: String? = nil) {
    self.outcome = outcome
    self.caveats = caveats
    self.runID = runID
  }

  package var finding: Finding? {
    if case .found(let finding) = outcome { finding } else { nil }
  }

  package var shortfalls: [Shortfall] {
    if case .notEnough(let shortfalls) = outcome { shortfalls } else { [] }
  }
}

/// A figure with its interval and the number of observations it stands on.
package struct Estimate: Sendable, Equatable {
  package var value: Double
  /// Nil where an interval cannot be given; the caveats say why.
  package var low: Double?
  package var high: Double?
  /// 0.90 for money, 0.95 for quality checks.
  package var level: Double
  package var sampleSize: Int

  package init(_ value: Double, low: Double? = nil, high: Double? = nil, level: Double, sampleSize: Int) {
    self.value = value
    self.low = low
    self.high = high
    self.level = level
    self.sampleSize = sampleSize
  }
}

/// "Not enough data": what is there and what would be enough.
package struct Shortfall: Sendable, Equatable {
  package var need: Need
  package var have: Int
  package var required: Int

  package enum Need: String, Sendable, CaseIterable {
    case weeksWithSpend, weeksOfOrders, ordersFiles, adFiles, contactFiles
    case customers, newCustomers, repeatCustomers, frequentCustomers, customersInGroup
    case outcomes, leavers, leaversInGroup, labelledPeriods, weeksBefore, currency, sourceFiles
    case ordersWithCustomer
  }

  package init(_ need: Need, have: Int, required: Int) {
    self.need = need
    self.have = have
    self.required = required
  }
}

/// A doubt that the reader must know of, as a token with its figures.
package enum Caveat: Sendable, Equatable {
  /// Share 0…1 of the revenue whose order names no customer or one without a recorded source.
  case revenueWithoutSource(share: Double)
  /// Share 0…1 of orders that name no customer.
  case ordersWithoutCustomer(share: Double)
  /// Facts in another currency were left out of the figure.
  case otherCurrencyLeftOut(Currency, amounts: Int)
  /// Amounts that were turned into the report's currency by the rates of their days, and whose rates these are.
  case converted(Currency, amounts: Int, authorities: [String])
  /// Facts without any currency were left out; the setting names what to add.
  case currencyUnknown(amounts: Int)
  /// Facts over longer windows than a day cannot be placed in weeks.
  case periodFactsNotInWeeks(source: String, count: Int)
  /// Facts that cover all time cannot be placed in any window.
  case undatedFacts(source: String, count: Int)
  case sourceEndsEarlier(source: String, last: Day)
  case gap(source: String, window: DateWindow)
  /// Customers who ordered before the first day of the data cannot be told from new ones.
  case newCustomersLeftCensored
  /// The platform's claimed figure counts sales that others claim too.
  case platformClaimsOverlap
  /// The gain over the baseline has an interval that holds 0.
  case noGainOverBaseline
  /// Several groups were compared; marks are by interval outside the band only.
  case manyComparisons(Int)
  /// A score whose reliability leaves its consistency band.
  case miscalibrated(pValue: Double)
  /// A figure describes what was recorded, not what advertising caused.
  case recordedNotIncremental
  /// Spend counts to the last day, but the customers it brought last have hardly had time to buy again.
  case returnsStillGrow
}
