import GRDB
import Vocabulary

/// What was spent on advertising, each euro once: one row per campaign, channel and window of the cover that
/// `AdCover` chooses among everything that the exports tell of the same days.
package struct AdSpendRow: Equatable, Sendable {
  package var platform: String
  package var channel: Channel
  /// One of its names, the same for all of its rows; "" where nothing tells which account it is.
  package var account: String
  /// "" where only account totals are known.
  package var campaign: String
  /// Nil for figures of "all time", whose days no file tells.
  package var firstDay: Day?
  package var lastDay: Day?
  package var currency: Currency?
  /// Sums of what was delivered; nil where no row of the group gave the measure.
  package var spendMicros: Int64?
  package var impressions: Int64?
  package var clicks: Int64?
  package var conversionsMicros: Int64?
  package var conversionValueMicros: Int64?
}

package enum AdSpendRows {
  /// Breakdowns by these tell of a part of the spend only: what ran without a keyword and what was searched for rarely is
  /// not among them. They never stand for the whole, however fine their days.
  static let words = ["keyword", "searchTerm"]

  private static func isWhole(_ breakdown: String) -> String {
    words.map { "'+' || \(breakdown) || '+' NOT LIKE '%+\($0)+%'" }.joined(separator: " AND ")
  }

  static let isWholeSlice = isWhole("s.breakdown")
  static let isWholeDelivery = isWhole("d.breakdown")

  /// That a file, `f`, is a sheet of the user's own.
  static let isBooked = "f.format LIKE '\(SourceFile.mappingPrefix)%'"

  /// What makes rows one fact.
  private static let key = """
    e.platform, e.channel, e.account, e.campaign, e.campaignID, e.level, s.breakdown, s.grain,
      p.firstDay, p.lastDay, c.content, p.sourceFile
    """

  private static let source = """
    FROM adPerformance AS p
    JOIN adEntity AS e ON e.id = p.entity
    JOIN sourceFile AS f ON f.id = p.sourceFile
    JOIN adSlice AS s ON s.id = p.slice
    LEFT JOIN label AS c ON c.id = p.currency
    WHERE \(isWholeSlice) AND p.id NOT IN (SELECT fact FROM toldTwice)
      AND p.id NOT IN (SELECT fact FROM withdrawnAdPerformance)
    """

  private static let sql = """
    SELECT e.platform, e.channel, e.account, e.campaign, e.campaignID, e.level, s.breakdown, s.grain,
      p.firstDay, p.lastDay, c.content AS currency, p.sourceFile,
      SUM(p.spendMicros) AS spendMicros, SUM(p.impressions) AS impressions, SUM(p.clicks) AS clicks,
      SUM(\(UncountedAds.conversions)) AS conversionsMicros, SUM(p.conversionValueMicros) AS conversionValueMicros,
      MAX(\(isBooked)) AS isBooked, MIN(p.id) AS firstRow
    \(source)
    GROUP BY \(key)
    """

  /// The rows of sheets of the user's own, each with the first row of its fact.
  private static let bookedSQL = """
    SELECT p.entity, p.spendMicros, MIN(p.id) OVER (PARTITION BY \(key)) AS firstRow
    \(source) AND \(isBooked)
    """

  static let deliveriesSQL = """
    SELECT e.platform, e.account, e.campaign, e.campaignID, e.level, d.breakdown, d.grain, d.sourceFile,
      MIN(d.firstDay) AS firstDay, MAX(d.lastDay) AS lastDay,
      MAX(f.firstDay) AS fileFirstDay, MAX(f.lastDay) AS fileLastDay, MAX(f.exportedDay) AS exportedDay,
      MAX(f.rowsRejected) AS rowsRejected
    FROM adDelivery AS d
    JOIN adEntity AS e ON e.id = d.entity
    JOIN sourceFile AS f ON f.id = d.sourceFile
    WHERE \(isWholeDelivery)
    GROUP BY e.platform, e.account, e.campaign, e.campaignID, e.level, d.breakdown, d.grain, d.sourceFile
    """

  /// In the order of platform, account, campaign, first day, channel.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [AdSpendRow] {
    try fetchSelection(from: warehouse).rows
  }

  /// The same, with the condition by which the counted rows are found in `readableAdPerformance`.
  package static func fetchSelection(
    from warehouse: Warehouse
  ) throws(WarehouseError) -> (rows: [AdSpendRow], selection: AdSelection) {
    let (facts, deliveries) = try warehouse.read { db in try told(in: db) }
    let chosen = AdCover.choices(facts, deliveries: deliveries)
    let rows = zip(facts, chosen).compactMap { $1 }
    return (rows.sorted(by: AdCover.precedes), AdSelection(zip(facts, chosen).map { ($0, $1 != nil) }))
  }

  /// Everything that there is to choose from.
  static func told(in db: Database) throws -> (facts: [AdCover.Fact], deliveries: [AdCover.Delivery]) {
    let accounts = try AdAccounts.byPlatform(in: db)
    let listed = try ListedCampaignNames(in: db)
    let booked = try booked(in: db)
    return (
      try Row.fetchAll(db, sql: sql).map { row in
        var fact = AdCover.Fact(row, of: accounts, listed)
        if fact.isBooked { fact.bookedSpend = booked[row["firstRow"]] ?? [:] }
        return fact
      },
      try Row.fetchAll(db, sql: deliveriesSQL).map { AdCover.Delivery($0, of: accounts) }
    )
  }

  /// In millionths by the first row of a fact and the thing that was booked. Reads no rows where there is no such sheet.
  private static func booked(in db: Database) throws -> [Int64: [Int64: Int64]] {
    let hasSheets = "SELECT EXISTS (SELECT 1 FROM sourceFile AS f WHERE \(isBooked))"
    guard try Bool.fetchOne(db, sql: hasSheets) == true else { return [:] }
    return try Row.fetchAll(db, sql: bookedSQL).reduce(into: [:]) { booked, row in
      let spend: Int64? = row["spendMicros"]
      booked[row["firstRow"], default: [:]][row["entity"], default: 0] += spend ?? 0
    }
  }
}

extension AdCover.Fact {
  fileprivate init(_ row: Row, of accounts: [String: AdAccounts], _ listed: ListedCampaignNames) {
    spend = AdSpendRow(
      platform: row["platform"], channel: Channel(rawValue: row["channel"]) ?? .unknown, account: row["account"],
      campaign: row["campaign"], firstDay: row.day("firstDay"), lastDay: row.day("lastDay"),
      currency: row.currency("currency"), spendMicros: row["spendMicros"], impressions: row["impressions"],
      clicks: row["clicks"], conversionsMicros: row["conversionsMicros"],
      conversionValueMicros: row["conversionValueMicros"])
    campaignID = row["campaignID"]
    knownName = listed.name(spend.campaign, id: campaignID, on: spend.platform)
    shape = AdCover.Shape(row)
    file = row["sourceFile"]
    isBooked = row["isBooked"]
    writtenAccount = spend.account
    spend.account = accounts.account(spend.account, on: spend.platform, campaign: spend.campaign, id: campaignID)
  }
}

extension AdCover.Delivery {
  fileprivate init(_ row: Row, of accounts: [String: AdAccounts]) {
    platform = row["platform"]
    campaign = row["campaign"]
    campaignID = row["campaignID"]
    account = accounts.account(row["account"], on: platform, campaign: campaign, id: campaignID)
    shape = AdCover.Shape(row)
    file = row["sourceFile"]
    let fileLast: Int? = row["fileLastDay"]
    evidence = Evidence(lastDay: fileLast, exportedDay: row["exportedDay"])
    isWhole = row["rowsRejected"] == 0
    let first: Int? = row["firstDay"]
    let last: Int? = row["lastDay"]
    let fileFirst: Int? = row["fileFirstDay"]
    if let first, let last {
      days = min(first, fileFirst ?? first)...max(last, fileLast ?? last)
    } else {
      days = nil
    }
  }
}

extension AdCover.Shape {
  fileprivate init(_ row: Row) {
    level = row["level"]
    breakdown = row["breakdown"]
    grain = row["grain"]
  }
}
