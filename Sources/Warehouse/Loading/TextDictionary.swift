import GRDB

/// Gives each tuple of texts its row in a dictionary table, and remembers the recent ones.
///
/// `Key` is the tuple in hashable form; `texts` spells it out in the order of the table's columns.
final class TextDictionary<Key: Hashable> {
  private let find: PreparedStatement
  private let insert: PreparedStatement
  private let connection: Database
  private let texts: (Key) -> [String]
  private let derived: (Key) -> [String]
  private var known: [Key: Int64] = [:]
  private var last: (key: Key, id: Int64)?
  /// Enough for every campaign of a business and a bound on memory for a million order ids.
  private let capacity = 100_000

  /// `derived` fills columns that follow from the key and are no part of it.
  init(
    table: String, columns: [String], derivedColumns: [String] = [], in db: Database,
    texts: @escaping (Key) -> [String], derived: @escaping (Key) -> [String] = { _ in [] }
  ) throws {
    let all = columns + derivedColumns
    let condition = columns.map { "\($0) = ?" }.joined(separator: " AND ")
    let marks = all.map { _ in "?" }.joined(separator: ", ")
    find = try PreparedStatement("SELECT id FROM \(table) WHERE \(condition)", in: db)
    insert = try PreparedStatement(
      "INSERT INTO \(table) (\(all.joined(separator: ", "))) VALUES (\(marks))", in: db)
    connection = db
    self.texts = texts
    self.derived = derived
  }

  func id(of key: Key) throws -> Int64 {
    if let last, last.key == key { return last.id }
    if let id = known[key] {
      last = (key, id)
      return id
    }
    let id = try stored(key)
    if known.count >= capacity { known.removeAll(keepingCapacity: true) }
    known[key] = id
    last = (key, id)
    return id
  }

  private func stored(_ key: Key) throws -> Int64 {
    let parts = texts(key)
    for (index, part) in parts.enumerated() { find.bind(index + 1, part) }
    defer { find.reset() }
    if try find.step(), let id = find.integer(0) { return id }
    for (index, part) in (parts + derived(key)).enumerated() { insert.bind(index + 1, part) }
    try insert.run()
    return connection.lastInsertedRowID
  }
}

extension TextDictionary where Key == String {
  convenience init(table: String, in db: Database) throws {
    try self.init(table: table, columns: ["content"], in: db, texts: { [$0] })
  }

  /// Nil for an empty text: a measure that the export left out.
  func id(ofMeasure text: String) throws -> Int64? { text.isEmpty ? nil : try id(of: text) }
}
