import GRDB
import Vocabulary

/// Delivery and cost by ad entity, slice and window.
final class AdPerformanceTable {
  static let table = FactTable(
    name: "adPerformance",
    dimensions: ["entity", "slice", "firstDay", "lastDay", "currency"],
    measures: [
      "spendMicros", "impressions", "clicks", "allClicks", "interactions", "reach", "conversionsMicros",
      "conversionValueMicros",
    ],
    acceptsSeveralPerKey: true)

  private let labels: TextDictionary<String>
  private let entities: TextDictionary<Entity>
  private let slices: TextDictionary<Slice>
  private var days = AdDays()
  private var lastCurrency: (currency: Currency, id: Int64)?

  struct Entity: Hashable {
    var platform: String
    var channel: Channel
    var account: String
    var campaign: String
    var campaignID: String
    var adGroup: String
    var ad: String
    var adID: String

    /// By the parts that tell entities of one account apart; the others are the same throughout most files.
    func hash(into hasher: inout Hasher) {
      hasher.combine(campaign)
      hasher.combine(adGroup)
      hasher.combine(ad)
      hasher.combine(adID)
    }

    /// The deepest thing that is named.
    var level: String {
      if !ad.isEmpty || !adID.isEmpty { return "ad" }
      if !adGroup.isEmpty { return "adGroup" }
      return campaign.isEmpty && campaignID.isEmpty ? "account" : "campaign"
    }
  }

  struct Slice: Hashable {
    var grain: String
    var breakdown: String
    var breakdownValue: String
    var resultType: String
    var attribution: String
  }

  init(labels: TextDictionary<String>, in db: Database) throws {
    self.labels = labels
    entities = try TextDictionary(
      table: "adEntity",
      columns: ["platform", "channel", "account", "campaign", "campaignID", "adGroup", "ad", "adID"],
      derivedColumns: ["level"], in: db,
      texts: {
        [$0.platform, $0.channel.rawValue, $0.account, $0.campaign, $0.campaignID, $0.adGroup, $0.ad, $0.adID]
      },
      derived: { [$0.level] })
    slices = try TextDictionary(
      table: "adSlice", columns: ["grain", "breakdown", "breakdownValue", "resultType", "attribution"], in: db,
      texts: { [$0.grain, $0.breakdown, $0.breakdownValue, $0.resultType, $0.attribution] })
  }

  func row(_ record: AdPerformance) throws -> FactRow {
    let window = record.window.isUndated ? nil : record.window
    let grain = record.window.grain.rawValue
    let entity = try entities.id(
      of: Entity(
        platform: record.platform, channel: record.channel, account: record.account, campaign: record.campaign,
        campaignID: record.campaignID, adGroup: record.adGroup, ad: record.ad, adID: record.adID))
    let slice = try slices.id(
      of: Slice(
        grain: grain, breakdown: record.breakdown, breakdownValue: record.breakdownValue,
        resultType: record.resultType, attribution: record.attribution))
    let first = window.map { Int64($0.first.number) }
    let last = window.map { Int64($0.last.number) }
    days.note(entity: entity, slice: slice, first: first, last: last, record)
    return FactRow(
      dimensions: [entity, slice, first, last, try record.currency.map { try id(of: $0) }],
      measures: [
        record.spendMicros, record.impressions, record.clicks, record.allClicks, record.interactions, record.reach,
        record.conversionsMicros, record.conversionValueMicros,
      ],
      line: record.origin.line, section: record.origin.section)
  }

  /// The first measure that no table row may hold, in words for a `RejectedRow`.
  static func contradiction(_ record: AdPerformance) -> (column: String, found: String)? {
    let counts = [
      ("impressions", record.impressions), ("clicks", record.clicks), ("all clicks", record.allClicks),
      ("interactions", record.interactions), ("reach", record.reach),
    ]
    for (column, count) in counts {
      if let count, count < 0 { return (column, String(count)) }
    }
    return nil
  }

  /// Keeps which file told of which entity and when. `window` is what the whole file covers.
  func saveDays(sourceFile: Int64, covering window: DateWindow?, in db: Database) throws {
    try days.save(sourceFile: sourceFile, covering: window, in: db)
  }

  private func id(of currency: Currency) throws -> Int64 {
    if let lastCurrency, lastCurrency.currency == currency { return lastCurrency.id }
    let id = try labels.id(of: currency.code)
    lastCurrency = (currency, id)
    return id
  }
}
