import Computation
import Modeling

/// The models of `lab classify`, from the simplest to the most complex: the order in which ties are settled.
enum ClassifierKind: String, CaseIterable {
  case bernoulliNaiveBayes = "bernoulli-nb"
  case gaussianNaiveBayes = "gaussian-nb"
  case logistic
  case lassoLogistic = "logistic-l1"
  case elasticLogistic = "logistic-elastic"
  case supportVector = "svm"
  case tree
  case nearestNeighbours = "knn"
  case network
  case forest
  case boosted

  /// Training, validation and test rows, encoded on the training rows alone.
  struct Rows {
    /// Numbers standardised, blanks filled: for models that compare columns.
    let scaled: [Matrix]
    /// Numbers as they are, blanks filled.
    let filled: [Matrix]
    /// Numbers as they are, NaN where blank.
    let open: [Matrix]
    let outcomes: [[Bool]]
  }

  /// Probabilities for the validation and for the test rows.
  func probabilities(
    _ rows: Rows, using generator: SeededGenerator, on workers: Workers
  ) throws(FitProblem) -> [[Double]] {
    switch self {
    case .bernoulliNaiveBayes:
      let fitted = try BernoulliNaiveBayes().fit(try Self.examples(rows.scaled, rows))
      return [try fitted.probabilities(rows.scaled[1]), try fitted.probabilities(rows.scaled[2])]
    case .gaussianNaiveBayes:
      let fitted = try GaussianNaiveBayes().fit(try Self.examples(rows.scaled, rows))
      return [try fitted.probabilities(rows.scaled[1]), try fitted.probabilities(rows.scaled[2])]
    case .logistic: return try Self.logistic(share: 0, rows, on: workers)
    case .lassoLogistic: return try Self.logistic(share: 1, rows, on: workers)
    case .elasticLogistic: return try Self.logistic(share: 0.5, rows, on: workers)
    case .supportVector:
      let machine = LinearSupportVectorMachine(tolerance: 1e-3)
      let fitted = try CalibratedSupportVectorMachine(machine: machine).fit(
        try Self.examples(rows.scaled, rows), using: generator.split("svm"), on: workers)
      return [try fitted.probabilities(rows.scaled[1]), try fitted.probabilities(rows.scaled[2])]
    case .tree:
      let fitted = try DecisionTree().fit(try Self.examples(rows.filled, rows))
      return [try fitted.probabilities(rows.filled[1]), try fitted.probabilities(rows.filled[2])]
    case .nearestNeighbours:
      let fitted = try NearestNeighbours().fit(try Self.examples(rows.scaled, rows))
      return [
        try fitted.probabilities(rows.scaled[1], on: workers), try fitted.probabilities(rows.scaled[2], on: workers),
      ]
    case .network:
      let fitted = try MultilayerPerceptron(tolerance: 1e-3).fit(
        try Self.examples(rows.scaled, rows), using: generator.split("network"), on: workers)
      return [try fitted.probabilities(rows.scaled[1]), try fitted.probabilities(rows.scaled[2])]
    case .forest:
      let fitted = try RandomForest().fit(
        try Self.examples(rows.filled, rows), using: generator.split("forest"), on: workers)
      return [
        try fitted.probabilities(rows.filled[1], on: workers), try fitted.probabilities(rows.filled[2], on: workers),
      ]
    case .boosted:
      let validation = try Examples(features: rows.open[1], outcomes: rows.outcomes[1])
      let fitted = try TunedBoosting(takesMissing: true).fit(
        try Self.examples(rows.open, rows), validation: validation, using: generator.split("boosted"), on: workers)
      return [
        try fitted.probabilities(rows.open[1], on: workers), try fitted.probabilities(rows.open[2], on: workers),
      ]
    }
  }

  private static func logistic(
    share: Double, _ rows: Rows, on workers: Workers
  ) throws(FitProblem) -> [[Double]] {
    let fitted = try LogisticRegression(share: share).fit(try examples(rows.scaled, rows), on: workers)
    return [try fitted.probabilities(rows.scaled[1]), try fitted.probabilities(rows.scaled[2])]
  }

  private static func examples(_ features: [Matrix], _ rows: Rows) throws(FitProblem) -> Examples {
    try Examples(features: features[0], outcomes: rows.outcomes[0])
  }

  /// What a run is about to do, for those who wait.
  func remark(on rows: Rows) -> String {
    let asked = rows.scaled[1].rows + rows.scaled[2].rows
    guard self == .nearestNeighbours, rows.scaled[0].columns > NearestNeighbours.treeColumns else { return rawValue }
    return "\(rawValue): compares each of \(asked) rows with each of \(rows.scaled[0].rows)"
  }

  /// Why the model is left out of `--models all` on tables of this size: it would take many minutes.
  func reasonToSkip(train: Int, asked: Int, columns: Int) -> String? {
    let (n, m, d) = (Double(train), Double(asked), Double(columns))
    let isTooMuch =
      switch self {
      // In so few columns a tree leads to the near rows at once; in two more it still looks at very many.
      case .nearestNeighbours: n * m * d > 1e10 && columns > NearestNeighbours.treeColumns - 2
      case .logistic, .lassoLogistic, .elasticLogistic: n * d * d > 1e11
      case .supportVector, .network: n * d > 2e6
      default: false
      }
    return isTooMuch ? "left out for the size of the table; name it in --models to have it" : nil
  }
}
