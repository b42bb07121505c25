import Vocabulary

/// One number of a report with all that is needed to count it again: what it measures, when, and of what.
package struct ReportNumber: Sendable, Equatable {
  package var id: NumberID
  package var value: Double
  package var unit: Unit
  package var measure: Measure
  /// The days that the measure is of; nil where it is of everything up to the as-of day, or of no days.
  package var window: DateWindow?
  package var channel: Channel?
  /// What of its kind it is about: a campaign, a pseudonym, a file's digest, a metric, a reason; "" where that is clear.
  package var subject: String
  /// A further distinction that the measure has, "" for none.
  package var detail: String
  /// The model run that it stands on.
  package var run: String?

  package enum Unit: String, Sendable, CaseIterable {
    /// In the report's currency, or per unit of it.
    case money
    case count
    /// 0…1.
    case share
    case plain
  }

  package enum Measure: String, Sendable, CaseIterable {
    // Of a week.
    case revenue, spend, revenuePerSpend, orders, newCustomers, costPerNewCustomer, revenueChange
    // Of a week beside others; the subject is what is measured.
    case weekChange, usualLow, usualHigh
    // Of a channel, or of a campaign where there is a subject; of all channels where there is none.
    case adSpend, gainedCustomers, recordedRevenue, recordedReturn, costPerGainedCustomer
    case claimedReturn, claimedConversions, clicks, impressions
    // Of customers with an order, of one group of them, of a cell of recency and frequency.
    case customers, segmentCustomers, segmentShare, segmentRevenueShare, cellCustomers, cellRevenue
    // Of a group of customers; the subject is the group, the detail the trait.
    case traitIndex
    // Of the churn score.
    case scoredCustomers, expectedLeavers, averageRisk, listStake
    case customerRisk, customerYearlyRevenue, customerStake, customerOrders, customerSilence
    case checkedCustomers, checkedLeavers, brierScore, uncertainty, miscalibration, discrimination
    // The same of a slice of the customers checked: the subject is its dimension, the detail its name; none for all.
    case sliceCustomers, sliceLeavers, flagged, caught, scoreMinusOutcome, slicesOutside
    /// A stored measure of a run; the subject is its name, the detail its split.
    case runMetric
    // Of what came in.
    case rowsRead, rowsLoaded, rowsUpdated, rowsUnchanged, rowsSkipped, rowsRejected, skippedRows, rejectedRows
    // Of what files state: the subject is a file's digest, the detail the total's position.
    case statedTotal, summedTotal
    // Of what a newer file changed: the subject is its name, the detail the table and the measure.
    case restatedRows, restatedOld, restatedNew
    // Of a source; the subject is its name, the detail its kind; of all where there is none.
    case coveredDays, missingDays
    // Of cost and visits that do not meet: the subject is a channel or campaign, the detail how they miss each other.
    case trackedVisits, trackedMoney
    // Of a rule of identity, which is the subject.
    case joinedKeys, joinedCustomers, refusedKeys, identityChecks, identityPrecision

    /// Whether rows of advertising enter it: which of them count takes a look at all of them.
    package var countsAdvertising: Bool {
      switch self {
      case .spend, .revenuePerSpend, .costPerNewCustomer, .adSpend, .recordedRevenue, .recordedReturn,
        .costPerGainedCustomer, .claimedReturn, .claimedConversions, .clicks, .impressions, .weekChange, .usualLow,
        .usualHigh, .trackedMoney:
        true
      default: false
      }
    }
  }

  package init(
    _ id: NumberID, _ value: Double, _ unit: Unit, _ measure: Measure, window: DateWindow? = nil,
    channel: Channel? = nil, subject: String = "", detail: String = "", run: String? = nil
  ) {
    self.id = id
    self.value = value
    self.unit = unit
    self.measure = measure
    self.window = window
    self.channel = channel
    self.subject = subject
    self.detail = detail
    self.run = run
  }
}
