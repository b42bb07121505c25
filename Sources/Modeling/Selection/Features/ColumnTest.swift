import Computation

/// A column's statistic under the hypothesis that it has nothing to do with the outcome, and the probability of one at
/// least as large. Both assume independent rows; of many columns some have small probabilities by chance.
package struct ColumnTest: Sendable, Equatable {
  package let statistic: Double
  package let pValue: Double

  package init(statistic: Double, pValue: Double) {
    self.statistic = statistic
    self.pValue = pValue
  }

  /// χ² of each column's sums by class against those in proportion to the classes' rows: Σ (observed − expected)² /
  /// expected, with classes − 1 degrees of freedom. For counts and flags. A column of zeros alone has statistic 0.
  /// Throws `negative` for a value below 0, `oneClass`, `lengths`, `noRows`, `notFinite` and `columnTooLarge`. O(n · d).
  package static func chiSquare(_ rows: Matrix, outcomes: [Double]) throws(FitProblem) -> [ColumnTest] {
    let model = "chi-square test"
    let classes = try checked(rows, outcomes, model: model)
    if let offset = rows.values.firstIndex(where: { $0 < 0 }) {
      throw .negative(model: model, row: offset / rows.columns, column: offset % rows.columns)
    }
    let counts = classes.counts
    let freedom = Double(counts.count - 1)
    return try tests(rows, classes, model: model) { groups in
      let sums = groups.map { $0.reduce(0, +) }
      let total = sums.reduce(0, +)
      var statistic = 0.0
      for (sum, count) in zip(sums, counts) where total > 0 {
        let expected = total * (Double(count) / Double(rows.rows))
        statistic += (sum - expected) * (sum - expected) / expected
      }
      guard statistic.isFinite else { return nil }
      return ColumnTest(statistic: statistic, pValue: IncompleteGamma.upper(freedom / 2, statistic / 2))
    }
  }

  /// F of a one-way analysis of variance (Fisher 1925): the mean square between classes over that within, with
  /// classes − 1 and n − classes degrees of freedom. A column that does not vary has statistic 0; one that varies between
  /// classes alone has the largest number there is.
  /// Throws `tooFewRows` without a row more than classes, `oneClass`, `lengths`, `noRows`, `notFinite`, `columnTooLarge`.
  /// O(n · d · log n).
  package static func analysisOfVariance(_ rows: Matrix, outcomes: [Double]) throws(FitProblem) -> [ColumnTest] {
    let model = "analysis of variance"
    let classes = try checked(rows, outcomes, model: model)
    guard rows.rows > classes.values.count else {
      throw .tooFewRows(model: model, found: rows.rows, needed: classes.values.count + 1)
    }
    let (first, second) = (Double(classes.values.count - 1), Double(rows.rows - classes.values.count))
    return try tests(rows, classes, model: model) { groups in
      let all = groups.joined().sorted()
      guard all.first != all.last else { return ColumnTest(statistic: 0, pValue: 1) }
      let mean = Moments.mean(all)
      var between = 0.0
      var within = 0.0
      for group in groups {
        let own = Moments.mean(group)
        between += Double(group.count) * (own - mean) * (own - mean)
        if group.first != group.last { within += Moments.variance(group, about: own) * Double(group.count) }
      }
      guard between.isFinite, within.isFinite else { return nil }
      let ratio = within > 0 ? (between / first) / (within / second) : .infinity
      return ColumnTest(
        statistic: min(ratio, .greatestFiniteMagnitude), pValue: IncompleteBeta.upperF(ratio, first, second))
    }
  }

  static func checked(_ rows: Matrix, _ outcomes: [Double], model: String) throws(FitProblem) -> OutcomeClasses {
    try Guard.finiteRows(rows, model: model)
    try Guard.lengths(outcomes, rows: rows.rows, model: model)
    let classes = OutcomeClasses(outcomes)
    guard classes.values.count > 1 else { throw .oneClass(model: model) }
    return classes
  }

  /// A test of each column from its values by class, each group in ascending order.
  private static func tests(
    _ rows: Matrix, _ classes: OutcomeClasses, model: String, _ test: ([[Double]]) -> ColumnTest?
  ) throws(FitProblem) -> [ColumnTest] {
    var tests: [ColumnTest] = []
    for column in 0..<rows.columns {
      var groups = [[Double]](repeating: [], count: classes.values.count)
      for row in 0..<rows.rows { groups[classes.places[row]].append(rows[row, column]) }
      guard let found = test(groups.map { $0.sorted() }) else { throw .columnTooLarge(model: model, column: column) }
      tests.append(found)
    }
    return tests
  }
}
