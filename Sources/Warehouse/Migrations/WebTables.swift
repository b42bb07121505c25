import GRDB

/// Visits, events and organic social figures.
enum WebTables {
  static let definitions = [
    FactDefinition(
      "webSession",
      [
        .system("tool", "property"), .key("sessionID"), .number("day", isRequired: true), .number("instant"),
        .number("seconds"), .number("views"), .number("events"), .number("conversions"), .number("revenueMicros"),
        .text("currency"), .text("visitorID"), .text("userID"), .text("source"), .text("medium"), .text("campaign"),
        .text("clickID"), .text("channel"), .text("landingPage"), .text("country"), .text("device"),
      ]),
    FactDefinition(
      "webEvent",
      [
        .system("tool", "property"), .key("name"), .number("day", isRequired: true), .number("instantMicros"),
        .key("visitorID"), .key("userID"), .key("sessionID"), .key("page"), .key("transactionID"), .text("source"),
        .text("medium"), .text("campaign"), .text("clickID"), .text("referrer"), .text("country"), .text("device"),
        .number("valueMicros"), .text("currency"),
      ]),
    FactDefinition(
      "socialPost",
      [
        .system("platform", "profile"), .key("postID"), .number("publishedDay"), .number("instant"), .text("kind"),
        .text("title"), .text("link"),
      ]),
    FactDefinition(
      "socialMetric",
      [
        .series("socialSeries", ["platform", "profile", "grain", "dimension", "measure", "measureName"]),
        .key("postID"), .key("dimensionValue"), .number("firstDay"), .number("lastDay"),
        .number("valueMicros", isRequired: true),
      ]),
  ]

  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE socialSeries (
          id INTEGER PRIMARY KEY,
          platform TEXT NOT NULL CHECK (platform <> ''),
          profile TEXT NOT NULL,
          grain TEXT NOT NULL CHECK (grain IN ('day', 'week', 'month', 'year', 'range', 'undated')),
          dimension TEXT NOT NULL,
          measure TEXT NOT NULL,
          measureName TEXT NOT NULL,
          UNIQUE (platform, profile, grain, dimension, measure, measureName)
        ) STRICT;
        """)
    for definition in definitions { try db.execute(sql: definition.sql) }
    try db.execute(sql: "CREATE INDEX webEventVisitor ON webEvent (system, visitorID, instantMicros)")
  }
}
