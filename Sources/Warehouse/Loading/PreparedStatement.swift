import CSQLite
import GRDB

/// A compiled statement of integers and texts, bound through SQLite's own functions: a load spends most of its time
/// here, and a bind by way of boxed values costs twice as much. Must not outlive its connection.
final class PreparedStatement {
  private let connection: OpaquePointer?
  private let handle: OpaquePointer?
  private let sql: String
  /// Tells SQLite to copy a text at once, since Swift lends it only for the call.
  private static let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ sql: String, in db: Database) throws {
    var compiled: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let code = sqlite3_prepare_v3(db.sqliteConnection, sql, -1, flags, &compiled, nil)
    connection = db.sqliteConnection
    handle = compiled
    self.sql = sql
    guard code == SQLITE_OK else { throw failure(code) }
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ index: Int, _ value: Int64?) {
    if let value {
      sqlite3_bind_int64(handle, Int32(index), value)
    } else {
      sqlite3_bind_null(handle, Int32(index))
    }
  }

  func bind(_ index: Int, _ text: String) {
    sqlite3_bind_text(handle, Int32(index), text, -1, PreparedStatement.copy)
  }

  /// Runs to the end a statement that gives no rows.
  func run() throws {
    while try step() {}
    reset()
  }

  func run(_ values: [Int64]) throws {
    for (index, value) in values.enumerated() { bind(index + 1, value) }
    try run()
  }

  func run(_ values: some Sequence<Int64?>) throws {
    var index = 1
    for value in values {
      bind(index, value)
      index += 1
    }
    try run()
  }

  /// True when a row is there to be read; after false, or when done early, call `reset`.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      defer { reset() }
      throw failure(code)
    }
  }

  func reset() { sqlite3_reset(handle) }

  func integer(_ column: Int) -> Int64? {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, Int32(column))
  }

  /// Bound values stay out of the error: they may be personal data.
  private func failure(_ code: Int32) -> DatabaseError {
    let extended = sqlite3_extended_errcode(connection)
    let message = sqlite3_errmsg(connection).map { String(cString: $0) }
    return DatabaseError(
      resultCode: ResultCode(rawValue: extended == SQLITE_OK ? code : extended), message: message, sql: sql)
  }
}
