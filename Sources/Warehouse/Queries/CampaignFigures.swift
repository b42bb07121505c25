import GRDB
import Vocabulary

/// What a file tells of a campaign in a window.
struct CampaignFigures {
  let account: String
  let campaign: String
  let campaignID: String
  let file: Int64
  let window: DateWindow
  let spendMicros: Int64
  let impressions: Int64
  /// Whether several rows cost something, each of which was rounded.
  let isSum: Bool

  /// Paused campaigns stand in many exports with nothing at all.
  var areNothing: Bool { spendMicros == 0 && impressions == 0 }

  /// Rows without cost or impressions are alike everywhere.
  var areTelling: Bool { spendMicros > 0 && impressions > 0 }

  /// Rounded parts add up to the whole within a hundredth.
  func areEqual(to other: CampaignFigures) -> Bool {
    guard impressions == other.impressions else { return false }
    let difference = (spendMicros - other.spendMicros).magnitude
    return difference == 0 || ((isSum || other.isSum) && difference <= spendMicros.magnitude / 100)
  }
}

extension CampaignFigures {
  /// Of the campaigns whose names stand in rows without an account. One pass over all advertising rows.
  static func fetch(on platform: String, in db: Database) throws -> [CampaignFigures] {
    try Row.fetchAll(db, sql: sql, arguments: ["platform": platform]).compactMap { CampaignFigures($0) }
  }

  private init?(_ row: Row) {
    guard let first = row.day("firstDay"), let last = row.day("lastDay"),
      let window = DateWindow(first: first, last: last)
    else { return nil }
    self.window = window
    account = row["account"]
    campaign = row["campaign"]
    campaignID = row["campaignID"]
    file = row["sourceFile"]
    spendMicros = row["spendMicros"] ?? 0
    impressions = row["impressions"] ?? 0
    isSum = row["isSum"]
  }

  private static let sql = """
    WITH namesake AS MATERIALIZED (
      SELECT id FROM adEntity
      WHERE platform = :platform AND campaign IN (
        SELECT campaign FROM adEntity WHERE platform = :platform AND account = '' AND campaign <> '')
    )
    SELECT e.account, e.campaign, e.campaignID, p.sourceFile, p.firstDay, p.lastDay,
      SUM(p.spendMicros) AS spendMicros, SUM(p.impressions) AS impressions,
      COUNT(NULLIF(p.spendMicros, 0)) > 1 AS isSum
    FROM adPerformance AS p
    JOIN adEntity AS e ON e.id = p.entity
    JOIN adSlice AS s ON s.id = p.slice
    WHERE p.entity IN (SELECT id FROM namesake) AND p.firstDay IS NOT NULL AND \(AdSpendRows.isWholeSlice)
    GROUP BY e.account, e.campaign, e.campaignID, e.level, s.breakdown, p.sourceFile, p.firstDay, p.lastDay
    """
}
