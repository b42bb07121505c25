import Computation
import Modeling

extension ModelBench {
  /// To the optimum. Check: the first weight.
  static let logistic = Work(name: "logistic") { table, workers, watch in
    let examples = try table.examples()
    return try watch.time { try LogisticRegression().fit(examples, on: workers) }.weights[0]
  }

  /// A hundred trees of 31 leaves on the first four fifths of the rows. Check: area under the curve on the rest.
  static let boosting = Work(name: "boost-train") { table, workers, watch in
    let (train, test) = try parts(table)
    let fitted = try watch.time { try BoostedTrees().fit(train, on: workers) }
    return try area(fitted.probabilities(test.features, on: workers), test)
  }

  static let boostedScores = Work(name: "boost-predict") { table, workers, watch in
    let (train, test) = try parts(table)
    let fitted = try BoostedTrees().fit(train, on: workers)
    return try area(try watch.time { try fitted.probabilities(test.features, on: workers) }, test)
  }

  /// A hundred trees with leaves of five rows. Check: area under the curve.
  static let forest = Work(name: "forest") { table, workers, watch in
    let (train, test) = try parts(table)
    let fitted = try watch.time {
      try RandomForest(trees: 100, minimumLeafRows: 5).fit(train, using: SeededGenerator(seed: 1), on: workers)
    }
    return try area(fitted.probabilities(test.features, on: workers), test)
  }

  /// Exact contributions to the boosted score of ten thousand rows. Check: their mean size.
  static let contributions = Work(name: "contributions") { table, workers, watch in
    let (train, test) = try parts(table)
    let fitted = try BoostedTrees().fit(train, on: workers)
    let rows = test.features.selecting(rows: Array(0..<min(10_000, test.count)))
    let found = try watch.time { try TreeContributions(fitted.sum).contributions(rows, on: workers) }
    return found.values.reduce(0) { $0 + abs($1) } / Double(found.values.count)
  }

  private static func parts(_ table: Table) throws -> (train: Examples, test: Examples) {
    let examples = try table.examples()
    let cut = examples.count * 4 / 5
    return (
      examples.selecting(rows: Array(0..<cut)), examples.selecting(rows: Array(cut..<examples.count))
    )
  }

  private static func area(_ scores: [Double], _ test: Examples) throws -> Double {
    try AreaUnderCurve().value(of: ScoredOutcomes(scores: scores, outcomes: test.outcomes))
  }
}
