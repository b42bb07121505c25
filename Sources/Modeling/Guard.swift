import Computation

/// The questions every fit asks of its input before it starts.
enum Guard {
  static func finite(_ rows: Matrix, model: String) throws(FitProblem) {
    if let place = rows.firstNotFinite { throw .notFinite(model: model, row: place.row, column: place.column) }
  }

  /// At least one row and one column, all finite.
  static func finiteRows(_ rows: Matrix, model: String) throws(FitProblem) {
    guard rows.rows > 0, rows.columns > 0 else { throw .noRows(model: model) }
    try finite(rows, model: model)
  }

  static func columns(_ rows: Matrix, expected: Int, model: String) throws(FitProblem) {
    guard rows.columns == expected else { throw .columns(model: model, found: rows.columns, expected: expected) }
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

  static func share(_ value: Double, _ name: String, model: String) throws(FitProblem) {
    guard value >= 0, value <= 1 else {
      throw .hyperparameter(model: model, name: name, found: "\(value)", expected: "a share within 0…1")
    }
  }
}
