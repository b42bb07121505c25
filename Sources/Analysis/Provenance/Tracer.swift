import Vocabulary
import Warehouse

/// Follows a number to the rows that it is made of, and counts it again from them.
package struct Tracer: Sendable {
  package let book: FormulaBook
  /// Rows of each set to be shown.
  package let limit: Int

  package init(_ book: FormulaBook, limit: Int) {
    self.book = book
    self.limit = limit
  }

  /// Nil where the number's subject is no longer in the warehouse. A few scans of the tables that it counts.
  package func trace(_ number: ReportNumber) throws -> NumberTrace? {
    guard let formula = try book.formula(of: number) else { return nil }
    let sets = try formula.sets.map(rows)
    var trace = NumberTrace(number: number, formula: formula, sets: sets)
    switch formula.form {
    case .amount: trace.counted = sets[0].amount
    case .quotient:
      if let above = sets[0].amount, let below = sets[1].amount, below != 0 { trace.counted = above / below }
    case .query:
      trace.counted = try formula.sql.flatMap { Self.number(try book.warehouse.queryRows($0).rows.first?.first) }
    case .model: trace.counted = try ModelFigures(book: book).value(of: number)
    }
    if let id = number.run { trace.run = try RunRegistry.run(id, in: book.warehouse) }
    if let run = trace.run {
      trace.inputs = try Self.files(
        of: book.sales("day <= \(FormulaBook.day(run.asOf))", amount: "COUNT(*)"), in: book.warehouse)
    }
    return trace
  }

  private func rows(_ set: RowSet) throws(WarehouseError) -> TracedRows {
    let warehouse = book.warehouse
    var traced = TracedRows(set: set)
    traced.amount = Self.number(try warehouse.queryRows(set.valueSQL).rows.first?.first)
    traced.files = try Self.files(of: set, in: warehouse)
    traced.count =
      set.file == nil
      ? Int(Self.number(try warehouse.queryRows(set.countSQL).rows.first?.first) ?? 0)
      : traced.files.reduce(0) { $0 + $1.rows }
    guard limit > 0 else { return traced }
    let answer = try warehouse.queryRows(set.rowsSQL(limit: limit))
    let history = try restatements(of: set)
    traced.columns = set.columns.map { String($0.split(separator: " ").last ?? "").replacing("s.", with: "") }
    let names = Dictionary(traced.files.map { ($0.file, $0) }) { first, _ in first }
    traced.rows = answer.rows.map { row in
      let place = row.suffix(set.file == nil ? 0 : 3).map { Int64(Self.number($0) ?? 0) }
      var one = TracedRow(values: Array(row.prefix(set.columns.count)))
      if place.count == 3 {
        one.file = names[place[0]]
        one.line = set.line == nil ? nil : Int(place[1])
        one.history = history[place] ?? []
      }
      return one
    }
    return traced
  }

  /// By file, line and section.
  private func restatements(of set: RowSet) throws(WarehouseError) -> [[Int64]: [RestatedRow]] {
    guard let (table, measures) = set.restated else { return [:] }
    let rows = try RestatedRows.fetch(of: table, measures: measures, from: book.warehouse)
    return Dictionary(grouping: rows) { [$0.sourceFile, $0.line, $0.section] }
  }

  static func files(of set: RowSet, in warehouse: Warehouse) throws(WarehouseError) -> [FileRows] {
    guard let sql = set.filesSQL else { return [] }
    return try warehouse.queryRows(sql).rows.compactMap { row in
      guard case .text(let name) = row[1], case .text(let digest) = row[2] else { return nil }
      return FileRows(
        file: Int64(number(row[0]) ?? 0), name: name, digest: digest, rows: Int(number(row[3]) ?? 0),
        firstLine: number(row[4]).map { Int($0) }, lastLine: number(row[5]).map { Int($0) })
    }
  }

  private static func number(_ value: QueryAnswer.Value?) -> Double? {
    switch value {
    case .integer(let integer): Double(integer)
    case .real(let real): real
    default: nil
    }
  }
}
