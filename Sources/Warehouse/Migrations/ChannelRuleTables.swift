import GRDB

/// The channel rules that reports were built by, oldest first, whole: later ones are held against them, and a visit's
/// channel is worked out from its stored source and medium, never stored itself.
enum ChannelRuleTables {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE channelRuleSet (
          id INTEGER PRIMARY KEY,
          version TEXT NOT NULL CHECK (version <> '')
        ) STRICT;
        CREATE TABLE channelRule (
          ruleSet INTEGER NOT NULL REFERENCES channelRuleSet (id) ON DELETE CASCADE,
          position INTEGER NOT NULL CHECK (position >= 1),
          name TEXT NOT NULL CHECK (name <> ''),
          channel TEXT NOT NULL CHECK (channel <> ''),
          PRIMARY KEY (ruleSet, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE channelPattern (
          ruleSet INTEGER NOT NULL,
          rule INTEGER NOT NULL,
          condition INTEGER NOT NULL CHECK (condition >= 1),
          position INTEGER NOT NULL CHECK (position >= 1),
          field TEXT NOT NULL CHECK (field <> ''),
          comparison TEXT NOT NULL CHECK (comparison IN ('equals', 'startsWith', 'endsWith', 'contains', 'matches')),
          content TEXT NOT NULL,
          PRIMARY KEY (ruleSet, rule, condition, position),
          FOREIGN KEY (ruleSet, rule) REFERENCES channelRule (ruleSet, position) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
