import Computation

/// The place of each level in the order of its Unicode scalars, 0 first: for trees, which cut where they like, and for
/// counting. A linear model would take the places for amounts. A missing level stays missing. O(n · log n).
///
/// `inverse` gives the levels back.
package struct OrdinalEncoder: Step, Equatable {
  package enum Unseen: Sendable, Codable, Equatable {
    /// A missing value.
    case missing
    /// −1.
    case minusOne
  }

  package let unseen: Unseen
  /// The categorical features that are encoded; all of the table where nil.
  package let features: [Feature]?

  package init(unseen: Unseen = .missing, features: [Feature]? = nil) {
    self.unseen = unseen
    self.features = features
  }

  /// Throws `noRows`.
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    var encodings: [Fitted.Encoding] = []
    for feature in try table.categorical(features, model: Fitted.name) {
      let code = Feature(feature.name, unit: feature.unit)
      encodings.append(
        Fitted.Encoding(feature: feature, code: code, levels: Levels.distinct(try table.levels(of: feature))))
    }
    return Fitted(encodings: encodings, unseen: unseen)
  }

  package struct Fitted: InvertibleStep {
    package static let name = "OrdinalEncoder"
    package static let version = 1

    package struct Encoding: Codable, Equatable, Sendable {
      package let feature: Feature
      /// The numeric feature that takes its place, of the same name.
      package let code: Feature
      package let levels: [String]
    }

    package let encodings: [Encoding]
    package let unseen: Unseen

    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      for encoding in encodings { _ = try table.levels(of: encoding.feature) }
      return try table.rebuilt(model: Self.name) { (feature, column) throws(FitProblem) in
        guard let encoding = encodings.first(where: { $0.feature == feature }) else { return [(feature, column)] }
        let places = Levels.places(encoding.levels)
        let codes = try table.levels(of: feature).map { level -> Double? in
          guard let level else { return nil }
          return places[level].map { Double($0) } ?? (unseen == .minusOne ? -1 : nil)
        }
        return [(encoding.code, .numeric(codes))]
      }
    }

    /// A number that is no level's place becomes a missing level.
    package func inverse(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      for encoding in encodings { _ = try table.numbers(of: encoding.code) }
      return try table.rebuilt(model: Self.name) { (feature, column) throws(FitProblem) in
        guard let encoding = encodings.first(where: { $0.code == feature }) else { return [(feature, column)] }
        let levels = try table.numbers(of: feature).map { code -> String? in
          guard let place = code.flatMap({ Int(exactly: $0) }), encoding.levels.indices.contains(place) else {
            return nil
          }
          return encoding.levels[place]
        }
        return [(encoding.feature, .categorical(levels))]
      }
    }
  }
}
