import GRDB

/// Fills an empty table with the rows of one file, several by one statement and without the index of their keys, which
/// is built by one sort at the end.
///
/// A statement of many rows starts and ends once for all of them, which is a third of the work of storing one.
final class BulkFill {
  private static let rowsPerStatement = 16

  private let index: DeferredIndex
  private let many: PreparedStatement
  private let one: PreparedStatement
  private let connection: Database
  private let width: Int
  /// Rows that are bound to `many` and not stored yet, in the form in which the last ones are stored one by one.
  private var waiting: [Int64?] = []

  init(_ table: FactTable, sourceFile: Int64, in db: Database) throws {
    index = try DeferredIndex("\(table.name)Key", in: db)
    connection = db
    let columns = ["naturalKey", "line", "section"] + table.dimensions + table.measures
    width = columns.count
    let start =
      "INSERT INTO \(table.name) (occurrence, sourceFile, \(columns.joined(separator: ", "))) VALUES "
    let row = "(1, \(sourceFile), " + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    one = try PreparedStatement(start + row, in: db)
    let rows = [String](repeating: row, count: BulkFill.rowsPerStatement).joined(separator: ", ")
    many = try PreparedStatement(start + rows, in: db)
    waiting.reserveCapacity(width * BulkFill.rowsPerStatement)
  }

  func add(_ row: FactRow, key: Int64) throws {
    waiting.append(key)
    waiting.append(Int64(row.line))
    waiting.append(Int64(row.section))
    waiting.append(contentsOf: row.dimensions)
    waiting.append(contentsOf: row.measures)
    guard waiting.count == width * BulkFill.rowsPerStatement else { return }
    try many.run(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Throws `RepeatedKeys` where the file holds a key twice.
  func finish() throws {
    for start in stride(from: 0, to: waiting.count, by: width) { try one.run(waiting[start..<(start + width)]) }
    waiting.removeAll()
    try index.build(in: connection)
  }
}
