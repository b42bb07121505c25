import GRDB
import Vocabulary

/// What joins keys, with the first fact that says so.
enum IdentityLinks {
  static func collect(in db: Database) throws {
    for source in IdentitySource.all where !source.account.isEmpty {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO identityLink (rule, a, b, scoreMicros, factTable, fact)
          SELECT 'account', k.id, e.id, \(micros(.account)), '\(source.table)', MIN(t.id)
          FROM \(source.table) AS t
          JOIN identityKey AS k ON k.kind = 'account' AND k.system = t.system AND k.content = t.\(source.account)
          JOIN identityKey AS e ON e.kind = 'email' AND e.system = 0 AND e.content = t.email
          GROUP BY k.id, e.id
          """)
    }
    try db.execute(
      sql: """
        INSERT INTO identityRefusal (identityKey, rule, persons)
        SELECT a, 'account', COUNT(*) FROM identityLink WHERE rule = 'account' GROUP BY a
        HAVING COUNT(*) > \(IdentityRule.mostAddressesPerKey);
        DELETE FROM identityLink
        WHERE rule = 'account' AND a IN (SELECT identityKey FROM identityRefusal WHERE rule = 'account');
        INSERT OR IGNORE INTO identityLink (rule, a, b, scoreMicros, factTable, fact)
        SELECT 'merge', k.id, m.id, \(micros(.merge)), 'contactMerge', t.id
        FROM contactMerge AS t
        JOIN identityKey AS k ON k.kind = 'account' AND k.system = t.system AND k.content = t.contactID
        JOIN identityKey AS m ON m.kind = 'account' AND m.system = t.system AND m.content = t.mergedID
        """)
  }

  /// Each key takes the smallest person among its neighbours, until none changes.
  static func spread(in db: Database) throws {
    repeat {
      try db.execute(
        sql: """
          UPDATE identityKey SET person = n.person
          FROM (
            SELECT id, MIN(person) AS person FROM (
              SELECT l.a AS id, k.person FROM identityLink AS l JOIN identityKey AS k ON k.id = l.b
              UNION ALL
              SELECT l.b AS id, k.person FROM identityLink AS l JOIN identityKey AS k ON k.id = l.a
            ) GROUP BY id
          ) AS n
          WHERE n.id = identityKey.id AND n.person < identityKey.person
          """)
    } while db.changesCount > 0
  }

  /// A number joins whoever has it, if only one person with an address does.
  static func joinByPhone(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE phoneHolder (phone INTEGER NOT NULL, holder INTEGER NOT NULL, factTable TEXT, fact INTEGER,
          PRIMARY KEY (phone, holder)) WITHOUT ROWID
        """)
    for source in IdentitySource.all where source.hasPhone {
      try hold("'email' AND h.system = 0 AND h.content = t.email", source, in: db)
      if !source.account.isEmpty {
        try hold("'account' AND h.system = t.system AND h.content = t.\(source.account)", source, in: db)
      }
    }
    try db.execute(
      sql: """
        CREATE TEMP TABLE phonePersons AS
        SELECT p.phone, COUNT(DISTINCT k.person) AS persons
        FROM phoneHolder AS p JOIN identityKey AS k ON k.id = p.holder
        WHERE k.person IN (SELECT person FROM identityKey WHERE kind = 'email')
        GROUP BY p.phone;
        INSERT INTO identityRefusal (identityKey, rule, persons)
        SELECT phone, 'phone', persons FROM phonePersons WHERE persons > 1;
        INSERT OR IGNORE INTO identityLink (rule, a, b, scoreMicros, factTable, fact)
        SELECT 'phone', p.phone, p.holder, \(micros(.phone)), p.factTable, p.fact
        FROM phoneHolder AS p JOIN phonePersons AS n ON n.phone = p.phone AND n.persons = 1;
        DROP TABLE phonePersons;
        DROP TABLE phoneHolder
        """)
    try spread(in: db)
  }

  private static func hold(_ holder: String, _ source: IdentitySource, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO phoneHolder (phone, holder, factTable, fact)
        SELECT k.id, h.id, '\(source.table)', MIN(t.id)
        FROM \(source.table) AS t
        JOIN identityKey AS k ON k.kind = 'phone' AND k.system = 0 AND k.content = t.phone
        JOIN identityKey AS h ON h.kind = \(holder)
        WHERE h.id NOT IN (SELECT identityKey FROM identityRefusal WHERE rule = 'account')
        GROUP BY k.id, h.id
        """)
  }

  private static func micros(_ rule: IdentityRule) -> Int { Int((rule.score * 1_000_000).rounded()) }
}
