import GRDB

extension Warehouse {
  /// Makes the customers anew from the loaded facts: one per normalised e-mail address, whether it comes from a shop
  /// account, a guest checkout or the CRM.
  ///
  /// A customer keeps its id for as long as the warehouse lives. Ids follow the order of loading, so nothing that a
  /// reader sees may hang on them: order by the address, or show a pseudonym made of it.
  package func rebuildIdentity() throws {
    try change { db in
      try db.execute(
        sql: """
          INSERT INTO customer (email)
          SELECT a.id FROM emailAddress AS a
          WHERE (a.id IN (SELECT email FROM customerOrder) OR a.id IN (SELECT email FROM contact))
            AND a.id NOT IN (SELECT email FROM customer)
          ORDER BY a.content;
          DELETE FROM customerLink;
          INSERT INTO customerLink (customer, kind, system, identifier)
          SELECT c.id, 'order', o.system, o.orderID
          FROM customerOrder AS o JOIN customer AS c ON c.email = o.email;
          INSERT INTO customerLink (customer, kind, system, identifier)
          SELECT c.id, 'contact', k.system, k.contactID
          FROM contact AS k JOIN customer AS c ON c.email = k.email;
          """)
      let customers = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM customer") ?? 0
      try AuditEntry(action: .identity, subject: "customer", outcome: "rebuilt", rows: customers).write(to: db)
    }
  }
}
