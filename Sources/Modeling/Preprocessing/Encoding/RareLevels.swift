import Computation

/// Puts the levels that few training rows have, and those that none has, under one name. O(n · log n).
///
/// No inverse: which of the rare levels it was is not kept.
package struct RareLevels: Step, Equatable {
  /// A level that fewer training rows have is rare.
  package let minimumRows: Int
  /// Where more levels are left than this, the least frequent of them are rare too, of equal ones
  /// the last in order; nil for no limit.
  package let maximumLevels: Int?
  /// What the rare ones are called. A level of that name joins them.
  package let name: String
  /// The categorical features that are grouped; all of the table where nil.
  package let features: [Feature]?

  package init(minimumRows: Int = 10, maximumLevels: Int? = nil, name: String = "other", features: [Feature]? = nil) {
    self.minimumRows = minimumRows
    self.maximumLevels = maximumLevels
    self.name = name
    self.features = features
  }

  /// Throws `hyperparameter` and `noRows`.
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    try Guard.positive(minimumRows, "minimumRows", model: Fitted.name)
    if let maximumLevels { try Guard.positive(maximumLevels, "maximumLevels", model: Fitted.name) }
    var groupings: [Fitted.Grouping] = []
    for feature in try table.categorical(features, model: Fitted.name) {
      var counts: [String: Int] = [:]
      for case let level? in try table.levels(of: feature) { counts[level, default: 0] += 1 }
      let frequent = Levels.sorted(counts.filter { $0.value >= minimumRows && $0.key != name }.keys)
      let byCount = frequent.map { (level: $0, count: counts[$0, default: 0]) }.sorted {
        $0.count != $1.count ? $0.count > $1.count : Levels.precedes($0.level, $1.level)
      }
      let kept = Levels.sorted(byCount.prefix(maximumLevels ?? frequent.count).map(\.level))
      groupings.append(Fitted.Grouping(feature: feature, kept: kept))
    }
    return Fitted(groupings: groupings, name: name)
  }

  package struct Fitted: FittedStep {
    package static let name = "RareLevels"
    package static let version = 1

    package struct Grouping: Codable, Equatable, Sendable {
      package let feature: Feature
      /// The levels that keep their name.
      package let kept: [String]
    }

    package let groupings: [Grouping]
    package let name: String

    /// Missing levels stay missing.
    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      for grouping in groupings { _ = try table.levels(of: grouping.feature) }
      return try table.rebuilt(model: Self.name) { (feature, column) throws(FitProblem) in
        guard let grouping = groupings.first(where: { $0.feature == feature }) else { return [(feature, column)] }
        let kept = Set(grouping.kept)
        return [(feature, .categorical(try table.levels(of: feature).map { $0.map { kept.contains($0) ? $0 : name } }))]
      }
    }
  }
}
