import GRDB

/// Who the customers are: one per normalised address, whichever systems know it.
enum IdentityTables {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE customer (
          id INTEGER PRIMARY KEY CHECK (id >= 1),
          email INTEGER NOT NULL UNIQUE REFERENCES emailAddress (id)
        ) STRICT;
        CREATE TABLE customerLink (
          customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
          kind TEXT NOT NULL CHECK (kind IN ('order', 'contact')),
          system INTEGER NOT NULL REFERENCES sourceSystem (id),
          identifier INTEGER NOT NULL REFERENCES label (id),
          PRIMARY KEY (customer, kind, system, identifier)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
