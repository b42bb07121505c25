import GRDB

/// The addresses behind the customers' ids, for pseudonyms and audience files. Personal data.
package enum CustomerAddresses {
  static let sql = """
    SELECT c.id AS customerID, e.content AS email
    FROM customer AS c
    JOIN emailAddress AS e ON e.id = c.email
    ORDER BY e.content
    """

  /// Normalised addresses by customer id.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [Int64: String] {
    try warehouse.read { db in
      var addresses: [Int64: String] = [:]
      for row in try Row.fetchAll(db, sql: sql) { addresses[row["customerID"]] = row["email"] }
      return addresses
    }
  }
}
