import Computation

extension BoostedTrees {
  package struct Fitted: FittedClassifier {
    package static let name = "BoostedTrees"
    package static let version = 1

    let columns: Int
    package let takesMissing: Bool
    /// Log-odds of the base rate.
    package let start: Double
    package let trees: [Tree]

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try probabilities(rows, on: .one)
    }

    package func probabilities(_ rows: Matrix, on workers: Workers) throws(FitProblem) -> [Double] {
      try Guard.columns(rows, expected: columns, model: Self.name)
      try Self.finite(rows, takesMissing: takesMissing)
      return workers.map(rows.rows, chunksOf: 1_024) { range in
        rows.values.withUnsafeBufferPointer { values in
          range.map { row in
            var score = start
            for tree in trees { score += tree.value(values, from: row * columns) }
            return Exponential.logistic(score)
          }
        }
      }.flatMap { $0 }
    }

    /// No infinities, and no NaN where it does not stand for a missing value.
    static func finite(_ rows: Matrix, takesMissing: Bool) throws(FitProblem) {
      if !takesMissing { return try Guard.finite(rows, model: name) }
      if let place = rows.values.firstIndex(where: { $0.isInfinite }) {
        throw .notFinite(model: name, row: place / rows.columns, column: place % rows.columns)
      }
    }
  }
}
