/// Tries every point of a grid, the last axis fastest. O(product of steps) losses.
package struct GridSearch: Sendable, Equatable {
  package let space: SearchSpace
  /// Points on each axis, its ends among them; one is the lower end. Whole numbers that come twice are tried once.
  package let steps: [Int]

  /// Throws `hyperparameter` unless there are steps for each axis, at least one and at most a million points in all.
  package init(_ space: SearchSpace, steps: [Int]) throws(FitProblem) {
    let points = steps.reduce(1) { min($0 * min(max($1, 0), 1_000_001), 1_000_001) }
    guard steps.count == space.axes.count, points >= 1, points <= 1_000_000 else {
      throw .hyperparameter(
        model: "GridSearch", name: "steps", found: "\(steps)",
        expected: "\(space.axes.count) numbers whose product is 1 to 1000000")
    }
    self.space = space
    self.steps = steps
  }

  /// `loss` gets one value for each axis; nil says that the setting has none.
  package func run(_ loss: ([Double]) -> Double?) -> SearchRecord {
    var settings: [[Double]] = [[]]
    for (axis, count) in zip(space.axes, steps) {
      var values: [Double] = []
      for step in 0..<count {
        let value = axis.value(at: count == 1 ? 0 : Double(step) / Double(count - 1))
        if values.last != value { values.append(value) }
      }
      settings = settings.flatMap { setting in values.map { setting + [$0] } }
    }
    var record = SearchRecord()
    for setting in settings { record.add(setting, loss(setting)) }
    return record
  }
}
