import GRDB

/// A unique index that is dropped while its table is filled and built afterwards, all within one transaction: a million
/// keys sorted once cost less than a million searches.
struct DeferredIndex {
  /// The pieces that are sorted are as large as the cache may be: some megabytes fit into the processor's.
  private static let sortedKibibytes = 4_096

  private let sql: String

  init(_ name: String, in db: Database) throws {
    guard
      let sql = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?", arguments: [name])
    else { throw DatabaseError(message: "no index \(name)") }
    self.sql = sql
    try db.execute(sql: "DROP INDEX \(name)")
  }

  /// Throws `RepeatedKeys` where the table holds a key twice.
  func build(in db: Database) throws {
    try db.execute(sql: "PRAGMA cache_size = \(-DeferredIndex.sortedKibibytes)")
    do {
      try db.execute(sql: sql)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT { throw RepeatedKeys() }
  }
}

/// A file in bulk held a key twice.
struct RepeatedKeys: Error {}
