import GRDB

/// Every address, account and number by which somebody is known; each a person of its own to begin with.
enum IdentityKeys {
  static func collect(in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM customerLink;
        DELETE FROM identityRefusal;
        DELETE FROM identityLink;
        DELETE FROM identityKey;
        """)
    for source in IdentitySource.all {
      try insert(
        "email", "0", "t.email", where: "t.email NOT IN (\(PlaceholderAddresses.ids))", from: source.table, in: db)
      if source.hasPhone {
        try insert("phone", "0", "t.phone", where: "t.phone IS NOT NULL", from: source.table, in: db)
      }
      if !source.account.isEmpty {
        try insert(
          "account", "t.system", "t.\(source.account)", where: named(source), from: source.table, in: db)
      }
    }
    try insert("account", "t.system", "t.mergedID", where: "1", from: "contactMerge", in: db)
    for number in try AmbiguousNumbers.ids(in: db) {
      try db.execute(
        sql: "DELETE FROM identityKey WHERE kind = 'phone' AND system = 0 AND content = ?", arguments: [number])
    }
    try db.execute(sql: "UPDATE identityKey SET person = id")
  }

  /// The condition that a record of the table names an account: the ids that systems write for guests are nobody's.
  static func named(_ source: IdentitySource) -> String {
    "t.\(source.account) IS NOT NULL AND t.\(source.account) NOT IN (SELECT id FROM label WHERE content IN (\(nobody)))"
  }

  /// Written out in each case, so that the index finds them among a million ids.
  private static let nobody: String = {
    let words = ["null", "none", "nan", "guest", "n/a", "undefined", "unknown"]
    let cases = words.flatMap { [$0, $0.uppercased(), $0.prefix(1).uppercased() + $0.dropFirst()] }
    return (["", "0", "-1", "NaN"] + cases).map(SQLText.literal).joined(separator: ", ")
  }()

  private static func insert(
    _ kind: String, _ system: String, _ content: String, where condition: String, from table: String, in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO identityKey (kind, system, content, person)
        SELECT DISTINCT '\(kind)', \(system), \(content), 0 FROM \(table) AS t WHERE \(condition)
        """)
  }
}
