import Computation

extension BoostedTrees {
  func check(_ features: Matrix, _ validation: Matrix?, model: String) throws(FitProblem) {
    try checkSettings(columns: features.columns, model: model)
    guard features.rows > 0, features.columns > 0 else { throw .noRows(model: model) }
    try Guard.finite(features, takesMissing: takesMissing, model: model)
    // Compared as bits, so that NaN equals itself.
    let (values, width) = (features.values, features.columns)
    let varies = values.indices.contains { values[$0].bitPattern != values[$0 % width].bitPattern }
    guard varies else { throw .constantFeatures(model: model) }
    if let validation {
      try Guard.columns(validation, expected: features.columns, model: model)
      try Guard.finite(validation, takesMissing: takesMissing, model: model)
    }
  }

  private func checkSettings(columns: Int, model: String) throws(FitProblem) {
    try Guard.positive(rounds, "rounds", model: model)
    try Guard.positive(minimumLeafRows, "minimumLeafRows", model: model)
    try Guard.positive(patience, "patience", model: model)
    try Guard.notNegative(penalty, "penalty", model: model)
    guard learningRate > 0, learningRate <= 1 else {
      throw .hyperparameter(
        model: model, name: "learningRate", found: "\(learningRate)", expected: "above 0 and at most 1")
    }
    guard leaves >= 2 else {
      throw .hyperparameter(model: model, name: "leaves", found: "\(leaves)", expected: "at least 2")
    }
    guard (2...255).contains(bins) else {
      throw .hyperparameter(model: model, name: "bins", found: "\(bins)", expected: "2 to 255")
    }
    if let column = categories.first(where: { $0 < 0 || $0 >= columns }) {
      throw .hyperparameter(
        model: model, name: "categories", found: "\(column)", expected: "columns from 0 to \(columns - 1)")
    }
    guard monotone.isEmpty || monotone.count == columns else {
      throw .hyperparameter(
        model: model, name: "monotone", found: "\(monotone.count) directions", expected: "none or \(columns)")
    }
    for (column, direction) in monotone.enumerated() where direction != 0 {
      guard abs(direction) == 1, !categories.contains(column) else {
        throw .hyperparameter(
          model: model, name: "monotone", found: "\(direction) for column \(column)",
          expected: "−1, 0 or 1, and 0 for categories")
      }
    }
  }
}
