import CSQLite
import Foundation
import GRDB

/// The file under the warehouse: how it comes to be, and how one that is not ours is told.
enum WarehouseFile {
  /// SQLite's count of its own memory, which nobody asks for, takes a lock at each of a load's forty million small
  /// steps: a fifth of the time. Can be set only before the first connection.
  private static let engine: Void = { _ = fairlead_disable_memory_statistics() }()

  static var configuration: Configuration {
    engine
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    return configuration
  }

  /// Builds the schema under a name of its own and links it into place when it is whole: an interrupted start leaves
  /// no half a warehouse, and of two that start at once the second finds the first's.
  static func create(at path: String) throws {
    removeAbandoned(beside: path)
    let temporary = path + abandonedMark + String(getpid())
    let descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw systemFailure(path, doing: "cannot be created") }
    close(descriptor)
    defer {
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(temporary + suffix) }
    }
    let queue = try DatabaseQueue(path: temporary, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try Migrations.apply(to: db)
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try queue.close()
    guard link(temporary, path) == 0 || errno == EEXIST else { throw systemFailure(path, doing: "cannot be created") }
    syncFolder(of: path)
  }

  private static let abandonedMark = ".new-"

  /// What a start that was killed left behind: files under the number of a process that is no more.
  private static func removeAbandoned(beside path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let start = (path as NSString).lastPathComponent + abandonedMark
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    where name.hasPrefix(start) {
      let number = name.dropFirst(start.count).prefix { $0.isNumber }
      guard let process = Int32(number), process == getpid() || kill(process, 0) != 0 else { continue }
      unlink((folder as NSString).appendingPathComponent(name))
    }
  }

  /// SQLite takes the name from a file to sort in as soon as it is open: one that has a name was left behind by a process
  /// that was killed in that moment, and is empty.
  static func removeSortingFiles(in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix("etilqs_") {
      unlink((folder as NSString).appendingPathComponent(name))
    }
  }

  /// Refuses what is no sound warehouse, over a connection that cannot write: opening one for writing would already
  /// touch the file. Pages are checked up to 32 MiB, a fraction of a second; beyond, a fault shows when it is read.
  @discardableResult
  static func inspect(at path: String) throws -> DatabaseQueue {
    let size = try checkHeader(at: path)
    var configuration = configuration
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { db in
      try checkSchema(db, path: path)
      guard size <= 32 << 20 else { return }
      guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
        throw WarehouseError.damaged(path: path, found: "a damaged database")
      }
    }
    return queue
  }

  /// Refuses what SQLite would overwrite or only stumble over later: an empty file, other bytes, a cut file.
  private static func checkHeader(at path: String) throws(WarehouseError) -> UInt64 {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw systemFailure(path, doing: "cannot be read")
    }
    defer { try? handle.close() }
    guard let header = try? handle.read(upToCount: 100) ?? Data(), let size = try? handle.seekToEnd() else {
      throw systemFailure(path, doing: "cannot be read")
    }
    guard !header.isEmpty else { throw .damaged(path: path, found: "an empty file") }
    let bytes = [UInt8](header)
    guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .damaged(path: path, found: "not a database")
    }
    guard bytes[18] <= 2, bytes[19] <= 2 else {
      throw .damaged(path: path, found: "a database format of a later SQLite")
    }
    let pageSize = UInt64(bytes[16]) << 8 | UInt64(bytes[17])
    guard size % (pageSize == 1 ? 65_536 : max(pageSize, 512)) == 0 else {
      throw .damaged(path: path, found: "a database that was cut")
    }
    return size
  }

  private static func checkSchema(_ db: Database, path: String) throws {
    let applicationID = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard applicationID == Migrations.applicationID else {
      throw WarehouseError.foreign(path: path, applicationID: applicationID)
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= Migrations.steps.count else {
      throw WarehouseError.newerSchema(path: path, found: version, known: Migrations.steps.count)
    }
    let pages = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    guard pages > 0 else { throw WarehouseError.damaged(path: path, found: "a database without tables") }
  }

  private static func systemFailure(_ path: String, doing: String) -> WarehouseError {
    .notWritable(path: path, found: "\(doing) (\(String(cString: strerror(errno))))")
  }

  private static func syncFolder(of path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
