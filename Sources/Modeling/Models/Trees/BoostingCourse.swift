import Computation

/// How the loss on validation rows goes while trees are added.
struct BoostingCourse {
  private let features: Matrix
  private let loss: BoostingLoss
  private let unit: Double
  private var scores: [Double]
  private var least: Int64
  /// The loss now, in small parts of units.
  private(set) var now: Int64
  private(set) var rounds = 0
  /// Trees up to the round with the lowest loss.
  private(set) var best = 0

  init(_ features: Matrix, _ loss: BoostingLoss, start: Double) {
    self.features = features
    self.loss = loss
    scores = [Double](repeating: start, count: features.rows)
    unit = loss.unit(scores)
    least = loss.total(scores, unit: unit)
    now = least
  }

  mutating func add(_ tree: Tree) {
    rounds += 1
    let says = TreeWalk([tree]).sums(features, 0..<features.rows, from: 0)
    for row in scores.indices { scores[row] += says[row] }
    now = loss.total(scores, unit: unit)
    if now < least {
      least = now
      best = rounds
    }
  }
}
