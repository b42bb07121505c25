import GRDB

/// The steps from an empty file to today's schema, in order; `user_version` counts those that a file has behind it.
/// A step is never edited once a release has shipped it: a change is a new file and a new line here.
enum Migrations {
  /// "FAIR" in ASCII: by it a file is known to be ours.
  static let applicationID = 0x4641_4952

  static let steps: [@Sendable (Database) throws -> Void] = [
    SourceTables.create,
    FactTables.create,
    WebTables.create,
    CRMTables.create,
    CommerceTables.create,
    ContactTables.create,
    IdentityTables.create,
    RunTables.create,
    CalendarTable.create,
    ReadableViews.create,
    ColumnTables.create,
    WithdrawnFacts.create,
    ChannelRuleTables.create,
    CountedViews.create,
    UncountedAds.create,
    CountedSales.create,
    CurrentOrderLines.create,
    QueriedEvents.create,
    FileAccounts.create,
    FilledCurrencies.create,
  ]

  static func apply(to db: Database) throws {
    try db.inTransaction(.immediate) {
      let done = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      for step in steps.dropFirst(done) { try step(db) }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(steps.count)")
      return .commit
    }
  }
}
