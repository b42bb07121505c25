import Vocabulary

/// Where advertising cost and website visits do not meet, in money.
package struct TrackingAudit: Sendable, Equatable {
  package var tool: String
  /// All days that the visits cover.
  package var window: DateWindow
  /// Net revenue over visits in these days, the price put on a visit that cannot be credited; nil without orders.
  package var revenuePerVisit: Double?
  /// Visits that the tool puts into no channel; nil where it does not tell channels.
  package var unassigned: Unassigned?
  /// The dearest first.
  package var gaps: [Gap]
  /// Paid channels and campaigns compared; 0 where the tool does not tell them.
  package var channelsChecked: Int
  package var campaignsChecked: Int
  /// Cost of these days that is in no figure, since nothing tells it in the report's currency.
  package var leftOut: [Caveat] = []

  package struct Unassigned: Sendable, Equatable {
    /// In `window`.
    package var visits: Int64
    /// 0…1, in `window`.
    package var share: Double
    /// 0…1, in all windows before it; nil where there is none.
    package var shareBefore: Double?
    /// What `visits` are worth at `revenuePerVisit`.
    package var value: Double?
    /// The last seven days where visits come by day, else the latest window.
    package var window: DateWindow
  }

  package struct Gap: Sendable, Equatable {
    package var kind: Kind
    /// The channel's label or the campaign's name.
    package var subject: String
    /// Nil where cost has no visits.
    package var visits: Int64?
    /// The cost, or what the visits are worth; nil where nothing tells.
    package var money: Double?
  }

  /// The gap that a traced number is of: one channel may have cost without visits and, in other windows, the reverse.
  func gap(of number: ReportNumber) -> Gap? {
    gaps.first { $0.subject == number.subject && $0.kind.rawValue == number.detail }
  }

  package enum Kind: String, Sendable, CaseIterable {
    /// A paid channel cost money in a window in which the tool saw no visit from it.
    case costWithoutVisits
    /// Visits from a paid channel in a window without any cost on record, in whichever currency.
    case visitsWithoutCost
    /// A campaign that cost money and that no visit names.
    case campaignWithoutVisits
    /// A campaign named by visits that no advertising export knows, neither by name nor by id.
    case tagWithoutCampaign
  }
}
