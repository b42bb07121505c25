import Vocabulary

/// The ids page by page.
extension NumberID {
  package static func tile(_ measure: Overview.Measure) -> NumberID {
    NumberID(["summary", part(token: measure.rawValue)])
  }

  package static func weekBefore(_ measure: Overview.Measure) -> NumberID {
    NumberID(["summary", part(token: measure.rawValue), "week-before"])
  }

  /// The change on the week before, or an end of the usual range.
  package static func beside(_ measure: Overview.Measure, _ what: ReportNumber.Measure) -> NumberID {
    NumberID(["summary", part(token: measure.rawValue), word(of: what)])
  }

  /// What a figure of an earlier report is now.
  package static func earlier(_ week: ReportWeek, _ measure: Overview.Measure) -> NumberID {
    NumberID(["earlier", "\(week)".lowercased(), part(token: measure.rawValue)])
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
    let subject = row.campaign.isEmpty ? [] : ["campaign", part(NameSpelling.normalized(row.campaign))]
    return NumberID(["channels", channel] + subject + [word(of: measure)])
  }

  package static func allChannels(_ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["channels", "all", word(of: measure)])
  }

  package static let customers = NumberID(["audience", "customers"])

  package static func segment(_ name: Segmentation.SegmentName, _ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["audience", "segment", part(token: name.rawValue), word(of: measure)])
  }

  package static func trait(_ name: Segmentation.SegmentName, _ feature: Segmentation.SegmentFeature) -> NumberID {
    NumberID(["audience", "segment", part(token: name.rawValue), "index", part(token: feature.rawValue)])
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

  package static func slice(_ dimension: Trust.Dimension, _ name: String, _ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["trust", dimension.rawValue, part(name), word(of: measure)])
  }

  /// A measure of the run that the trust page tells in a tile of its own.
  package static func trustMetric(_ name: String) -> NumberID { NumberID(["trust", part(token: name)]) }

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

  package static func total(_ total: DataQuality.Control, _ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["data", "total", String(total.digest.prefix(12)), "\(total.position)", word(of: measure)])
  }

  package static func restated(_ one: DataQuality.Restated, _ measure: ReportNumber.Measure) -> NumberID {
    let metric = one.isOfOneMeasure ? part(token: one.metric) : part(one.metric)
    let dimension = one.dimension.isEmpty ? "" : "-by-" + part(one.dimension)
    return NumberID(
      ["data", "restated", part(one.source), part(token: one.table), metric + dimension, word(of: measure)])
  }

  package static func gap(_ gap: TrackingAudit.Gap, _ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["data", "tracking", part(token: gap.kind.rawValue), part(gap.subject), word(of: measure)])
  }

  package static func source(_ source: DataQuality.Source, _ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["data", "source", part(source.name), part(token: source.kind), word(of: measure)])
  }

  package static func identity(_ rule: IdentityRule, _ measure: ReportNumber.Measure) -> NumberID {
    NumberID(["data", "identity", part(token: rule.rawValue), word(of: measure)])
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
    case .checkedLeavers, .sliceLeavers: "leavers"
    case .sliceCustomers: "customers"
    case .weekChange: "change"
    case .usualLow: "usual-from"
    case .usualHigh: "usual-to"
    case .listStake: "at-stake"
    case .slicesOutside: "groups-outside"
    case .statedTotal: "stated"
    case .summedTotal: "summed"
    case .restatedRows: "rows"
    case .restatedOld: "old"
    case .restatedNew: "new"
    case .coveredDays: "days"
    case .missingDays: "days-missing"
    case .trackedVisits: "visits"
    case .trackedMoney: "worth"
    case .joinedKeys: "joined"
    case .joinedCustomers: "customers"
    case .refusedKeys: "refused"
    case .identityChecks: "checks"
    case .identityPrecision: "precision"
    default: part(token: measure.rawValue)
    }
  }
}
