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
    acceptsSeveralPerKey: true, countsEachRecord: true, scales: ["impressions", "spendMicros"])

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
    var grain: Grain
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
      texts: { [$0.grain.rawValue, $0.breakdown, $0.breakdownValue, $0.resultType, $0.attribution] })
  }

  /// A row to be filled again and again: two arrays for each of a million rows are a tenth of the work of a load.
  static let blank = FactRow(
    dimensions: Array(repeating: nil, count: table.dimensions.count),
    measures: Array(repeating: nil, count: table.measures.count), line: 0, section: 0)

  func fill(_ row: inout FactRow, with record: AdPerformance) throws {
    let window = record.window.isUndated ? nil : record.window
    let entity = try entities.id({ $0.isMeant(by: record) }, Entity(record))
    let slice = try slices.id({ $0.isMeant(by: record) }, Slice(record))
    let first = window.map { Int64($0.first.number) }
    let last = window.map { Int64($0.last.number) }
    days.note(entity: entity, slice: slice, first: first, last: last, record)
    row.dimensions[0] = entity
    row.dimensions[1] = slice
    row.dimensions[2] = first
    row.dimensions[3] = last
    row.dimensions[4] = try record.currency.map { try id(of: $0) }
    row.measures[0] = record.spendMicros
    row.measures[1] = record.impressions
    row.measures[2] = record.clicks
    row.measures[3] = record.allClicks
    row.measures[4] = record.interactions
    row.measures[5] = record.reach
    row.measures[6] = record.conversionsMicros
    row.measures[7] = record.conversionValueMicros
    row.line = record.origin.line
    row.section = record.origin.section
    row.content = record.origin.content
  }

  /// The first measure that no table row may hold, in words for a `RejectedRow`.
  static func contradiction(_ record: AdPerformance) -> (column: String, found: String)? {
    let least = min(
      min(record.impressions ?? 0, record.clicks ?? 0, record.allClicks ?? 0),
      min(record.interactions ?? 0, record.reach ?? 0))
    guard least < 0 else { return nil }
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

extension AdPerformanceTable.Entity {
  fileprivate init(_ record: AdPerformance) {
    platform = record.platform
    channel = record.channel
    account = record.account
    campaign = record.campaign
    campaignID = record.campaignID
    adGroup = record.adGroup
    ad = record.ad
    adID = record.adID
  }

  /// From what changes most.
  fileprivate func isMeant(by record: AdPerformance) -> Bool {
    adID == record.adID && ad == record.ad && adGroup == record.adGroup && campaignID == record.campaignID
      && campaign == record.campaign && account == record.account && channel == record.channel
      && platform == record.platform
  }
}

extension AdPerformanceTable.Slice {
  fileprivate init(_ record: AdPerformance) {
    grain = record.grain
    breakdown = record.breakdown
    breakdownValue = record.breakdownValue
    resultType = record.resultType
    attribution = record.attribution
  }

  fileprivate func isMeant(by record: AdPerformance) -> Bool {
    breakdownValue == record.breakdownValue && breakdown == record.breakdown && resultType == record.resultType
      && attribution == record.attribution && grain == record.grain
  }
}
