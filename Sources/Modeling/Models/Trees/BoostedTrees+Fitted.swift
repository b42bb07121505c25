import Computation

extension BoostedTrees {
  package struct Fitted: FittedClassifier {
    package static let name = "BoostedTrees"
    package static let version = 2

    /// In log-odds, from those of the base rate.
    package let sum: TreeSum

    package var trees: [Tree] { sum.trees }

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try probabilities(rows, on: .one)
    }

    package func probabilities(_ rows: Matrix, on workers: Workers) throws(FitProblem) -> [Double] {
      try sum.scores(rows, model: Self.name, on: workers).map { Exponential.logistic($0) }
    }
  }

  package struct FittedRegression: FittedRegressor {
    package static let name = "BoostedTreesRegression"
    package static let version = 1

    /// In the unit of the targets, from their mean.
    package let sum: TreeSum

    package var trees: [Tree] { sum.trees }

    package func predictions(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try predictions(rows, on: .one)
    }

    package func predictions(_ rows: Matrix, on workers: Workers) throws(FitProblem) -> [Double] {
      try sum.scores(rows, model: Self.name, on: workers)
    }
  }
}
