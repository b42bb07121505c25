import Foundation
import GRDB

/// How the connection works during one change.
struct ChangeSettings {
  static let usual = ChangeSettings()

  /// Whether SQLite looks up the row that each foreign key refers to, a fifth of the time of a load.
  var checksReferences = true
  /// Whether it sorts in pieces, kept in a file without a name beside the warehouse, instead of all at once in memory: half
  /// the time for a million keys, and no memory that grows with them. For loads, which sort keys and nothing that tells of
  /// anybody.
  var sortsOnDisk = false

  func begin(_ db: Database, folder: String) throws {
    if !checksReferences { try db.execute(sql: "PRAGMA foreign_keys = OFF") }
    guard sortsOnDisk else { return }
    let place = folder.isEmpty ? "." : folder
    WarehouseFile.removeSortingFiles(in: place)
    // Without it SQLite looks for a folder of the system's.
    try db.execute(sql: "PRAGMA temp_store_directory = '\(place.replacingOccurrences(of: "'", with: "''"))'")
    try db.execute(sql: "PRAGMA temp_store = FILE")
  }

  func end(_ db: Database) throws {
    if !checksReferences { try db.execute(sql: "PRAGMA foreign_keys = ON") }
    if sortsOnDisk { try db.execute(sql: "PRAGMA temp_store = MEMORY") }
  }
}
