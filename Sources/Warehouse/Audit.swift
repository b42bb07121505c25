import GRDB

/// One line of the record of changes, written in the transaction of the change that it tells of. It names files, runs
/// and counts, never persons, and bears no time: the warehouse knows no clock.
package struct AuditEntry: Equatable, Sendable {
  package enum Action: String, Sendable {
    case load, identity, run, promote
  }

  package var action: Action
  /// A file's digest, a run's id, a model's name, or "channel rules".
  package var subject: String
  package var outcome: String
  package var rows: Int

  func write(to db: Database) throws {
    try db.execute(
      sql: "INSERT INTO auditEntry (action, subject, outcome, rows) VALUES (?, ?, ?, ?)",
      arguments: [action.rawValue, subject, outcome, rows])
  }
}

extension Warehouse {
  /// All entries, oldest first.
  package func auditEntries() throws(WarehouseError) -> [AuditEntry] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT action, subject, outcome, rows FROM auditEntry ORDER BY id").compactMap { row in
        AuditEntry.Action(rawValue: row["action"]).map {
          AuditEntry(action: $0, subject: row["subject"], outcome: row["outcome"], rows: row["rows"])
        }
      }
    }
  }
}
