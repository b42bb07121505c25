import Computation

/// Turns a `FeatureTable` into the matrix that models take: numeric features imputed and, if asked, standardised,
/// in table order; after them the one-hot columns of the categorical ones.
///
/// Everything is learned from the table given to `fit`, which has to be the training part alone.
package struct TableEncoder: Step, Equatable {
  package let standardises: Bool

  package init(standardises: Bool = true) {
    self.standardises = standardises
  }

  /// Throws `noRows` for an empty table, and what `Imputer`, `OneHotEncoder` and `Standardiser` throw. O(n · d).
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    guard table.rowCount > 0, !table.features.isEmpty else { throw .noRows(model: Fitted.name) }
    var imputers: [Imputer.Fitted] = []
    var encoders: [OneHotEncoder.Fitted] = []
    for feature in table.features {
      switch table[feature] {
      case .numeric(let values): imputers.append(try Imputer(feature).fit(values))
      case .categorical(let values): encoders.append(try OneHotEncoder(feature).fit(values))
      case nil: throw .unknownFeature(feature.name)
      }
    }
    var standardiser: Standardiser.Fitted?
    if standardises, !imputers.isEmpty {
      standardiser = try Standardiser().fit(try Fitted.numbers(of: table, with: imputers))
    }
    return Fitted(imputers: imputers, encoders: encoders, standardiser: standardiser)
  }

  /// Where a column of the encoded matrix came from.
  package struct Source: Hashable, Sendable {
    package let feature: Feature
    /// The level whose presence the column marks; nil for a numeric feature.
    package let level: Level?

    package enum Level: Hashable, Sendable {
      case named(String)
      case missing
    }
  }

  package struct Fitted: InvertibleStep {
    package static let name = "TableEncoder"
    package static let version = 1

    package let imputers: [Imputer.Fitted]
    package let encoders: [OneHotEncoder.Fitted]
    package let standardiser: Standardiser.Fitted?

    /// One for each column of the matrix, in its order.
    package var sources: [Source] {
      imputers.map { Source(feature: $0.feature, level: nil) }
        + encoders.flatMap { encoder in
          encoder.levels.map { Source(feature: encoder.feature, level: .named($0)) }
            + (encoder.hasMissingLevel ? [Source(feature: encoder.feature, level: .missing)] : [])
        }
    }

    /// rowCount × sources.count. Features that were not in training are ignored. Throws `unknownFeature` where the
    /// table lacks one that was, and `missingValue` where a value is missing and none may be.
    package func transform(_ table: FeatureTable) throws(FitProblem) -> Matrix {
      var matrix = try Self.numbers(of: table, with: imputers)
      if let standardiser { matrix = try standardiser.transform(matrix) }
      for encoder in encoders {
        guard case .categorical(let values) = try Self.column(encoder.feature, of: table) else {
          throw .wrongKind(feature: encoder.feature.name, expected: .categorical)
        }
        matrix = matrix.joined(with: try encoder.transform(values))
      }
      return matrix
    }

    /// The table that `transform` made these rows of: numeric features first, filled where values were missing, then
    /// levels, missing where they were unseen in training.
    package func inverse(_ rows: Matrix) throws(FitProblem) -> FeatureTable {
      try Guard.columns(rows, expected: sources.count, model: Self.name)
      var numbers = rows.selecting(columns: imputers.indices)
      if let standardiser { numbers = try standardiser.inverse(numbers) }
      var table = FeatureTable(rowCount: rows.rows)
      var start = imputers.count
      do throws(ComputationProblem) {
        for (column, imputer) in imputers.enumerated() {
          try table.append(imputer.feature, .numeric(numbers.column(column)))
        }
      } catch {
        throw .table(model: Self.name, cause: error)
      }
      for encoder in encoders {
        let levels = try encoder.inverse(rows.selecting(columns: start..<(start + encoder.columnCount)))
        start += encoder.columnCount
        do throws(ComputationProblem) {
          try table.append(encoder.feature, .categorical(levels))
        } catch {
          throw .table(model: Self.name, cause: error)
        }
      }
      return table
    }

    fileprivate static func numbers(
      of table: FeatureTable, with imputers: [Imputer.Fitted]
    ) throws(FitProblem) -> Matrix {
      var matrix = Matrix(rows: table.rowCount, columns: imputers.count)
      for (column, imputer) in imputers.enumerated() {
        guard case .numeric(let values) = try Self.column(imputer.feature, of: table) else {
          throw .wrongKind(feature: imputer.feature.name, expected: .numeric)
        }
        for (row, value) in try imputer.transform(values).enumerated() { matrix[row, column] = value }
      }
      return matrix
    }

    private static func column(_ feature: Feature, of table: FeatureTable) throws(FitProblem) -> FeatureTable.Column {
      guard let column = table[feature] else { throw .unknownFeature(feature.name) }
      return column
    }
  }
}
