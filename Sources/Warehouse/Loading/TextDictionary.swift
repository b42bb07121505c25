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
  private var known = KeyOrder<Key>()
  /// By place in `known`.
  private var ids: [Int64] = []
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

  func id(of key: Key) throws -> Int64 { try id({ $0 == key }, key) }

  /// `isMeant` tells the key from others without the key having to be put together.
  func id(_ isMeant: (Key) -> Bool, _ key: @autoclosure () -> Key) throws -> Int64 {
    if let place = known.guess(isMeant) { return ids[place] }
    let key = key()
    if let place = known.place(of: key) { return ids[place] }
    let id = try stored(key)
    if ids.count >= capacity {
      known.removeAll()
      ids.removeAll(keepingCapacity: true)
    }
    _ = known.add(key)
    ids.append(id)
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
