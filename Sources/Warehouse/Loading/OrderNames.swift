import GRDB

/// Orders of which one export gives the shop's own id, and another the name alone.
///
/// Two rows are one order when system, name and day agree, and the moment where both know it: shops whose numbers begin
/// alike do not sell the same number on the same day and second. The id is what refunds and payments refer to, so it
/// stands for both: a row without one takes the known id, and one that was loaded without it is given it, with its lines.
final class OrderNames {
  private struct Order: Hashable {
    var system: Int64?
    var name: Int64?
    var day: Int64?
  }

  private let db: Database
  private let day: Int
  private let instant: Int
  private let name: Int
  private let findNamed: PreparedStatement
  /// In a warehouse without orders no row can meet another, and a load in bulk has no index to find one by.
  private let wasEmpty: Bool
  /// The ids of stored orders, read when a file first brings an order without one.
  private var known: [Order: [(id: Int64, instant: Int64?)]]?
  /// By system and name, the id that the orders of this file without one were given.
  private var given: [[Int64?]: Int64] = [:]

  init(in db: Database) throws {
    self.db = db
    let measures = CustomerOrderTable.table.measures
    guard let day = measures.firstIndex(of: "day"), let instant = measures.firstIndex(of: "instant"),
      let name = measures.firstIndex(of: "orderName")
    else { preconditionFailure("an order has a name, a day and a moment") }
    (self.day, self.instant, self.name) = (day, instant, name)
    wasEmpty = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM customerOrder)") ?? true
    findNamed = try PreparedStatement(
      "SELECT id, orderID, day, instant FROM customerOrder WHERE naturalKey = ? AND occurrence = 1", in: db)
  }

  /// Gives the row the id that its order is stored under, or the stored order the row's.
  func settle(_ row: inout FactRow) throws {
    guard !wasEmpty, let system = row.dimensions[0], let id = row.dimensions[1], let name = row.measures[name]
    else { return }
    if id == name {
      let order = Order(system: system, name: name, day: row.measures[day])
      let matches = try ids()[order, default: []].filter { agrees($0.instant, row.measures[instant]) }
      guard let match = matches.first, matches.count == 1 else { return }
      row.dimensions[1] = match.id
      given[[system, name]] = match.id
    } else if let stored = try named(name, row, system: system) {
      try rename(stored, of: system, from: name, to: id)
    }
  }

  /// For a line of an order: its system and its id come first.
  func settle(line row: inout FactRow) {
    if let id = given[Array(row.dimensions.prefix(2))] { row.dimensions[1] = id }
  }

  private func agrees(_ one: Int64?, _ other: Int64?) -> Bool { one == nil || other == nil || one == other }

  private func ids() throws -> [Order: [(id: Int64, instant: Int64?)]] {
    if let known { return known }
    var known: [Order: [(id: Int64, instant: Int64?)]] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT system, orderName, day, orderID, instant FROM customerOrder WHERE orderID <> orderName")
    while let row = try rows.next() {
      known[Order(system: row[0], name: row[1], day: row[2]), default: []].append((row[3], row[4]))
    }
    self.known = known
    return known
  }

  /// The stored order that has this row's name for its id.
  private func named(_ name: Int64, _ row: FactRow, system: Int64) throws -> Int64? {
    findNamed.bind(1, FactWriter.key([system, name]))
    defer { findNamed.reset() }
    guard try findNamed.step(), findNamed.integer(1) == name, findNamed.integer(2) == row.measures[day],
      agrees(findNamed.integer(3), row.measures[instant])
    else { return nil }
    return findNamed.integer(0)
  }

  private func rename(_ order: Int64, of system: Int64, from name: Int64, to id: Int64) throws {
    let key = FactWriter.key([system, id])
    let isTaken = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM customerOrder WHERE naturalKey = ?)", arguments: [key])
    guard isTaken == false else { return }
    try db.execute(
      sql: "UPDATE customerOrder SET orderID = ?, naturalKey = ? WHERE id = ?", arguments: [id, key, order])
    let tellsLines = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM orderLine WHERE system = ? AND orderID = ?)", arguments: [system, id])
    guard tellsLines == false else { return try removeLines(of: name, system) }
    let lines = try Row.fetchAll(
      db, sql: "SELECT id, position FROM orderLine WHERE system = ? AND orderID = ?", arguments: [system, name])
    for line in lines {
      try db.execute(
        sql: "UPDATE orderLine SET orderID = ?, naturalKey = ? WHERE id = ?",
        arguments: [id, FactWriter.key([system, id, line["position"]]), line["id"] as Int64])
    }
  }

  /// Of an order whose lines a table of their own told by its id before: they would count twice.
  private func removeLines(of name: Int64, _ system: Int64) throws {
    try db.execute(
      sql: """
        DELETE FROM restatement WHERE factTable = 'orderLine' AND fact IN (
          SELECT id FROM orderLine WHERE system = ? AND orderID = ?)
        """, arguments: [system, name])
    try db.execute(sql: "DELETE FROM orderLine WHERE system = ? AND orderID = ?", arguments: [system, name])
  }
}
