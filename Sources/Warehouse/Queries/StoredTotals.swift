import GRDB

/// The sums of a loaded file, as they were added up when it was read.
package enum StoredTotals {
  /// In millionths, by the metric's name; only of metrics that one section of the file tells.
  package static func fetch(
    ofFile digest: String, from warehouse: Warehouse
  ) throws(WarehouseError) -> [String: Int64] {
    try warehouse.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT t.metric, MAX(t.valueMicros) AS valueMicros
          FROM fileTotal AS t
          JOIN sourceFile AS f ON f.id = t.sourceFile
          WHERE f.digest = :digest
          GROUP BY t.metric
          HAVING COUNT(*) = 1
          """, arguments: ["digest": digest])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["metric"], $0["valueMicros"]) })
    }
  }
}
