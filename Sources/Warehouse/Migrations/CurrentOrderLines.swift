import GRDB

/// The lines that an order has now, without those that it lost in a newer export.
///
/// Lines are known by their place, and an order that lost one has fewer places: the last keeps what an older file said.
/// A line is left out where the file that tells the order's latest state tells lines of it, and not this one, unless rows
/// of that file were rejected, among which it may be. Nothing is deleted, so that the order of loading changes nothing.
/// Where orders and lines are tables of their own, that file has no lines, and all count.
enum CurrentOrderLines {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        DROP VIEW readableOrderLine;
        CREATE VIEW readableOrderLine AS
        SELECT s.platform, s.name AS shop, i.content AS orderID, o.position, p.content AS product, k.content AS sku,
          o.quantity, o.priceMicros, o.discountMicros, c.content AS currency, o.sourceFile, o.line, o.section
        FROM orderLine AS o
        JOIN sourceSystem AS s ON s.id = o.system
        JOIN label AS i ON i.id = o.orderID
        LEFT JOIN customerOrder AS h ON h.system = o.system AND h.orderID = o.orderID
        LEFT JOIN label AS p ON p.id = o.product
        LEFT JOIN label AS k ON k.id = o.sku
        LEFT JOIN label AS c ON c.id = o.currency
        WHERE h.id IS NULL OR h.sourceFile = o.sourceFile
          OR NOT EXISTS (
            SELECT 1 FROM orderLine AS l
            WHERE l.system = o.system AND l.orderID = o.orderID AND l.sourceFile = h.sourceFile
          )
          OR EXISTS (SELECT 1 FROM sourceFile AS g WHERE g.id = h.sourceFile AND g.rowsRejected > 0);
        """)
  }
}
