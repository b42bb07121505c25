import Computation

extension FeatureTable {
  typealias NamedColumn = (feature: Feature, column: Column)

  /// Each column exchanged, in its place, for those that `body` makes of it.
  /// Throws what `body` throws, and `table` where two columns would have one name.
  func rebuilt(
    model: String, _ body: (Feature, Column) throws(FitProblem) -> [NamedColumn]
  ) throws(FitProblem) -> FeatureTable {
    var table = FeatureTable(rowCount: rowCount)
    for feature in features {
      guard let column = self[feature] else { throw .unknownFeature(feature.name) }
      for (name, made) in try body(feature, column) {
        do throws(ComputationProblem) {
          try table.append(name, made)
        } catch {
          throw .table(model: model, cause: error)
        }
      }
    }
    return table
  }

  /// Of the features named, or of all where none are, those that hold numbers.
  /// Throws `noRows` for an empty table and `unknownFeature` or `wrongKind` for one that is named.
  func numeric(_ wanted: [Feature]?, model: String) throws(FitProblem) -> [Feature] {
    try features(wanted, of: .numeric, model: model)
  }

  func categorical(_ wanted: [Feature]?, model: String) throws(FitProblem) -> [Feature] {
    try features(wanted, of: .categorical, model: model)
  }

  private func features(_ wanted: [Feature]?, of kind: Kind, model: String) throws(FitProblem) -> [Feature] {
    guard rowCount > 0 else { throw .noRows(model: model) }
    guard let wanted else { return features.filter { self[$0]?.kind == kind } }
    for feature in wanted {
      guard let column = self[feature] else { throw .unknownFeature(feature.name) }
      guard column.kind == kind else { throw .wrongKind(feature: feature.name, expected: kind) }
    }
    return wanted
  }

  /// Throws `unknownFeature` where the table lacks it and `wrongKind` where it holds levels.
  func numbers(of feature: Feature) throws(FitProblem) -> [Double?] {
    guard let column = self[feature] else { throw .unknownFeature(feature.name) }
    guard case .numeric(let values) = column else { throw .wrongKind(feature: feature.name, expected: .numeric) }
    return values
  }

  /// Throws `unknownFeature` where the table lacks it and `wrongKind` where it holds numbers.
  func levels(of feature: Feature) throws(FitProblem) -> [String?] {
    guard let column = self[feature] else { throw .unknownFeature(feature.name) }
    guard case .categorical(let values) = column else {
      throw .wrongKind(feature: feature.name, expected: .categorical)
    }
    return values
  }
}
