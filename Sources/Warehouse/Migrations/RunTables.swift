import GRDB

/// What models were fitted, what they found, and which one is in use. Replaced whole, per run id.
enum RunTables {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE modelRun (
          id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
          model TEXT NOT NULL CHECK (model <> ''),
          version TEXT NOT NULL,
          seed INTEGER NOT NULL,
          firstDay INTEGER,
          lastDay INTEGER,
          rows INTEGER NOT NULL CHECK (rows >= 0),
          dataDigest TEXT NOT NULL,
          asOfDay INTEGER NOT NULL,
          CHECK ((firstDay IS NULL) = (lastDay IS NULL)),
          CHECK (firstDay IS NULL OR firstDay <= lastDay)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE modelParameter (
          run TEXT NOT NULL REFERENCES modelRun (id) ON DELETE CASCADE,
          name TEXT NOT NULL CHECK (name <> ''),
          value TEXT NOT NULL,
          PRIMARY KEY (run, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE modelMetric (
          run TEXT NOT NULL REFERENCES modelRun (id) ON DELETE CASCADE,
          name TEXT NOT NULL CHECK (name <> ''),
          split TEXT NOT NULL,
          value REAL NOT NULL,
          low REAL,
          high REAL,
          n INTEGER CHECK (n >= 0),
          CHECK (low IS NULL OR high IS NULL OR low <= high),
          PRIMARY KEY (run, name, split)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE modelArtefact (
          run TEXT NOT NULL PRIMARY KEY REFERENCES modelRun (id) ON DELETE CASCADE,
          digest TEXT NOT NULL CHECK (digest <> ''),
          bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE customerScore (
          run TEXT NOT NULL REFERENCES modelRun (id) ON DELETE CASCADE,
          customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
          name TEXT NOT NULL CHECK (name <> ''),
          asOfDay INTEGER NOT NULL,
          scoreMicros INTEGER NOT NULL,
          PRIMARY KEY (run, customer, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE customerSegment (
          run TEXT NOT NULL REFERENCES modelRun (id) ON DELETE CASCADE,
          customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
          segment TEXT NOT NULL CHECK (segment <> ''),
          PRIMARY KEY (run, customer)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reliabilityPoint (
          run TEXT NOT NULL REFERENCES modelRun (id) ON DELETE CASCADE,
          kind TEXT NOT NULL CHECK (kind <> ''),
          position INTEGER NOT NULL CHECK (position >= 0),
          x REAL NOT NULL,
          y REAL NOT NULL,
          low REAL,
          high REAL,
          n INTEGER CHECK (n >= 0),
          PRIMARY KEY (run, kind, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sliceMetric (
          run TEXT NOT NULL REFERENCES modelRun (id) ON DELETE CASCADE,
          metric TEXT NOT NULL CHECK (metric <> ''),
          slice TEXT NOT NULL,
          value REAL NOT NULL,
          low REAL,
          high REAL,
          n INTEGER NOT NULL CHECK (n >= 0),
          PRIMARY KEY (run, metric, slice)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE modelPromotion (
          id INTEGER PRIMARY KEY CHECK (id >= 1),
          model TEXT NOT NULL,
          run TEXT NOT NULL REFERENCES modelRun (id) ON DELETE CASCADE
        ) STRICT;
        """)
  }
}
