import GRDB

/// A campaign as some row of advertising names it, whatever it cost and in whichever currency.
package struct CampaignName: Equatable, Sendable {
  /// "" where the row tells the id alone.
  package var name: String
  /// The platform's; "" where the row tells none.
  package var id: String

  package init(name: String, id: String) {
    self.name = name
    self.id = id
  }
}

package enum CampaignNames {
  static let sql = """
    SELECT DISTINCT campaign, campaignID
    FROM adEntity
    WHERE campaign <> '' OR campaignID <> ''
    ORDER BY campaign, campaignID
    """

  /// By name and id.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [CampaignName] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).map { CampaignName(name: $0["campaign"], id: $0["campaignID"]) }
    }
  }
}
