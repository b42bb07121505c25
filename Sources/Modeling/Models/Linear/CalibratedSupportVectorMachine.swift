import Computation

/// A linear support vector machine whose scores are made probabilities by Platt's calibration (Platt 1999, section 2.2):
/// its curve is learned from scores that each part of the rows got from a machine taught by the others, the machine itself
/// from all rows.
///
/// Folds are dealt from examples in canonical order: their order changes nothing. O(folds) fits of the machine.
package struct CalibratedSupportVectorMachine: Sendable, Equatable {
  package let machine: LinearSupportVectorMachine
  package let folds: Int

  package init(machine: LinearSupportVectorMachine = LinearSupportVectorMachine(), folds: Int = 5) {
    self.machine = machine
    self.folds = folds
  }

  /// Throws what the machine throws; `tooFewRows` with fewer than two of either outcome, and `hyperparameter` for fewer
  /// than two folds. Scores without any order are calibrated to the base rate.
  package func fit(
    _ examples: Examples, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    try examples.check(for: Fitted.name)
    let rarer = min(examples.positives, examples.count - examples.positives)
    guard rarer >= 2 else { throw .tooFewRows(model: Fitted.name, found: rarer, needed: 2) }
    let sorted = examples.canonical
    let whole = try machine.fit(sorted, using: generator.split("machine"), on: workers)
    let parts = try Folds.stratified(
      sorted.outcomes.map { $0 ? 1 : 0 }, folds: min(folds, rarer), using: generator.split("folds")
    ).all
    let found = workers.map(parts.count, chunksOf: 1) { range in
      Result { () throws(FitProblem) in
        let fold = parts[range.lowerBound]
        let taught = sorted.selecting(rows: fold.train)
        // A part in which all rows are alike teaches nothing.
        if (try? taught.check(for: Fitted.name)) == nil { return [Double](repeating: 0, count: fold.test.count) }
        let fitted = try machine.fit(taught, using: generator.split("machine"))
        return try fitted.scores(sorted.features.selecting(rows: fold.test))
      }
    }
    var scores = [Double](repeating: 0, count: sorted.count)
    for (fold, result) in zip(parts, found) {
      for (row, score) in zip(fold.test, try result.get()) { scores[row] = score }
    }
    return Fitted(machine: whole, calibration: try Self.calibration(scores, sorted.outcomes))
  }

  private static func calibration(
    _ scores: [Double], _ outcomes: [Bool]
  ) throws(FitProblem) -> PlattCalibration.Fitted {
    let probabilities = scores.map { Exponential.logistic($0) }
    guard let input = try? ScoredOutcomes(scores: probabilities, outcomes: outcomes) else {
      throw .tooLarge(model: Fitted.name)
    }
    return try PlattCalibration().fit(input)
  }

  package struct Fitted: FittedClassifier {
    package static let name = "CalibratedSupportVectorMachine"
    package static let version = 1

    package let machine: LinearSupportVectorMachine.Fitted
    package let calibration: PlattCalibration.Fitted

    /// Throws `columns`, `notFinite` and `tooLarge`.
    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      calibration.calibrate(try machine.scores(rows).map { Exponential.logistic($0) })
    }
  }
}
