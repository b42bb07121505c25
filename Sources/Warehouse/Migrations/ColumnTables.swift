import GRDB

/// Which columns the exports of a source have, and where a later export differed.
enum ColumnTables {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE sourceColumn (
          format TEXT NOT NULL CHECK (format <> ''),
          account TEXT NOT NULL,
          variant TEXT NOT NULL,
          key TEXT NOT NULL CHECK (key <> ''),
          position INTEGER NOT NULL CHECK (position >= 1),
          header TEXT NOT NULL,
          field TEXT NOT NULL,
          content TEXT NOT NULL CHECK (content <> ''),
          form TEXT NOT NULL,
          currency TEXT,
          isOriginal INTEGER NOT NULL CHECK (isOriginal IN (0, 1)),
          sourceFile INTEGER NOT NULL REFERENCES sourceFile (id) ON DELETE CASCADE,
          PRIMARY KEY (format, account, variant, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sourceColumnFile ON sourceColumn (sourceFile);
        CREATE TABLE columnChange (
          sourceFile INTEGER NOT NULL REFERENCES sourceFile (id) ON DELETE CASCADE,
          position INTEGER NOT NULL CHECK (position >= 1),
          kind TEXT NOT NULL CHECK (kind <> ''),
          header TEXT NOT NULL,
          found TEXT NOT NULL,
          expected TEXT NOT NULL,
          PRIMARY KEY (sourceFile, position)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
