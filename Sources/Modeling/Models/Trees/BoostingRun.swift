import Computation

/// Boosting on its way: the trees so far, the scores of the training rows, and how the loss goes on rows held out.
struct BoostingRun {
  let start: Double
  private let loss: BoostingLoss
  private var growth: HistogramGrowth
  private var scores: [Double]
  private(set) var course: BoostingCourse?
  private(set) var trees: [Tree] = []

  init(
    _ model: BoostedTrees, _ features: Matrix, _ loss: BoostingLoss, heldOut: (Matrix, BoostingLoss)?,
    on workers: Workers
  ) {
    start = loss.start
    self.loss = loss
    let settings = HistogramGrowth.Settings(
      leaves: model.leaves, minimumLeafRows: model.minimumLeafRows, penalty: model.penalty,
      learningRate: model.learningRate, monotone: model.monotone.contains { $0 != 0 } ? model.monotone : [])
    growth = HistogramGrowth(
      BinnedRows(features, most: model.bins, categories: model.categories, on: workers), settings, on: workers)
    scores = [Double](repeating: start, count: features.rows)
    course = heldOut.map { [start] in BoostingCourse($0.0, $0.1, start: start) }
  }

  /// One round; false when nothing is left to learn.
  mutating func grow() -> Bool {
    guard let tree = growth.grow(loss, adding: &scores) else { return false }
    trees.append(tree)
    course?.add(tree)
    return true
  }
}
