import GRDB

extension Warehouse {
  /// Makes the customers anew from the loaded facts: connected components of addresses, systems' own ids and
  /// telephone numbers.
  ///
  /// Addresses are joined by the ids that stand beside them (an id beside more than five addresses joins nothing, nor does
  /// an address that many have named) and by merges that a CRM reports; a telephone number then joins records without an
  /// address to the one person who has it, and nobody where two have it, or where it is written without its country and
  /// stands beside several. All of it is made of facts, so that taking a file back takes its links back.
  ///
  /// A customer is known by the address that was seen first and keeps its id for as long as that is so. Ids follow the
  /// order of loading, so nothing that a reader sees may hang on them: order by the address, or show a pseudonym made
  /// of it. Rounds over the links until nothing changes: O(links × log of the longest chain
  /// of links) as a rule; 200,000 orders of 60,000 persons take some seconds.
  package func rebuildIdentity() throws {
    try change { db in
      try IdentityKeys.collect(in: db)
      try IdentityLinks.collect(in: db)
      try IdentityLinks.spread(in: db)
      try IdentityLinks.joinByPhone(in: db)
      try Customers.rebuild(in: db)
      let customers = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM customer") ?? 0
      try AuditEntry(action: .identity, subject: "customer", outcome: "rebuilt", rows: customers).write(to: db)
    }
  }
}
