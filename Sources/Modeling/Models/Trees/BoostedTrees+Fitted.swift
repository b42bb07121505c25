import Computation

extension BoostedTrees {
  package struct Fitted: FittedClassifier, FittedTreeSum {
    package static let name = "BoostedTrees"
    package static let version = 2

    /// In log-odds, from those of the base rate.
    package let sum: TreeSum

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try probabilities(rows, on: .one)
    }

    package func probabilities(_ rows: Matrix, on workers: Workers) throws(FitProblem) -> [Double] {
      try sum.scores(rows, model: Self.name, on: workers).map { Exponential.logistic($0) }
    }
  }

  package struct FittedRegression: FittedRegressor, FittedTreeSum {
    package static let name = "BoostedTreesRegression"
    package static let version = 1

    /// In the unit of the targets, from their mean.
    package let sum: TreeSum
  }
}
