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
  private var deliveries: [Delivery: Span] = [:]
  /// The file's rows by day.
  private var days = AdDays()

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

  private struct Delivery: Hashable {
    var entity: Int64
    var breakdown: String
    var grain: String
  }

  private struct Span {
    var first: Int64?
    var last: Int64?
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
    note(Delivery(entity: entity, breakdown: record.breakdown, grain: grain), first: first, last: last)
    days.note(entity: entity, slice: slice, record)
    return FactRow(
      dimensions: [entity, slice, first, last, try record.currency.map { try labels.id(of: $0.code) }],
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

  /// Keeps which file told of which entity and when, so that a row that a newer export of the same window no longer
  /// holds can be told from one that it never covered. `window` is what the whole file covers.
  func saveDeliveries(sourceFile: Int64, covering window: DateWindow?, in db: Database) throws {
    try days.save(sourceFile: sourceFile, covering: window, in: db)
    let insert = try PreparedStatement(
      "INSERT INTO adDelivery (sourceFile, entity, breakdown, grain, firstDay, lastDay) VALUES (?, ?, ?, ?, ?, ?)",
      in: db)
    for (delivery, span) in deliveries {
      insert.bind(1, sourceFile)
      insert.bind(2, delivery.entity)
      insert.bind(3, delivery.breakdown)
      insert.bind(4, delivery.grain)
      insert.bind(5, span.first)
      insert.bind(6, span.last)
      try insert.run()
    }
  }

  private func note(_ delivery: Delivery, first: Int64?, last: Int64?) {
    guard let known = deliveries[delivery] else {
      deliveries[delivery] = Span(first: first, last: last)
      return
    }
    guard let first, let last, let knownFirst = known.first, let knownLast = known.last,
      first < knownFirst || last > knownLast
    else { return }
    deliveries[delivery] = Span(first: min(first, knownFirst), last: max(last, knownLast))
  }
}
