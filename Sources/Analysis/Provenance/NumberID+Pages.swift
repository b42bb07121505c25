import Vocabulary

/// The ids page by page.
extension NumberID {
  package static func tile(_ measure: Overview.Measure) -> NumberID {
    NumberID(["summary", part(token: measure.rawValue)])
  }

  package static func weekBefore(_ measure: Overview.Measure) -> NumberID {
    NumberID(["summary", part(token: measure.rawValue), "week-before"])
  }

  /// Of the week that begins on this Monday.
  package static func weekly(_ measure: Overview.Measure, _ monday: Day) -> NumberID {
    NumberID(["summary", part(token: measure.rawValue), "\(monday)"])
  }

  package static func move(_ channel: Channel) -> NumberID {
    NumberID(["summary", "revenue-change", part(token: channel.rawValue)])
  }

  package static let totalMove = NumberID(["summary", "revenue-change", "total"])

  package static func returns(_ row: Returns.Row, _ measure: ReportNumber.Measure) -> NumberID {
    let channel = part(token: row.channel.rawValue)
    let subject = row.campaign.isEmpty ? [] : ["campaign", part(CampaignKey.normalized(row.campaign))]
    return NumberID(["channels", channel] + subject + [word(of: measure)])
  }

  package static func allChannels(_ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["channels", "all", word(of: measure)])
  }

  package static let customers = NumberID(["audience", "customers"])

  package static func segment(_ name: Segmentation.SegmentName, _ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["audience", "segment", part(token: name.rawValue), word(of: measure)])
  }

  /// Rows of recency from 1, longest ago, to 5; columns of frequency from 1, fewest, to 5; nil: all columns.
  package static func cell(row: Int, column: Int?, _ measure: ReportNumber.Measure) -> NumberID {
    NumberID(
      ["audience", "recency", "\(row + 1)"] + (column.map { ["orders", "\($0 + 1)"] } ?? []) + [word(of: measure)])
  }

  package static func churn(_ measure: ReportNumber.Measure) -> NumberID { NumberID(["churn", word(of: measure)]) }

  /// - Parameter pseudonym: never the address.
  package static func customer(_ pseudonym: String, _ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["churn", "customer", pseudonym, word(of: measure)])
  }

  package static func trust(_ measure: ReportNumber.Measure) -> NumberID { NumberID(["trust", word(of: measure)]) }

  /// - Parameter page: `churn` or `audience`.
  package static func metric(_ page: String, _ name: String) -> NumberID {
    // Features are named in words, everything else by tokens.
    NumberID(
      [page, "model"] + name.split(separator: ".").map { $0.contains(" ") ? part(String($0)) : part(token: String($0)) }
    )
  }

  package static func file(digest: String, _ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["data", "file", String(digest.prefix(12)), word(of: measure)])
  }

  package static func data(_ measure: ReportNumber.Measure) -> NumberID { NumberID(["data", word(of: measure)]) }

  package static func skipped(_ reason: SkippedRow.Reason) -> NumberID {
    NumberID(["data", "skipped", part(token: reason.rawValue)])
  }

  /// What the measure is called where page and subject have been said.
  private static func word(of measure: ReportNumber.Measure) -> String {
    switch measure {
    case .adSpend: "spend"
    case .gainedCustomers: "new-customers"
    case .recordedRevenue, .cellRevenue: "revenue"
    case .recordedReturn: "return"
    case .costPerGainedCustomer: "cost-per-new-customer"
    case .segmentCustomers, .cellCustomers: "customers"
    case .segmentShare: "share"
    case .segmentRevenueShare: "revenue-share"
    case .customerRisk: "risk"
    case .customerYearlyRevenue: "revenue-a-year"
    case .customerStake: "at-stake"
    case .customerOrders: "orders"
    case .customerSilence: "days-since-order"
    case .checkedCustomers: "customers"
    case .checkedLeavers: "leavers"
    default: part(token: measure.rawValue)
    }
  }
}
