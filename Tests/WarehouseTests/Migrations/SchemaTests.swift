import Testing

@testable import Warehouse

@Suite struct SchemaTests {
  @Test func everyTableIsStrictWithAKeyAndACheckAndHoldsNoJSON() throws {
    let scratch = try Scratch()
    let answer = try scratch.warehouse.queryRows("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    #expect(answer.rows.count >= 25)
    for row in answer.rows {
      guard case .text(let name) = row[0], case .text(let sql) = row[1] else { continue }
      #expect(sql.contains("STRICT"), "\(name)")
      #expect(sql.contains("CHECK"), "\(name)")
      #expect(sql.contains("PRIMARY KEY"), "\(name)")
      #expect(!sql.lowercased().contains("json"), "\(name)")
    }
  }

  @Test func theChecksHold() throws {
    let scratch = try Scratch()
    let wrong = [
      "INSERT INTO calendarDay VALUES (1, 1970, 13, 1, 1, 1, 1)", "INSERT INTO emailAddress (content) VALUES ('')",
      "INSERT INTO auditEntry (action, subject, outcome, rows) VALUES ('guess', '', '', 0)",
      "INSERT INTO customer (email) VALUES (99)",
      "INSERT INTO sourceFile (name, digest, byteCount, format, isVerified, encoding, status, rowsRead) "
        + "VALUES ('a', 'd', 1, 'f', 1, 'e', 'loaded', 1)",
    ]
    for sql in wrong {
      #expect(throws: WarehouseError.self, "\(sql)") { try scratch.warehouse.change { try $0.execute(sql: sql) } }
    }
  }

  @Test func theCalendarKnowsItsParts() throws {
    let scratch = try Scratch()
    // 2026-11-21 is a Saturday, day 20778; its week began on the 16th.
    let answer = try scratch.warehouse.queryRows(
      "SELECT year, month, dayOfMonth, weekday, weekStart, monthStart FROM calendarDay WHERE day = 20778")
    #expect(answer.rows == [[2026, 11, 21, 6, 20_773, 20_758].map { .integer($0) }])
  }
}
