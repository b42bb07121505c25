import GRDB

/// Which segment a run puts each customer into, by the customer's address.
package enum Segments {
  static let sql = """
    SELECT s.customer, s.segment
    FROM customerSegment AS s
    JOIN customer AS c ON c.id = s.customer
    JOIN emailAddress AS e ON e.id = c.email
    WHERE s.run = :run
    ORDER BY e.content
    """

  package static func fetch(run id: String, from warehouse: Warehouse) throws(WarehouseError) -> [StoredRun.Segment] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql, arguments: ["run": id]).map { row in
        StoredRun.Segment(customerID: row["customer"], segment: row["segment"])
      }
    }
  }
}
