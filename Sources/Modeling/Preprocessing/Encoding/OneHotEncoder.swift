import Computation

/// One column of 0 and 1 for each level of a categorical feature, levels in the order of their Unicode scalars.
///
/// Every level has its column (none is dropped): a penalised model needs no reference level, and reasons read better
/// with each level named. A level unseen in training is 0 everywhere.
package struct OneHotEncoder: Sendable, Equatable {
  package let feature: Feature

  package init(_ feature: Feature) {
    self.feature = feature
  }

  /// Throws `missingValue` where a level is missing under the policy `refused`.
  package func fit(_ values: [String?]) throws(FitProblem) -> Fitted {
    let ownLevel = feature.missing == .ownLevel
    if !ownLevel, let row = values.firstIndex(of: nil) { throw .missingValue(feature: feature.name, row: row) }
    let levels = Set(values.compactMap { $0 }).sorted { Array($0.unicodeScalars) < Array($1.unicodeScalars) }
    return Fitted(feature: feature, levels: levels, hasMissingLevel: ownLevel)
  }

  package struct Fitted: FittedModel {
    package static let name = "OneHotEncoder"
    package static let version = 1

    package let feature: Feature
    package let levels: [String]
    /// Whether a last column marks missing values.
    package let hasMissingLevel: Bool

    package var columnCount: Int { levels.count + (hasMissingLevel ? 1 : 0) }

    /// values.count × columnCount. Throws `missingValue` where a level is missing and none may be.
    package func transform(_ values: [String?]) throws(FitProblem) -> Matrix {
      let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
      var matrix = Matrix(rows: values.count, columns: columnCount)
      for (row, value) in values.enumerated() {
        if let value {
          if let column = places[value] { matrix[row, column] = 1 }
        } else if hasMissingLevel {
          matrix[row, levels.count] = 1
        } else {
          throw .missingValue(feature: feature.name, row: row)
        }
      }
      return matrix
    }
  }
}

private func < (a: [Unicode.Scalar], b: [Unicode.Scalar]) -> Bool {
  a.lexicographicallyPrecedes(b)
}
