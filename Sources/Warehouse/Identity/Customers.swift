import GRDB

/// The persons who buy or may buy, each known by the address that was seen first. As to CROSS JOIN, see `IdentityLinks`.
enum Customers {
  static func rebuild(in db: Database) throws {
    let sources = IdentitySource.all.filter(\.makesCustomer)
    let seen = sources.map {
      "SELECT email, MIN(\(day(of: $0))) AS day FROM \($0.table) WHERE email IS NOT NULL GROUP BY email"
    }
    try db.execute(
      sql: """
        CREATE TEMP TABLE leadingEmail AS
        SELECT person, content AS email FROM (
          SELECT k.person, k.content,
            ROW_NUMBER() OVER (
              PARTITION BY k.person ORDER BY CASE WHEN s.day IS NULL THEN 1 ELSE 0 END, s.day, a.content
            ) AS place
          FROM (SELECT email, MIN(day) AS day FROM (\(seen.joined(separator: " UNION ALL "))) GROUP BY email) AS s
          CROSS JOIN identityKey AS k ON k.kind = 'email' AND k.system = 0 AND k.content = s.email
          CROSS JOIN emailAddress AS a ON a.id = s.email
        ) WHERE place = 1;
        DELETE FROM customer WHERE email NOT IN (SELECT email FROM leadingEmail);
        INSERT INTO customer (email)
        SELECT l.email FROM leadingEmail AS l JOIN emailAddress AS a ON a.id = l.email
        WHERE l.email NOT IN (SELECT email FROM customer)
        ORDER BY a.content;
        CREATE TEMP TABLE personCustomer AS
        SELECT l.person, c.id AS customer FROM leadingEmail AS l JOIN customer AS c ON c.email = l.email;
        CREATE UNIQUE INDEX temp.personCustomerPerson ON personCustomer (person)
        """)
    for source in IdentitySource.all where !source.identifier.isEmpty { try link(source, in: db) }
    try db.execute(sql: "DROP TABLE personCustomer; DROP TABLE leadingEmail; DROP TABLE unaddressedAccount")
  }

  /// A record belongs to whom its address names, else its account, else its number. The rule is the weakest evidence on
  /// the way: that of an account whose person a number has told is the number.
  private static func link(_ source: IdentitySource, in db: Database) throws {
    var ways = [("email", "0", "t.email", "t.email IS NOT NULL")]
    if !source.account.isEmpty {
      ways.append(("account", "t.system", "t.\(source.account)", IdentityKeys.named(source)))
    }
    if source.hasPhone { ways.append(("phone", "0", "t.phone", "t.phone IS NOT NULL")) }
    for (kind, system, content, condition) in ways {
      let isTold = "k.kind = 'account' AND k.id IN (SELECT id FROM unaddressedAccount)"
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO customerLink (kind, system, identifier, customer, rule)
          SELECT '\(source.kind)', t.system, t.\(source.identifier), p.customer,
            CASE WHEN \(isTold) THEN 'phone' ELSE k.kind END
          FROM \(source.table) AS t
          CROSS JOIN identityKey AS k ON k.kind = '\(kind)' AND k.system = \(system) AND k.content = \(content)
          CROSS JOIN personCustomer AS p ON p.person = k.person
          WHERE \(condition) AND t.\(source.identifier) NOT IN (SELECT id FROM label WHERE content = '')
          """)
    }
  }

  private static func day(of source: IdentitySource) -> String {
    switch source.table {
    case "contact", "deal": "createdDay"
    case "subscription": "startDay"
    case "offlineSale": "firstDay"
    default: "day"
    }
  }
}
