import Computation

/// The numeric columns of a table side by side, NaN where there is no value. Never stored and never handed out.
struct GappedRows {
  let features: [Feature]
  var values: Matrix

  /// Throws `unknownFeature` or `wrongKind`.
  init(_ table: FeatureTable, _ features: [Feature]) throws(FitProblem) {
    self.features = features
    values = Matrix(rows: table.rowCount, columns: features.count)
    for (column, feature) in features.enumerated() {
      for (row, value) in try table.numbers(of: feature).enumerated() { values[row, column] = value ?? .nan }
    }
  }

  /// Features and values of a fitted step, columns of which some values are missing.
  init(_ features: [Feature], _ columns: [[Double?]]) {
    self.features = features
    values = Matrix(rows: columns.first?.count ?? 0, columns: features.count)
    for (column, numbers) in columns.enumerated() {
      for (row, value) in numbers.enumerated() { values[row, column] = value ?? .nan }
    }
  }

  /// The rows in an order that does not depend on how they came; a gap stands before every number.
  var canonical: GappedRows {
    let keys = Matrix(
      rows: values.rows, columns: values.columns, values: values.values.map { $0.isNaN ? -.infinity : $0 })
    var sorted = self
    sorted.values = values.selecting(rows: keys.canonicalOrder)
    return sorted
  }

  /// Each column's values with nil at the gaps.
  var columns: [[Double?]] {
    features.indices.map { values.column($0).map { $0.isNaN ? nil : $0 } }
  }

  /// Each column's values that are there, in ascending order. Throws `nothingToImpute` where a column has none.
  func present() throws(FitProblem) -> [[Double]] {
    var columns: [[Double]] = []
    for (column, feature) in features.enumerated() {
      let present = values.column(column).filter { !$0.isNaN }.sorted()
      guard !present.isEmpty else { throw .nothingToImpute(feature: feature.name) }
      columns.append(present)
    }
    return columns
  }

  /// The table with these columns in place of its own. Throws `columnTooLarge` for a value that is not finite.
  func filling(_ table: FeatureTable, model: String) throws(FitProblem) -> FeatureTable {
    try Guard.notOverflown(values, model: model)
    return try table.rebuilt(model: model) { (feature, column) throws(FitProblem) in
      guard let place = features.firstIndex(of: feature) else { return [(feature, column)] }
      return [(feature, .numeric(values.column(place)))]
    }
  }
}
