import GRDB
import Vocabulary

/// A measure of a stored row that two files gave differently: what stands, what the other file had, and which it was.
package struct RestatedRow: Equatable, Sendable {
  /// The row's own lineage, by which it is found in the readable views.
  package var sourceFile: Int64
  package var line: Int64
  package var section: Int64
  /// The measure's column name.
  package var measure: String
  /// As stored.
  package var oldValue: Int64
  package var newValue: Int64
  package var oldFile: String
  package var oldDigest: String
  package var newFile: String
}

package enum RestatedRows {
  /// Measures of a table that are numbers, so that nobody's address is in them. In the order of loading.
  package static func fetch(
    of table: String, measures: [String], from warehouse: Warehouse
  ) throws(WarehouseError) -> [RestatedRow] {
    let isOfMeasures = SQLText.isOne("r.measure", of: measures)
    return try warehouse.read { db in
      guard try db.tableExists(table) else { return [] }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT t.sourceFile, t.line, t.section, r.measure, r.oldValue, r.newValue, a.name AS oldFile,
            a.digest AS oldDigest, b.name AS newFile
          FROM restatement AS r
          JOIN \(table) AS t ON t.id = r.fact
          JOIN sourceFile AS a ON a.id = r.oldFile
          JOIN sourceFile AS b ON b.id = r.newFile
          WHERE r.factTable = :table AND \(isOfMeasures)
          ORDER BY r.id
          """, arguments: ["table": table]
      ).map { row in
        RestatedRow(
          sourceFile: row["sourceFile"], line: row["line"], section: row["section"], measure: row["measure"],
          oldValue: row["oldValue"], newValue: row["newValue"], oldFile: row["oldFile"], oldDigest: row["oldDigest"],
          newFile: row["newFile"])
      }
    }
  }
}
