import Vocabulary

/// What was spent, and what is recorded to have come back: revenue up to the as-of day of the customers whose
/// recorded first source is the channel and who first bought inside the window of its spend, over that spend.
package struct Returns: Sendable {
  package var asOf: Day
  package var currency: Currency
  package var window: DateWindow
  /// 0…1, from the configuration; nil: no break-even line is drawn.
  package var grossMargin: Double?
  package var channels: [Row]
  package var campaigns: [Row]
  package var totalSpend: Double
  /// Recorded revenue of all channels that were paid for; other revenue is not in it.
  package var totalRevenue: Double

  package struct Row: Sendable {
    package var channel: Channel
    /// "" in the channel table.
    package var campaign: String
    package var platforms: [String]
    package var spend: Double
    package var window: DateWindow?
    package var weeksWithSpend: Int
    package var newCustomers: Int
    package var revenue: Double
    /// Revenue per unit of currency spent; nil with a shortfall.
    package var recordedReturn: Estimate?
    package var costPerNewCustomer: Estimate?
    /// The platform's own claimed conversion value over spend; nil where it claims none.
    package var claimedReturn: Double?
    package var claimedConversions: Double?
    package var clicks: Int?
    package var impressions: Int?
    package var verdict: Verdict
    package var shortfall: Shortfall?

    /// Without any orders, or with none of a known first source, nothing is known of the channel's customers and their
    /// revenue, which is not the same as none.
    package var knowsCustomers: Bool { shortfall?.need != .ordersFiles && shortfall?.need != .contactFiles }
  }

  /// By the chance that the return is above break-even: ≥ .95, ≥ .80, ≥ .20, ≥ .05, less. Without a gross margin only
  /// a return below the spend itself can be judged, since no margin makes up for that.
  package enum Verdict: String, Sendable {
    case paysBack, probablyPaysBack, cannotTell, probablyLoses, loses, marginUnknown, notEnoughData
  }
}
