import Computation

/// Each level as +1 or −1 in one of a fixed number of columns (signed feature hashing, Weinberger et al. 2009, "Feature
/// Hashing for Large Scale Multitask Learning"): needs no list of levels, so a million are as good as ten.
///
/// The hash h is MurmurHash3_x86_32, seed 0, of "feature=level" in UTF-8, composed form, read as a signed number: column
/// |h| mod columns, sign that of h; as in scikit-learn's FeatureHasher. Levels that share a column are not told apart, and
/// their signs let them cancel on average. A missing level is 0 everywhere. O(n · columns).
/// No inverse: a level cannot be found from its hash.
package struct HashingEncoder: Step, Equatable {
  package let columns: Int
  /// The categorical features that are encoded; all of the table where nil.
  package let features: [Feature]?

  package init(columns: Int = 64, features: [Feature]? = nil) {
    self.columns = columns
    self.features = features
  }

  /// Learns nothing but which features there are. Throws `hyperparameter` and `noRows`.
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    guard (1...10_000).contains(columns) else {
      throw .hyperparameter(model: Fitted.name, name: "columns", found: "\(columns)", expected: "1 to 10000")
    }
    return Fitted(features: try table.categorical(features, model: Fitted.name), columns: columns)
  }

  package struct Fitted: FittedStep {
    package static let name = "HashingEncoder"
    package static let version = 1

    package let features: [Feature]
    /// For each feature.
    package let columns: Int

    /// In place of each feature its columns, "feature #0" and so on.
    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      for feature in features { _ = try table.levels(of: feature) }
      return try table.rebuilt(model: Self.name) { (feature, column) throws(FitProblem) in
        guard features.contains(feature) else { return [(feature, column)] }
        var hashed = [[Double?]](repeating: [Double?](repeating: 0, count: table.rowCount), count: columns)
        for (row, level) in try table.levels(of: feature).enumerated() {
          guard let level else { continue }
          let place = place(of: level, feature: feature)
          hashed[place.column][row] = place.sign
        }
        return hashed.enumerated().map { (Feature("\(feature.name) #\($0)", unit: feature.unit), .numeric($1)) }
      }
    }

    private func place(of level: String, feature: Feature) -> (column: Int, sign: Double) {
      let hash = Int32(bitPattern: MurmurHash3.of(Array("\(feature.name)=\(Levels.composed(level))".utf8)))
      return (Int(hash.magnitude) % columns, hash >= 0 ? 1 : -1)
    }
  }
}
