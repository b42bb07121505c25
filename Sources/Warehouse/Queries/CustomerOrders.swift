import GRDB
import Vocabulary

/// One sale, by the rule of `PaidOrders`.
package struct CustomerOrderRow: Equatable, Sendable {
  /// Nil for an order that leads to no address.
  package var customerID: Int64?
  package var day: Day
  package var netMicros: Int64
  package var currency: Currency?
  package var isDiscounted: Bool
  package var lineCount: Int
  /// Nil where no line is known, as for the products.
  package var quantity: Int64?
  /// What its lines cost before any discount; nil where the export gives no prices of lines.
  package var listMicros: Int64?
  package var distinctProducts: Int?
  /// As delivered, or "".
  package var country: String
}

package enum CustomerOrders {
  /// Lines count as `CurrentOrderLines` shows them: where the order's own file tells lines of it and lost none, those
  /// alone, else all, since a connector's lines lie in files of their own.
  static let sql = """
    WITH \(PaidOrders.expression),
    basket AS (
      SELECT o.id, COUNT(*) AS lineCount, SUM(l.quantity) AS quantity, SUM(l.priceMicros * l.quantity) AS listMicros,
        NULLIF(COUNT(DISTINCT COALESCE(l.sku, l.product)), 0) AS distinctProducts
      FROM paidOrder AS o
      JOIN orderLine AS l ON l.system = o.system AND l.orderID = o.orderID
      WHERE l.sourceFile = o.sourceFile
        OR NOT EXISTS (
          SELECT 1 FROM orderLine AS h
          WHERE h.system = o.system AND h.orderID = o.orderID AND h.sourceFile = o.sourceFile
        )
        OR EXISTS (SELECT 1 FROM sourceFile AS g WHERE g.id = o.sourceFile AND g.rowsRejected > 0)
      GROUP BY o.id
    )
    SELECT c.id AS customerID, o.day, o.netMicros, m.content AS currency, o.isDiscounted,
      COALESCE(b.lineCount, 0) AS lineCount, b.quantity, b.listMicros, b.distinctProducts,
      COALESCE(n.content, '') AS country
    FROM paidOrder AS o
    JOIN sourceSystem AS s ON s.id = o.system
    JOIN label AS i ON i.id = o.orderID
    LEFT JOIN basket AS b ON b.id = o.id
    LEFT JOIN customerLink AS k ON k.kind = 'order' AND k.system = o.system AND k.identifier = o.orderID
    LEFT JOIN customer AS c ON c.id = k.customer
    LEFT JOIN emailAddress AS e ON e.id = c.email
    LEFT JOIN label AS m ON m.id = o.currency
    LEFT JOIN label AS n ON n.id = o.country
    WHERE o.day <= :upTo
    ORDER BY COALESCE(e.content, ''), o.day, s.platform, s.name, i.content
    """

  /// Sales up to and with `day` (nil: all), by address, day and order id, orders of nobody known first: an order
  /// that does not hang on the order of loading. `rebuildIdentity` must have run since the last load.
  package static func fetch(upTo day: Day?, from warehouse: Warehouse) throws(WarehouseError) -> [CustomerOrderRow] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql, arguments: ["upTo": day?.number ?? .max]).map { row in
        CustomerOrderRow(
          customerID: row["customerID"], day: Day(number: row["day"]), netMicros: row["netMicros"],
          currency: row.currency("currency"), isDiscounted: row["isDiscounted"], lineCount: row["lineCount"],
          quantity: row["quantity"], listMicros: row["listMicros"], distinctProducts: row["distinctProducts"],
          country: row["country"])
      }
    }
  }
}
