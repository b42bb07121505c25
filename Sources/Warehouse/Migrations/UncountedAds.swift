import GRDB
import Vocabulary

/// What of the stored advertising does not count. Rows that say again, in other words, what rows of another file say: see
/// `ToldTwice`, which fills their table. And results that are deliveries, which are kept and are no conversions.
enum UncountedAds {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE toldTwice (
          fact INTEGER PRIMARY KEY REFERENCES adPerformance (id) ON DELETE CASCADE,
          countedFile INTEGER NOT NULL CHECK (countedFile > 0) REFERENCES sourceFile (id) ON DELETE CASCADE
        ) STRICT;
        CREATE TABLE deliveryResult (
          name TEXT PRIMARY KEY CHECK (name = LOWER(name))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX toldTwiceFile ON toldTwice (countedFile);
        DROP VIEW readableAdPerformance;
        CREATE VIEW readableAdPerformance AS
        SELECT e.platform, e.channel, e.account, e.campaign, e.campaignID, e.adGroup, e.ad, e.adID, e.level,
          s.grain, s.breakdown, s.breakdownValue, s.resultType, s.attribution, p.firstDay, p.lastDay,
          c.content AS currency, p.spendMicros, p.impressions, p.clicks, p.allClicks, p.interactions, p.reach,
          \(conversions) AS conversionsMicros, p.conversionValueMicros, p.sourceFile, p.line, p.section
        FROM adPerformance AS p
        JOIN adEntity AS e ON e.id = p.entity
        JOIN adSlice AS s ON s.id = p.slice
        LEFT JOIN label AS c ON c.id = p.currency
        WHERE p.id NOT IN (SELECT fact FROM withdrawnAdPerformance)
          AND p.id NOT IN (SELECT fact FROM toldTwice)
        """)
    try fillDeliveryResults(in: db)
  }

  static func fillDeliveryResults(in db: Database) throws {
    let names = DeliveryResult.names.map { "(\(SQLText.literal($0)))" }.joined(separator: ", ")
    try db.execute(sql: "INSERT OR IGNORE INTO deliveryResult (name) VALUES \(names)")
  }

  /// Of a row `p` with its slice `s`; none where its results are deliveries.
  static let conversions =
    "CASE WHEN LOWER(s.resultType) IN (SELECT name FROM deliveryResult) THEN NULL ELSE p.conversionsMicros END"
}
