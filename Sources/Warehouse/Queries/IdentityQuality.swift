import GRDB
import Vocabulary

/// What one rule has joined, and how often it is right where these data can tell.
package struct IdentityQuality: Equatable, Sendable {
  package var rule: IdentityRule
  /// Keys joined by it; of e-mail, addresses known.
  package var links: Int
  /// Keys that it would have joined with several persons, and has left alone.
  package var refused: Int
  /// Customers to whom it has led a record.
  package var customers: Int
  /// Records that carry an address and a number, whose address was hidden: how many of them the number alone led to
  /// somebody, and how many of those to the right person. 0 of 0 where no two records share a number.
  package var trials: Int
  package var right: Int

  package init(rule: IdentityRule, links: Int, refused: Int, customers: Int, trials: Int, right: Int) {
    self.rule = rule
    self.links = links
    self.refused = refused
    self.customers = customers
    self.trials = trials
    self.right = right
  }
}

package enum IdentityQualities {
  package static let sql = """
    WITH counted AS (
      SELECT rule, COUNT(*) AS links, 0 AS refused, 0 AS customers FROM identityLink GROUP BY rule
      UNION ALL SELECT 'email', COUNT(*), 0, 0 FROM identityKey WHERE kind = 'email'
      UNION ALL SELECT rule, 0, COUNT(*), 0 FROM identityRefusal GROUP BY rule
      UNION ALL SELECT rule, 0, 0, COUNT(DISTINCT customer) FROM customerLink GROUP BY rule
    )
    SELECT rule, SUM(links) AS links, SUM(refused) AS refused, SUM(customers) AS customers
    FROM counted GROUP BY rule ORDER BY rule
    """

  private static let records = IdentitySource.all.filter(\.hasPhone)
    .map { "SELECT phone, email FROM \($0.table) WHERE phone IN (SELECT id FROM keyed) AND email IS NOT NULL" }
    .joined(separator: " UNION ALL ")

  /// With the address of one record hidden, the number leads to somebody where exactly one person has it on the other
  /// records: to the right one if that person has it at least twice, to a wrong one if the record's own person has it
  /// here alone.
  package static let trials = """
    WITH keyed AS (SELECT content AS id FROM identityKey WHERE kind = 'phone'),
    record AS (
      \(records)
    ),
    holder AS (
      SELECT r.phone, k.person, COUNT(*) AS records
      FROM record AS r JOIN identityKey AS k ON k.kind = 'email' AND k.system = 0 AND k.content = r.email
      WHERE k.id NOT IN (SELECT identityKey FROM identityRefusal WHERE rule = 'account')
      GROUP BY r.phone, k.person
    ),
    number AS (
      SELECT phone, COUNT(*) AS persons, SUM(records) AS records,
        SUM(CASE WHEN records = 1 THEN 1 ELSE 0 END) AS singles
      FROM holder GROUP BY phone
    )
    SELECT COALESCE(SUM(CASE WHEN persons = 1 AND records > 1 THEN records WHEN persons = 2 THEN singles ELSE 0 END), 0)
        AS trials,
      COALESCE(SUM(CASE WHEN persons = 1 AND records > 1 THEN records ELSE 0 END), 0) AS right
    FROM number
    """

  /// The surest rule first; rules that have had nothing to do are left out.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [IdentityQuality] {
    try warehouse.read { db in
      let test = try Row.fetchOne(db, sql: trials)
      let rows = try Row.fetchAll(db, sql: sql)
      return IdentityRule.allCases.compactMap { rule in
        guard let row = rows.first(where: { $0["rule"] == rule.rawValue }) else { return nil }
        return IdentityQuality(
          rule: rule, links: row["links"], refused: row["refused"], customers: row["customers"],
          trials: rule == .phone ? test?["trials"] ?? 0 : 0, right: rule == .phone ? test?["right"] ?? 0 : 0)
      }
    }
  }
}
