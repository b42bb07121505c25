import Foundation
import GRDB

/// The one SQLite file that holds what was ingested, who the customers are, and what models made of it.
///
/// One writer at a time, readers never wait (write-ahead log). A change is one transaction, synced before it is
/// reported done. A file that is not a sound warehouse is refused and left as it is.
package final class Warehouse: Sendable {
  package let path: String
  private let reader: any DatabaseReader
  private let writer: (any DatabaseWriter)?

  /// Opens the warehouse at `path`, after creating it (mode 0600, whatever the umask) where there is none, and brings
  /// its schema up to date.
  package init(path: String) throws(WarehouseError) {
    self.path = path
    do {
      if !FileManager.default.fileExists(atPath: path) { try WarehouseFile.create(at: path) }
      try WarehouseFile.inspect(at: path)
      let pool = try DatabasePool(path: path, configuration: WarehouseFile.configuration)
      try pool.writeWithoutTransaction { db in
        // Only now: opening a pool sets it to NORMAL, which may lose the last commits with the power.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try Migrations.apply(to: db)
      }
      reader = pool
      writer = pool
    } catch { throw .wrapping(error, path: path) }
  }

  private init(path: String, reader: any DatabaseReader) {
    self.path = path
    self.reader = reader
    writer = nil
  }

  /// Opens an existing warehouse for questions only; anything that would change it throws.
  package static func openReadOnly(path: String) throws(WarehouseError) -> Warehouse {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    do {
      let queue = try WarehouseFile.inspect(at: path)
      try queue.read { db in
        guard try Int.fetchOne(db, sql: "PRAGMA user_version") == Migrations.steps.count else {
          throw WarehouseError.notWritable(
            path: path, found: "an older schema, which only a writer may bring up to date")
        }
      }
      return Warehouse(path: path, reader: queue)
    } catch { throw .wrapping(error, path: path) }
  }

  /// Reads every page and checks every reference: seconds per gigabyte. Throws `damaged` at the first fault.
  package func checkIntegrity() throws(WarehouseError) {
    let path = path
    try read { db in
      let verdict = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)")
      guard verdict == "ok" else { throw WarehouseError.damaged(path: path, found: "a damaged database") }
      guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
        throw WarehouseError.damaged(path: path, found: "a row that refers to a missing one")
      }
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(WarehouseError) -> Value {
    do { return try reader.read(body) } catch { throw .wrapping(error, path: path) }
  }

  /// Runs `body` in one `BEGIN IMMEDIATE` transaction; whatever it throws rolls all back. Errors of the database come
  /// out as `WarehouseError`, those of `body` as they are.
  func change<Value>(_ settings: ChangeSettings = .usual, _ body: (Database) throws -> Value) throws -> Value {
    guard let writer else { throw WarehouseError.notWritable(path: path, found: "opened for reading only") }
    do {
      return try writer.writeWithoutTransaction { db in
        // The settings have no effect within a transaction.
        try settings.begin(db, folder: (path as NSString).deletingLastPathComponent)
        let result = Result { try Warehouse.transaction(db, body) }
        try settings.end(db)
        return try result.get()
      }
    } catch let error as DatabaseError { throw WarehouseError.wrapping(error, path: path) }
  }

  private static func transaction<Value>(_ db: Database, _ body: (Database) throws -> Value) throws -> Value {
    var value: Value?
    try db.inTransaction(.immediate) {
      value = try body(db)
      return .commit
    }
    guard let value else { throw CancellationError() }
    return value
  }
}
