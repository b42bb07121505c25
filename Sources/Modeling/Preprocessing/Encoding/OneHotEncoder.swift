import Computation

/// One column of 0 and 1 for each level of a categorical feature, levels in the order of their Unicode scalars.
///
/// Every level has its column (none is dropped): a penalised model needs no reference level, and reasons read better
/// with each level named. A level unseen in training is 0 everywhere. O(n · levels).
package struct OneHotEncoder: Sendable, Equatable {
  package let feature: Feature
  /// More levels than this are refused: as many columns would fill the memory and teach nothing.
  package let maximumLevels: Int

  package init(_ feature: Feature, maximumLevels: Int = 10_000) {
    self.feature = feature
    self.maximumLevels = maximumLevels
  }

  /// Throws `missingValue` where a level is missing under the policy `refused`, `nothingToImpute` where every level is
  /// under the policy `mode`, `wrongKind` for a policy made for numbers, and `tooManyLevels`.
  package func fit(_ values: [String?]) throws(FitProblem) -> Fitted {
    var fill: String?
    switch feature.missing {
    case .refused:
      if let row = values.firstIndex(of: nil) { throw .missingValue(feature: feature.name, row: row) }
    case .mode:
      let present = Levels.sorted(values.compactMap { $0 })
      guard !present.isEmpty else { throw .nothingToImpute(feature: feature.name) }
      fill = Moments.mode(sorted: present)
    case .ownLevel: break
    case .mean, .median, .constant: throw .wrongKind(feature: feature.name, expected: .numeric)
    }
    let levels = Levels.distinct(values)
    guard levels.count <= maximumLevels else {
      throw .tooManyLevels(feature: feature.name, found: levels.count, limit: maximumLevels)
    }
    return Fitted(feature: feature, levels: levels, hasMissingLevel: feature.missing == .ownLevel, fill: fill)
  }

  package struct Fitted: FittedModel {
    package static let name = "OneHotEncoder"
    package static let version = 1

    package let feature: Feature
    package let levels: [String]
    /// Whether a last column marks missing values.
    package let hasMissingLevel: Bool
    /// What stands in for a missing level; nil where none does.
    package let fill: String?

    package var columnCount: Int { levels.count + (hasMissingLevel ? 1 : 0) }

    /// values.count × columnCount. Throws `missingValue` where a level is missing and none may be.
    package func transform(_ values: [String?]) throws(FitProblem) -> Matrix {
      let places = Levels.places(levels)
      var matrix = Matrix(rows: values.count, columns: columnCount)
      for (row, value) in values.enumerated() {
        if let value = value ?? fill {
          if let column = places[value] { matrix[row, column] = 1 }
        } else if hasMissingLevel {
          matrix[row, levels.count] = 1
        } else {
          throw .missingValue(feature: feature.name, row: row)
        }
      }
      return matrix
    }

    /// The level of each row: that of its largest column, the first of several. Nil for the column of missing values and
    /// where every column is 0, which is all that is left of a level unseen in training.
    package func inverse(_ rows: Matrix) throws(FitProblem) -> [String?] {
      try Guard.columns(rows, expected: columnCount, model: Self.name)
      return (0..<rows.rows).map { row in
        var best: Int?
        for column in 0..<columnCount where rows[row, column] > best.map({ rows[row, $0] }) ?? 0 { best = column }
        return best.flatMap { $0 < levels.count ? levels[$0] : nil }
      }
    }
  }
}
