import Computation

/// Tries settings at random, each axis uniform on its scale. Where few of many hyperparameters matter it finds as good a
/// setting as a grid with fewer trials (Bergstra and Bengio 2012). O(trials) losses.
package struct RandomSearch: Sendable, Equatable {
  package let space: SearchSpace
  package let trials: Int

  /// Throws `hyperparameter` for fewer than one trial.
  package init(_ space: SearchSpace, trials: Int) throws(FitProblem) {
    try Guard.positive(trials, "trials", model: "RandomSearch")
    self.space = space
    self.trials = trials
  }

  /// `loss` gets one value for each axis; nil says that the setting has none.
  package func run(using generator: SeededGenerator, _ loss: ([Double]) -> Double?) -> SearchRecord {
    var record = SearchRecord()
    for number in 0..<trials {
      var stream = generator.split("trial \(number)")
      let setting = space.values(at: space.axes.map { _ in stream.uniform() })
      record.add(setting, loss(setting))
    }
    return record
  }
}
