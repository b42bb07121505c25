import GRDB
import Vocabulary

/// What joins keys, with the first fact that says so.
///
/// CROSS JOIN holds SQLite to the order as written: from the records to their keys. Nothing tells it how many keys there
/// are of a kind, and begun from the keys the same joins would run over all pairs of them.
enum IdentityLinks {
  static func collect(in db: Database) throws {
    for source in IdentitySource.all where !source.account.isEmpty {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO identityLink (rule, a, b, scoreMicros, factTable, fact)
          SELECT 'account', k.id, e.id, \(micros(.account)), '\(source.table)', MIN(t.id)
          FROM \(source.table) AS t
          CROSS JOIN identityKey AS k ON k.kind = 'account' AND k.system = t.system AND k.content = t.\(source.account)
          CROSS JOIN identityKey AS e ON e.kind = 'email' AND e.system = 0 AND e.content = t.email
          GROUP BY k.id, e.id
          """)
    }
    try db.execute(
      sql: """
        INSERT INTO identityRefusal (identityKey, rule, persons)
        SELECT a, 'account', COUNT(*) FROM identityLink WHERE rule = 'account' GROUP BY a
        HAVING COUNT(*) > \(IdentityRule.mostAddressesPerKey);
        DELETE FROM identityLink
        WHERE rule = 'account' AND a IN (SELECT identityKey FROM identityRefusal WHERE rule = 'account')
        """)
    try refuseSharedAddresses(in: db)
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO identityLink (rule, a, b, scoreMicros, factTable, fact)
        SELECT 'merge', k.id, m.id, \(micros(.merge)), 'contactMerge', t.id
        FROM contactMerge AS t
        CROSS JOIN identityKey AS k ON k.kind = 'account' AND k.system = t.system AND k.content = t.contactID
        CROSS JOIN identityKey AS m ON m.kind = 'account' AND m.system = t.system AND m.content = t.mergedID
        """)
  }

  /// An address that many have named would make them all one. How many ids it has does not tell, since there are shops
  /// that give a guest a new one with each order: what tells is how many of them are known by another address too, and
  /// how many telephone numbers stand beside it.
  private static func refuseSharedAddresses(in db: Database) throws {
    let numbered = IdentitySource.all.filter(\.hasPhone)
      .map { "SELECT email, phone FROM \($0.table) WHERE email IS NOT NULL AND phone IS NOT NULL" }
    try db.execute(
      sql: """
        INSERT INTO identityRefusal (identityKey, rule, persons)
        SELECT identityKey, 'account', MAX(persons) FROM (
          SELECT l.b AS identityKey, COUNT(*) AS persons
          FROM identityLink AS l CROSS JOIN identityKey AS k ON k.id = l.a
          WHERE l.rule = 'account'
            AND l.a IN (SELECT a FROM identityLink WHERE rule = 'account' GROUP BY a HAVING COUNT(*) > 1)
          GROUP BY l.b, k.system
          UNION ALL
          SELECT k.id, COUNT(*)
          FROM (\(numbered.joined(separator: " UNION "))) AS n
          CROSS JOIN identityKey AS k ON k.kind = 'email' AND k.system = 0 AND k.content = n.email
          GROUP BY k.id
        )
        WHERE persons > \(IdentityRule.mostPersonsPerAddress) GROUP BY identityKey;
        DELETE FROM identityLink
        WHERE rule = 'account' AND b IN (SELECT identityKey FROM identityRefusal WHERE rule = 'account')
        """)
  }

  /// Each key takes the smallest person among its neighbours, until none changes; in between
  /// each takes the person of the key that its person is named after, which halves a chain instead of walking it.
  static func spread(in db: Database) throws {
    var changes = 0
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
      changes = db.changesCount
      try db.execute(
        sql: """
          UPDATE identityKey SET person = r.person FROM identityKey AS r
          WHERE r.id = identityKey.person AND r.person < identityKey.person
          """)
    } while changes > 0
  }

  /// A number joins whoever has it, if only one person with an address does. An account without an address whose
  /// numbers lead to two such persons joins neither: through it they would become one. Accounts that nothing has joined
  /// with an address before stay in `unaddressedAccount`: whom they belong to then, a number alone says.
  static func joinByPhone(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE unaddressedAccount (id INTEGER PRIMARY KEY);
        INSERT INTO unaddressedAccount (id)
        SELECT id FROM identityKey
        WHERE kind = 'account' AND person NOT IN (SELECT person FROM identityKey WHERE kind = 'email');
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
        SELECT p.phone, COUNT(DISTINCT k.person) AS persons, MIN(k.person) AS person
        FROM phoneHolder AS p CROSS JOIN identityKey AS k ON k.id = p.holder
        WHERE k.person IN (SELECT person FROM identityKey WHERE kind = 'email')
        GROUP BY p.phone;
        INSERT INTO identityRefusal (identityKey, rule, persons)
        SELECT phone, 'phone', persons FROM phonePersons WHERE persons > 1;
        CREATE TEMP TABLE phoneTorn AS
        SELECT k.person, COUNT(DISTINCT n.person) AS persons
        FROM phonePersons AS n CROSS JOIN phoneHolder AS p ON p.phone = n.phone
        CROSS JOIN identityKey AS k ON k.id = p.holder
        WHERE n.persons = 1 AND k.person <> n.person
        GROUP BY k.person HAVING COUNT(DISTINCT n.person) > 1;
        INSERT INTO identityRefusal (identityKey, rule, persons) SELECT person, 'phone', persons FROM phoneTorn;
        INSERT OR IGNORE INTO identityLink (rule, a, b, scoreMicros, factTable, fact)
        SELECT 'phone', p.phone, p.holder, \(micros(.phone)), p.factTable, p.fact
        FROM phonePersons AS n CROSS JOIN phoneHolder AS p ON p.phone = n.phone
        CROSS JOIN identityKey AS k ON k.id = p.holder
        WHERE n.persons = 1 AND k.person NOT IN (SELECT person FROM phoneTorn);
        DROP TABLE phoneTorn;
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
        CROSS JOIN identityKey AS k ON k.kind = 'phone' AND k.system = 0 AND k.content = t.phone
        CROSS JOIN identityKey AS h ON h.kind = \(holder)
        WHERE h.id NOT IN (SELECT identityKey FROM identityRefusal WHERE rule = 'account')
        GROUP BY k.id, h.id
        """)
  }

  private static func micros(_ rule: IdentityRule) -> Int { Int((rule.score * 1_000_000).rounded()) }
}
