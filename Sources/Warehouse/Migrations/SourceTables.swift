import GRDB

/// Which files came in, what became of each of their rows, and what they say of themselves.
enum SourceTables {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE sourceFile (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          digest TEXT NOT NULL UNIQUE CHECK (digest <> ''),
          byteCount INTEGER NOT NULL CHECK (byteCount >= 0),
          format TEXT NOT NULL,
          isVerified INTEGER NOT NULL CHECK (isVerified IN (0, 1)),
          encoding TEXT NOT NULL,
          currency TEXT,
          timeZone TEXT,
          firstDay INTEGER,
          lastDay INTEGER,
          exportedDay INTEGER,
          status TEXT NOT NULL CHECK (status IN ('loading', 'loaded', 'unchanged', 'superseded', 'partial')),
          rowsRead INTEGER NOT NULL DEFAULT 0,
          rowsLoaded INTEGER NOT NULL DEFAULT 0 CHECK (rowsLoaded >= 0),
          rowsUpdated INTEGER NOT NULL DEFAULT 0 CHECK (rowsUpdated >= 0),
          rowsUnchanged INTEGER NOT NULL DEFAULT 0 CHECK (rowsUnchanged >= 0),
          rowsSkipped INTEGER NOT NULL DEFAULT 0 CHECK (rowsSkipped >= 0),
          rowsRejected INTEGER NOT NULL DEFAULT 0 CHECK (rowsRejected >= 0),
          rowsRepeated INTEGER NOT NULL DEFAULT 0 CHECK (rowsRepeated BETWEEN 0 AND rowsUnchanged),
          CHECK ((firstDay IS NULL) = (lastDay IS NULL)),
          CHECK (firstDay IS NULL OR firstDay <= lastDay),
          CHECK (rowsRead = rowsLoaded + rowsUpdated + rowsUnchanged + rowsSkipped + rowsRejected)
        ) STRICT;
        CREATE TABLE rejectedRow (
          sourceFile INTEGER NOT NULL REFERENCES sourceFile (id) ON DELETE CASCADE,
          position INTEGER NOT NULL CHECK (position >= 1),
          line INTEGER NOT NULL CHECK (line >= 0),
          columnName TEXT NOT NULL,
          found TEXT NOT NULL,
          expected TEXT NOT NULL,
          PRIMARY KEY (sourceFile, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE skippedRowCount (
          sourceFile INTEGER NOT NULL REFERENCES sourceFile (id) ON DELETE CASCADE,
          reason TEXT NOT NULL CHECK (reason <> ''),
          rows INTEGER NOT NULL CHECK (rows > 0),
          firstLine INTEGER NOT NULL,
          PRIMARY KEY (sourceFile, reason)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE controlTotal (
          sourceFile INTEGER NOT NULL REFERENCES sourceFile (id) ON DELETE CASCADE,
          position INTEGER NOT NULL CHECK (position >= 1),
          line INTEGER NOT NULL,
          section INTEGER NOT NULL,
          label TEXT NOT NULL,
          metric TEXT NOT NULL,
          valueMicros INTEGER NOT NULL,
          coversAllRows INTEGER NOT NULL CHECK (coversAllRows IN (0, 1)),
          PRIMARY KEY (sourceFile, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fileTotal (
          sourceFile INTEGER NOT NULL REFERENCES sourceFile (id) ON DELETE CASCADE,
          section INTEGER NOT NULL CHECK (section >= 0),
          metric TEXT NOT NULL,
          valueMicros INTEGER NOT NULL,
          PRIMARY KEY (sourceFile, section, metric)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE restatement (
          id INTEGER PRIMARY KEY,
          factTable TEXT NOT NULL CHECK (factTable <> ''),
          fact INTEGER NOT NULL,
          measure TEXT NOT NULL,
          oldValue INTEGER NOT NULL,
          newValue INTEGER NOT NULL CHECK (newValue <> oldValue),
          oldFile INTEGER NOT NULL REFERENCES sourceFile (id),
          newFile INTEGER NOT NULL REFERENCES sourceFile (id),
          day INTEGER
        ) STRICT;
        CREATE INDEX restatementFact ON restatement (factTable, fact);
        CREATE TABLE auditEntry (
          id INTEGER PRIMARY KEY,
          action TEXT NOT NULL CHECK (action IN ('load', 'identity', 'run', 'promote')),
          subject TEXT NOT NULL,
          outcome TEXT NOT NULL,
          rows INTEGER NOT NULL CHECK (rows >= 0)
        ) STRICT;
        """)
  }
}
