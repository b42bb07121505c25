import Ingestion
import Vocabulary
import Warehouse

/// Rows that only the warehouse refuses: who reads a file row by row does not know that an earlier one has the same key.
enum LateRejections {
  static func fetch(of digest: String, besides read: ReadSummary, from warehouse: Warehouse) throws -> [RejectedRow] {
    let known = Set(read.problems)
    let answer = try warehouse.queryRows(
      """
      SELECT r.line, r.columnName, r.found, r.expected
      FROM rejectedRow AS r JOIN sourceFile AS f ON f.id = r.sourceFile
      WHERE f.digest = '\(digest)'
      ORDER BY r.line, r.position
      """)
    return answer.rows.compactMap { row in
      guard case .integer(let line) = row[0], case .text(let column) = row[1], case .text(let found) = row[2],
        case .text(let expected) = row[3]
      else { return nil }
      let rejected = RejectedRow(line: Int(line), column: column, found: found, expected: expected)
      return known.contains(rejected) ? nil : rejected
    }
  }
}
