import Computation

/// Fills missing numbers of one column as its feature's policy says, with the mean, median or mode of the training rows.
/// No inverse: where the gaps were is not kept.
package struct Imputer: Sendable, Equatable {
  package let feature: Feature

  package init(_ feature: Feature) {
    self.feature = feature
  }

  /// Throws `missingValue` under the policy `refused`, `nothingToImpute` when a mean, median or mode has no value to rest
  /// on, `columnTooLarge` for a mean past the largest number, and `wrongKind` for a policy that is not made for numbers.
  package func fit(_ values: [Double?]) throws(FitProblem) -> Fitted {
    switch feature.missing {
    case .refused:
      if let row = values.firstIndex(of: nil) { throw .missingValue(feature: feature.name, row: row) }
      return Fitted(feature: feature, fill: nil)
    case .constant(let value):
      return Fitted(feature: feature, fill: value)
    case .mean:
      let mean = Moments.mean(try present(values))
      try Guard.notOverflown([mean], model: Fitted.name)
      return Fitted(feature: feature, fill: mean)
    case .median:
      return Fitted(feature: feature, fill: Moments.median(sorted: try present(values)))
    case .mode:
      return Fitted(feature: feature, fill: Moments.mode(sorted: try present(values)))
    case .ownLevel:
      throw .wrongKind(feature: feature.name, expected: .categorical)
    }
  }

  private func present(_ values: [Double?]) throws(FitProblem) -> [Double] {
    let present = values.compactMap { $0 }.sorted()
    guard !present.isEmpty else { throw .nothingToImpute(feature: feature.name) }
    return present
  }

  package struct Fitted: FittedModel {
    package static let name = "Imputer"
    package static let version = 1

    package let feature: Feature
    /// What stands in for a missing value; nil where none may be missing.
    package let fill: Double?

    /// Throws `missingValue` where a value is missing and none may be.
    package func transform(_ values: [Double?]) throws(FitProblem) -> [Double] {
      var filled: [Double] = []
      filled.reserveCapacity(values.count)
      for (row, value) in values.enumerated() {
        guard let number = value ?? fill else { throw .missingValue(feature: feature.name, row: row) }
        filled.append(number)
      }
      return filled
    }
  }
}
