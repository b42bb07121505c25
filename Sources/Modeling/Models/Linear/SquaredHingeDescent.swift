import Computation

/// Newton's steps down the squared hinge loss, which is quadratic between the points where an example passes its margin
/// (Keerthi and DeCoste 2005, section 2; Chapelle 2007, section 4.1): once no example passes any more, one step is exact.
struct SquaredHingeDescent: Sendable {
  /// The intercept is the last; from 0.
  private(set) var parameters: [Double]
  /// At `parameters`.
  private(set) var loss: SquaredHingeLoss
  private let examples: ExampleBlocks
  private let penalty: Double
  private let workers: Workers

  init(_ examples: ExampleBlocks, penalty: Double, from parameters: [Double]? = nil, on workers: Workers) {
    self.examples = examples
    self.penalty = penalty
    self.workers = workers
    self.parameters = parameters ?? [Double](repeating: 0, count: examples.width + 1)
    loss = SquaredHingeLoss(examples, at: self.parameters, penalty: penalty, on: workers)
  }

  /// Steps until none moves a parameter by `tolerance` of 1 + its size, or would only raise the loss, which then is rounding
  /// error. Nil when there were `most` passes over the examples before. Throws `notPositiveDefinite` where the penalty is
  /// nothing against columns that determine each other.
  mutating func settle(_ tolerance: Double, _ most: Int) throws(ComputationProblem) -> Int? {
    var passes = 1
    while passes < most {
      let step = try Cholesky(loss.curvature).solve(loss.gradient)
      let largest = zip(step, parameters).reduce(0) { max($0, abs($1.0) / (1 + abs($1.1))) }
      var share = 1.0
      var next = loss
      repeat {
        let tried = zip(parameters, step).map { $1 * -share + $0 }
        next = SquaredHingeLoss(examples, at: tried, penalty: penalty, on: workers)
        passes += 1
        if next.value <= loss.value { parameters = tried } else { share /= 2 }
      } while !(next.value <= loss.value) && share > 1e-9 && largest * share > tolerance && passes < most
      if next.value <= loss.value { loss = next }
      if largest * share <= tolerance { return passes }
    }
    return nil
  }

  /// The value of the dual at the multipliers that belong to these parameters, never above the least loss:
  /// α = 2 max(0, 1 − m) / penalty, and penalty · (Σ α − ½ |Σ α y x|² − ½ Σ α² penalty / 2).
  var dual: Double {
    let lengths = zip(parameters, loss.gradient).reduce(0) { sum, pair in
      // Σ α y x is what the gradient leaves of the parameters.
      let own = pair.0 - pair.1 / penalty
      return sum + own * own
    }
    return 2 * loss.short - 0.5 * penalty * lengths - loss.squares
  }
}
