import GRDB

/// Of whom the user said a file to be: the same bytes may come again as another account's.
enum FileAccounts {
  static func create(in db: Database) throws {
    try db.execute(sql: "ALTER TABLE sourceFile ADD COLUMN account TEXT NOT NULL DEFAULT ''")
  }
}
