import GRDB
import Vocabulary

/// Where a customer came from, in the words of the CRM's original source and its drill-downs.
package struct CustomerSource: Equatable, Sendable {
  package var customerID: Int64
  /// Nil where no CRM knows the customer or it recorded no source.
  package var channel: Channel?
  package var campaign: String
  package var contactCreatedDay: Day?
  /// The contact's country, else that of the customer's latest order, else "".
  package var country: String
  package var inShop: Bool
  package var inCRM: Bool
}

package enum CustomerSources {
  /// A customer with several contacts takes the source of the one that was created first; contacts without a source
  /// come after those with one, then without a day after those with one.
  static let sql = """
    WITH firstContact AS (
      SELECT c.customer, k.createdDay, h.content AS channel, p.content AS campaign, l.content AS country,
        ROW_NUMBER() OVER (
          PARTITION BY c.customer
          ORDER BY CASE WHEN k.channel IS NULL THEN 1 ELSE 0 END, CASE WHEN k.createdDay IS NULL THEN 1 ELSE 0 END,
            COALESCE(k.createdDay, 0), s.platform, i.content
        ) AS place
      FROM contact AS k
      JOIN sourceSystem AS s ON s.id = k.system
      JOIN label AS i ON i.id = k.contactID
      LEFT JOIN label AS h ON h.id = k.channel
      LEFT JOIN label AS p ON p.id = k.campaign
      LEFT JOIN label AS l ON l.id = k.country
      JOIN customerLink AS c ON c.kind = 'contact' AND c.system = k.system AND c.identifier = k.contactID
    ),
    lastOrder AS (
      SELECT c.customer, l.content AS country,
        ROW_NUMBER() OVER (
          PARTITION BY c.customer
          ORDER BY CASE WHEN l.content IS NULL THEN 1 ELSE 0 END, o.day DESC, s.platform, s.name, i.content
        ) AS place
      FROM customerOrder AS o
      JOIN sourceSystem AS s ON s.id = o.system
      JOIN label AS i ON i.id = o.orderID
      LEFT JOIN label AS l ON l.id = o.country
      JOIN customerLink AS c ON c.kind = 'order' AND c.system = o.system AND c.identifier = o.orderID
    )
    SELECT c.id AS customerID, k.channel, COALESCE(k.campaign, '') AS campaign, k.createdDay,
      COALESCE(k.country, o.country, '') AS country,
      CASE WHEN o.customer IS NULL THEN 0 ELSE 1 END AS inShop,
      CASE WHEN k.customer IS NULL THEN 0 ELSE 1 END AS inCRM
    FROM customer AS c
    JOIN emailAddress AS e ON e.id = c.email
    LEFT JOIN firstContact AS k ON k.customer = c.id AND k.place = 1
    LEFT JOIN lastOrder AS o ON o.customer = c.id AND o.place = 1
    WHERE k.customer IS NOT NULL OR o.customer IS NOT NULL
    ORDER BY e.content
    """

  /// One row per customer, by address. Contacts that lead to no address are nobody's and not here.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [CustomerSource] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        let channel: String? = row["channel"]
        return CustomerSource(
          customerID: row["customerID"], channel: channel.flatMap { Channel(rawValue: $0) }, campaign: row["campaign"],
          contactCreatedDay: row.day("createdDay"), country: row["country"], inShop: row["inShop"],
          inCRM: row["inCRM"])
      }
    }
  }
}
