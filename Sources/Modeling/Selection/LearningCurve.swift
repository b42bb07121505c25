import Computation

/// How the held-out score grows with the number of training rows: whether more data would help (Perlich, Provost and
/// Simonoff 2003).
///
/// Smaller samples are parts of the larger ones, drawn once for each fold. O(folds · sizes) fits.
package struct LearningCurve: Sendable, Equatable {
  package struct Point: Sendable, Equatable {
    /// Training rows, the mean over folds.
    package let rows: Double
    package let mean: Double
    /// Of the mean over folds. Folds share training rows, so it is somewhat too small.
    package let standardError: Double
    /// One for each fold that gave one.
    package let scores: [Double]
  }

  /// In rising order; sizes for which fewer than two folds gave a score are left out.
  package let points: [Point]

  /// `score` gets training and held-out row indices, and gives nil where no model can be fitted.
  /// Throws `hyperparameter` unless the shares are above 0 and at most 1.
  package init(
    _ folds: Folds, shares: [Double], using generator: SeededGenerator, on workers: Workers = .one,
    score: @Sendable (_ train: [Int], _ test: [Int]) -> Double?
  ) throws(FitProblem) {
    guard shares.allSatisfy({ $0 > 0 && $0 <= 1 }) else {
      throw .hyperparameter(
        model: "LearningCurve", name: "shares", found: "\(shares)", expected: "numbers above 0, at most 1")
    }
    let rising = shares.sorted()
    let parts = folds.all
    let orders = parts.enumerated().map { number, fold in
      var stream = generator.split("fold \(number)")
      return stream.permutation(fold.train.count).map { fold.train[$0] }
    }
    let samples = rising.map { share in
      orders.map { Array($0.prefix(max(1, Int((share * Double($0.count)).rounded())))).sorted() }
    }
    let scores = workers.map(rising.count * parts.count, chunksOf: 1) { range in
      let (size, fold) = range.lowerBound.quotientAndRemainder(dividingBy: parts.count)
      return score(samples[size][fold], parts[fold].test)
    }
    points = rising.indices.compactMap { size in
      let found = scores[(size * parts.count)..<((size + 1) * parts.count)].compactMap { $0 }
      guard found.count >= 2 else { return nil }
      let mean = Moments.mean(found)
      let rows = samples[size].reduce(0.0) { $0 + Double($1.count) } / Double(parts.count)
      let error = (Moments.variance(found, about: mean) / Double(found.count - 1)).squareRoot()
      return Point(rows: rows, mean: mean, standardError: error, scores: found)
    }
  }
}
