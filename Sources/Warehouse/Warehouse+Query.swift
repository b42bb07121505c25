import GRDB

/// The answer to a question in SQL: a header and rows of plain values.
package struct QueryAnswer: Equatable, Sendable {
  package enum Value: Equatable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    /// Bytes are told by their number alone.
    case bytes(count: Int)
  }

  package var columns: [String]
  package var rows: [[Value]]
  /// Whether rows beyond the limit were left out.
  package var isCut: Bool
}

extension Warehouse {
  /// Answers one statement that only reads; anything else throws `notAReadOnlyQuery` before it runs.
  package func queryRows(_ sql: String, limit: Int = 1_000_000) throws(WarehouseError) -> QueryAnswer {
    let start = sql.drop { $0.isWhitespace || $0 == "(" }.prefix { $0.isLetter }.uppercased()
    guard ["SELECT", "WITH", "VALUES", "EXPLAIN"].contains(start) else { throw .notAReadOnlyQuery }
    return try read { db in
      let statements = try db.allStatements(sql: sql)
      guard let statement = try statements.next(), statement.isReadonly, try statements.next() == nil else {
        throw WarehouseError.notAReadOnlyQuery
      }
      var answer = QueryAnswer(columns: statement.columnNames, rows: [], isCut: false)
      let cursor = try Row.fetchCursor(statement)
      while let row = try cursor.next() {
        if answer.rows.count == limit {
          answer.isCut = true
          break
        }
        answer.rows.append(row.databaseValues.map(Warehouse.value))
      }
      return answer
    }
  }

  private static func value(_ value: DatabaseValue) -> QueryAnswer.Value {
    switch value.storage {
    case .null: .null
    case .int64(let integer): .integer(integer)
    case .double(let real): .real(real)
    case .string(let text): .text(text)
    case .blob(let bytes): .bytes(count: bytes.count)
    }
  }
}
