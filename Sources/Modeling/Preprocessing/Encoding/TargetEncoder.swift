import Computation

/// Each level as the mean outcome of its training rows, drawn towards the mean of all (Micci-Barreca 2001, "A
/// preprocessing scheme for high-cardinality categorical attributes", equations 3 to 6).
///
/// A level of n rows with mean m and population variance v, in a training part of mean M and variance V, becomes
/// λ m + (1 − λ) M with λ = n / (n + rows) for a fixed smoothing, and λ = V n / (V n + v) for the empirical Bayes one.
/// A level unseen in training, and a missing one where no training row lacks it, becomes M.
///
/// The training rows themselves are cross-fitted: each is encoded from the folds that it is not in, so that what follows
/// never sees a row's outcome in its own encoding. `fitTransform` does so; `fit` and `transform` are for other rows.
/// O(n · log n). No inverse: levels of one mean are not told apart.
package struct TargetEncoder: SupervisedStep, Equatable {
  package enum Smoothing: Sendable, Codable, Equatable {
    case empiricalBayes
    /// As many rows of the mean outcome are added to each level.
    case rows(Double)
  }

  package let smoothing: Smoothing
  package let folds: Int
  /// Draws the folds; no fitted number depends on it.
  package let seed: UInt64
  /// The categorical features that are encoded; all of the table where nil.
  package let features: [Feature]?

  package init(
    smoothing: Smoothing = .empiricalBayes, folds: Int = 5, seed: UInt64 = 0, features: [Feature]? = nil
  ) {
    self.smoothing = smoothing
    self.folds = folds
    self.seed = seed
    self.features = features
  }

  /// Throws `hyperparameter`, `noRows`, `lengths`, `notFinite` for an outcome, `missingValue` where a level is missing
  /// under the policy `refused`, and `columnTooLarge`.
  package func fit(_ table: FeatureTable, outcomes: [Double]) throws(FitProblem) -> Fitted {
    if case .rows(let count) = smoothing { try Guard.notNegative(count, "smoothing", model: Fitted.name) }
    try Guard.lengths(outcomes, rows: table.rowCount, model: Fitted.name)
    let wanted = try table.categorical(features, model: Fitted.name)
    let sorted = outcomes.sorted()
    let mean = Moments.mean(sorted)
    let variance = Moments.variance(sorted, about: mean)
    try Guard.notOverflown([mean, variance], model: Fitted.name)
    var encodings: [Fitted.Encoding] = []
    for feature in wanted {
      let levels = try table.levels(of: feature)
      if feature.missing == .refused, let row = levels.firstIndex(of: nil) {
        throw .missingValue(feature: feature.name, row: row)
      }
      var groups: [String?: [Double]] = [:]
      for (level, outcome) in zip(levels, outcomes) { groups[level, default: []].append(outcome) }
      let names = Levels.sorted(groups.keys.compactMap { $0 })
      let values = names.map { encoding(of: groups[$0, default: []], mean: mean, variance: variance) }
      encodings.append(
        Fitted.Encoding(
          feature: feature, levels: names, values: values,
          missing: groups[nil].map { encoding(of: $0, mean: mean, variance: variance) } ?? mean))
    }
    return Fitted(encodings: encodings, mean: mean)
  }

  private func encoding(of outcomes: [Double], mean: Double, variance: Double) -> Double {
    let sorted = outcomes.sorted()
    let count = Double(sorted.count)
    let own = Moments.mean(sorted)
    let share: Double
    switch smoothing {
    case .rows(let rows): share = count / (count + rows)
    case .empiricalBayes:
      guard variance > 0 else { return mean }
      share = variance * count / (variance * count + Moments.variance(sorted, about: own))
    }
    return share * own + (1 - share) * mean
  }

  /// Rows are dealt to the folds in the order of their outcomes, equal ones by chance: each fold has its share of events.
  /// Throws what `fit` throws, and `tooFewRows` with fewer rows than folds.
  package func fitTransform(
    _ table: FeatureTable, outcomes: [Double]
  ) throws(FitProblem) -> (fitted: Fitted, rows: FeatureTable) {
    guard folds >= 2 else {
      throw .hyperparameter(model: Fitted.name, name: "folds", found: "\(folds)", expected: "at least 2")
    }
    let fitted = try fit(table, outcomes: outcomes)
    guard outcomes.count >= folds else {
      throw .tooFewRows(model: Fitted.name, found: outcomes.count, needed: folds)
    }
    var encoded = [[Double?]](
      repeating: [Double?](repeating: nil, count: table.rowCount), count: fitted.encodings.count)
    let fold = Self.fold(of: outcomes, folds: folds, seed: seed)
    for part in 0..<folds {
      let others = fold.indices.filter { fold[$0] != part }
      let own = fold.indices.filter { fold[$0] == part }
      let learned = try fit(table, outcomes: outcomes, training: others)
      for (place, encoding) in learned.encodings.enumerated() {
        let levels = try table.levels(of: encoding.feature)
        let values = encoding.values(for: own.map { levels[$0] }, otherwise: learned.mean)
        for (row, value) in zip(own, values) { encoded[place][row] = value }
      }
    }
    return (fitted, try fitted.replacing(in: table, by: encoded))
  }

  /// The fold of each row.
  package static func fold(of outcomes: [Double], folds: Int, seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    let drawn = generator.permutation(outcomes.count)
    let dealt = outcomes.indices.sorted {
      outcomes[$0] != outcomes[$1] ? outcomes[$0] < outcomes[$1] : drawn[$0] < drawn[$1]
    }
    var fold = [Int](repeating: 0, count: outcomes.count)
    for (place, row) in dealt.enumerated() { fold[row] = place % folds }
    return fold
  }

  package struct Fitted: FittedStep {
    package static let name = "TargetEncoder"
    package static let version = 1

    package struct Encoding: Codable, Equatable, Sendable {
      package let feature: Feature
      package let levels: [String]
      /// One for each level.
      package let values: [Double]
      /// That of a missing level.
      package let missing: Double

      func values(for asked: [String?], otherwise mean: Double) -> [Double] {
        let places = Levels.places(levels)
        return asked.map { level in
          guard let level else { return missing }
          return places[level].map { values[$0] } ?? mean
        }
      }
    }

    package let encodings: [Encoding]
    /// The mean outcome of the training rows.
    package let mean: Double

    /// Not for the training rows: see `fitTransform`. Throws `missingValue` where a level is missing and none may be.
    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      var columns: [[Double?]] = []
      for encoding in encodings {
        let levels = try table.levels(of: encoding.feature)
        if encoding.feature.missing == .refused, let row = levels.firstIndex(of: nil) {
          throw .missingValue(feature: encoding.feature.name, row: row)
        }
        columns.append(encoding.values(for: levels, otherwise: mean))
      }
      return try replacing(in: table, by: columns)
    }

    fileprivate func replacing(in table: FeatureTable, by columns: [[Double?]]) throws(FitProblem) -> FeatureTable {
      try table.rebuilt(model: Self.name) { (feature, column) throws(FitProblem) in
        guard let place = encodings.firstIndex(where: { $0.feature == feature }) else { return [(feature, column)] }
        return [(Feature(feature.name, unit: .ratio), .numeric(columns[place]))]
      }
    }
  }
}
