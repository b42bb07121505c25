import GRDB

/// A digest of what stood behind an event's question mark belongs to its key: two requests of one page in one second are two
/// events, whether one file holds both or each of two holds one. The query itself is not kept, nor is its digest spelled out.
enum QueriedEvents {
  static func create(in db: Database) throws {
    try db.execute(sql: "ALTER TABLE webEvent ADD COLUMN queryDigest INTEGER")
    // Events from before have none, and are found again under the key that such a one has.
    let key = DatabaseFunction("eventKey", argumentCount: 10, pure: true) { values in
      FactWriter.key(values.map { Int64.fromDatabaseValue($0) })
    }
    db.add(function: key)
    try db.execute(
      sql: """
        UPDATE webEvent SET naturalKey = eventKey(
          system, name, day, instantMicros, visitorID, userID, sessionID, page, transactionID, queryDigest)
        """)
    db.remove(function: key)
  }
}
