import Computation

/// Minimises a penalised quadratic one weight at a time: w_j ← S(c_j − Σ_{k≠j} A_jk w_k, absolute) / (A_jj + square), with
/// S(z, t) = sign z · max(|z| − t, 0) (Friedman, Hastie and Tibshirani 2010, equations 5 to 8).
struct CoordinateDescent: Sendable {
  let problem: PenalisedQuadratic
  private(set) var weights: [Double]
  /// c − A w.
  private(set) var slopes: [Double]
  private(set) var sweeps = 0
  /// True when the last sweep over all weights moved none by more than rounding error.
  private(set) var isStill = false

  init(_ problem: PenalisedQuadratic, from weights: [Double]? = nil) {
    self.problem = problem
    self.weights = weights ?? [Double](repeating: 0, count: problem.linear.count)
    slopes = problem.slopes(self.weights)
  }

  /// One sweep over all weights, then sweeps over those that are not 0 until they settle or a hundred are done.
  mutating func settle() {
    isStill = sweep(Array(weights.indices)) <= 1e-15
    let active = weights.indices.filter { weights[$0] != 0 }
    for _ in 0..<100 where sweep(active) <= 1e-7 { return }
  }

  /// The largest change that it made, each in units of the slope it moved, against the largest slope.
  @discardableResult private mutating func sweep(_ columns: [Int]) -> Double {
    sweeps += 1
    var largest = 0.0
    for j in columns {
      let own = problem.curvature[j, j]
      guard own > 0 else { continue }
      let pull = slopes[j] + own * weights[j]
      let next = Self.softened(pull, problem.absolute) / (own + problem.square)
      let change = next - weights[j]
      guard change != 0 else { continue }
      weights[j] = next
      for k in slopes.indices { slopes[k] -= problem.curvature[j, k] * change }
      largest = max(largest, abs(change) * own)
    }
    let scale = problem.linear.reduce(0) { max($0, abs($1)) }
    return scale > 0 ? largest / scale : 0
  }

  static func softened(_ value: Double, _ threshold: Double) -> Double {
    value > threshold ? value - threshold : value < -threshold ? value + threshold : 0
  }

  /// Solves for the weights that are not 0 as if their signs stayed: (A + square · I) w = c − absolute · sign w. True, and
  /// taken, when signs stay indeed and no other weight wants to move: then this is the optimum, up to rounding.
  mutating func solveActive() -> Bool {
    let active = weights.indices.filter { weights[$0] != 0 }
    var system = Matrix(rows: active.count, columns: active.count)
    for (row, j) in active.enumerated() {
      for (column, k) in active.enumerated() { system[row, column] = problem.curvature[j, k] }
      system[row, row] += problem.square
    }
    let right = active.map { problem.linear[$0] - (weights[$0] > 0 ? problem.absolute : -problem.absolute) }
    guard let solved = try? Cholesky(system).solve(right) else { return false }
    var next = weights
    for (row, j) in active.enumerated() {
      // Without a penalty on the absolute value signs are free.
      guard solved[row] * weights[j] > 0 || problem.absolute == 0 else { return false }
      next[j] = solved[row]
    }
    let slopes = problem.slopes(next)
    let scale = problem.linear.reduce(0) { max($0, abs($1)) }
    for j in next.indices where next[j] == 0 && problem.curvature[j, j] > 0 {
      guard abs(slopes[j]) <= problem.absolute + 1e-13 * scale else { return false }
    }
    (weights, self.slopes) = (next, slopes)
    return true
  }

  /// An upper bound of how far the objective is above its minimum (Kim, Koh, Lustig, Boyd and Gorinevsky 2007, section
  /// III, with the square penalty as rows of its own). Requires a quadratic that is a sum of squares.
  var gap: Double {
    let square = problem.square
    var (length, fitted, sum, steepest) = (0.0, 0.0, 0.0, 0.0)
    for (j, weight) in weights.enumerated() {
      fitted += weight * problem.linear[j]
      length += weight * (slopes[j] + problem.linear[j])
      sum += abs(weight)
      steepest = max(steepest, abs(slopes[j] - square * weight))
    }
    // |y − Xw|² = yᵀy − wᵀ(c + slopes), and the residual's product with y.
    let residual = max(0, problem.constant - length)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    let scale = steepest > problem.absolute ? problem.absolute / steepest : 1
    return 0.5 * residual * (1 + scale * scale) + problem.absolute * sum - scale * (problem.constant - fitted)
      + 0.5 * square * (1 + scale * scale) * squares
  }
}
