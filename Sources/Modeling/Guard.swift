import Computation

/// The questions every fit asks of its input before it starts.
enum Guard {
  static func finite(_ rows: Matrix, model: String) throws(FitProblem) {
    if let place = rows.firstNotFinite { throw .notFinite(model: model, row: place.row, column: place.column) }
  }

  /// No infinities, and no NaN where it does not stand for a missing value.
  static func finite(_ rows: Matrix, takesMissing: Bool, model: String) throws(FitProblem) {
    if !takesMissing { return try finite(rows, model: model) }
    if let place = rows.values.firstIndex(where: { $0.isInfinite }) {
      throw .notFinite(model: model, row: place / rows.columns, column: place % rows.columns)
    }
  }

  /// At least one row and one column, all finite.
  static func finiteRows(_ rows: Matrix, model: String) throws(FitProblem) {
    guard rows.rows > 0, rows.columns > 0 else { throw .noRows(model: model) }
    try finite(rows, model: model)
  }

  static func columns(_ rows: Matrix, expected: Int, model: String) throws(FitProblem) {
    guard rows.columns == expected else { throw .columns(model: model, found: rows.columns, expected: expected) }
  }

  /// At least one row and one column, all finite and none beyond 1e150, where squares are no longer so.
  static func squareableRows(_ rows: Matrix, model: String) throws(FitProblem) {
    let wrong = rows.values.withUnsafeBufferPointer { values in
      // Counting all of them needs no branch, and a search for the first is seldom needed.
      var wrong = 0
      for value in values { wrong += abs(value) <= 1e150 ? 0 : 1 }
      return wrong
    }
    if wrong == 0, rows.rows > 0, rows.columns > 0 { return }
    try finiteRows(rows, model: model)
    guard let offset = rows.values.firstIndex(where: { abs($0) > 1e150 }) else { return }
    throw .valueTooLarge(model: model, row: offset / rows.columns, column: offset % rows.columns)
  }

  /// The same as `distinctRows(sorted:)`, for rows in any order.
  static func distinctRows(_ rows: Matrix, needed: Int, model: String) throws(FitProblem) {
    var seen: Set<ArraySlice<Double>> = []
    for index in 0..<rows.rows where seen.count < needed { seen.insert(rows.row(index)) }
    guard seen.count >= needed else { throw .tooFewDistinctRows(model: model, found: seen.count, needed: needed) }
  }

  /// The number of distinct rows, counted up to `needed`, is at least `needed`. Requires canonical row order.
  static func distinctRows(sorted rows: Matrix, needed: Int, model: String) throws(FitProblem) {
    var found = 1
    for index in 1..<max(rows.rows, 1) where found < needed && rows.row(index) != rows.row(index - 1) { found += 1 }
    guard found >= needed else { throw .tooFewDistinctRows(model: model, found: found, needed: needed) }
  }

  static func positive(_ value: Int, _ name: String, model: String) throws(FitProblem) {
    guard value >= 1 else {
      throw .hyperparameter(model: model, name: name, found: "\(value)", expected: "at least 1")
    }
  }

  static func notNegative(_ value: Double, _ name: String, model: String) throws(FitProblem) {
    guard value >= 0, value.isFinite else {
      throw .hyperparameter(model: model, name: name, found: "\(value)", expected: "a finite number, 0 or more")
    }
  }

  static func lengths(_ outcomes: [Double], rows: Int, model: String) throws(FitProblem) {
    guard outcomes.count == rows else { throw .lengths(model: model, found: outcomes.count, expected: rows) }
    if let row = outcomes.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(model: model, row: row, column: 0)
    }
  }

  /// Finite numbers went in: what is not finite now was too large on the way.
  static func notOverflown(_ result: Matrix, model: String) throws(FitProblem) {
    if let place = result.firstNotFinite { throw .columnTooLarge(model: model, column: place.column) }
  }

  static func notOverflown(_ parameters: [Double], model: String) throws(FitProblem) {
    if let column = parameters.firstIndex(where: { !$0.isFinite }) {
      throw .columnTooLarge(model: model, column: column)
    }
  }
  static func share(_ value: Double, _ name: String, model: String) throws(FitProblem) {
    guard value >= 0, value <= 1 else {
      throw .hyperparameter(model: model, name: name, found: "\(value)", expected: "a share within 0…1")
    }
  }
}
