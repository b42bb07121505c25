import GRDB

/// What the lists of campaigns call those whose rows may carry their id alone.
struct ListedCampaignNames {
  private struct Campaign: Hashable {
    var platform: String
    var id: String
  }

  private let names: [Campaign: String]

  init(in db: Database) throws {
    let rows = try Row.fetchAll(db, sql: Self.sql)
    names = Dictionary(
      rows.map { (Campaign(platform: $0["platform"], id: $0["campaignID"]), $0["listed"] as String) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The name that a row itself has, else the list's; "" where neither tells one.
  func name(_ own: String, id: String, on platform: String) -> String {
    own.isEmpty ? names[Campaign(platform: platform, id: id)] ?? "" : own
  }

  /// Where lists of several accounts differ they tell nothing.
  private static let sql = """
    SELECT platform, campaignID, MAX(name) AS listed
    FROM readableAdCampaign
    WHERE name <> ''
    GROUP BY platform, campaignID
    HAVING MIN(name) = MAX(name)
    """
}
