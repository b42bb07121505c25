import GRDB

/// Who the customers are, by which of their addresses, numbers and ids they are known, and why these belong together.
/// All but `customer` is made anew from the facts each time, so that no link outlives its evidence.
enum IdentityTables {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE customer (
          id INTEGER PRIMARY KEY CHECK (id >= 1),
          email INTEGER NOT NULL UNIQUE REFERENCES emailAddress (id)
        ) STRICT;
        CREATE TABLE identityKey (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL CHECK (kind IN ('email', 'account', 'phone')),
          system INTEGER NOT NULL,
          content INTEGER NOT NULL,
          person INTEGER NOT NULL,
          UNIQUE (kind, system, content)
        ) STRICT;
        CREATE INDEX identityKeyPerson ON identityKey (person);
        CREATE TABLE identityLink (
          rule TEXT NOT NULL CHECK (rule IN ('account', 'merge', 'phone')),
          a INTEGER NOT NULL REFERENCES identityKey (id) ON DELETE CASCADE,
          b INTEGER NOT NULL REFERENCES identityKey (id) ON DELETE CASCADE,
          scoreMicros INTEGER NOT NULL CHECK (scoreMicros BETWEEN 0 AND 1000000),
          factTable TEXT NOT NULL,
          fact INTEGER NOT NULL,
          PRIMARY KEY (rule, a, b)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE identityRefusal (
          identityKey INTEGER NOT NULL REFERENCES identityKey (id) ON DELETE CASCADE,
          rule TEXT NOT NULL CHECK (rule IN ('account', 'phone')),
          persons INTEGER NOT NULL CHECK (persons >= 2),
          PRIMARY KEY (identityKey, rule)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE customerLink (
          kind TEXT NOT NULL CHECK (kind <> ''),
          system INTEGER NOT NULL REFERENCES sourceSystem (id),
          identifier INTEGER NOT NULL REFERENCES label (id),
          customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
          rule TEXT NOT NULL CHECK (rule IN ('email', 'account', 'phone')),
          PRIMARY KEY (kind, system, identifier)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX customerLinkCustomer ON customerLink (customer);
        """)
  }
}
