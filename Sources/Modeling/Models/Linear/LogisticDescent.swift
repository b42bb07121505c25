import Computation

/// Newton's steps down the penalised logistic loss.
struct LogisticDescent: Sendable {
  /// The intercept is the last; from the log-odds of the base rate and weights of 0.
  var parameters: [Double]
  /// The penalised loss at `parameters`, in nats.
  private(set) var value = Double.infinity
  private let rows: ExampleBlocks
  private let square: Double
  private let absolute: Double
  private let workers: Workers

  private static let name = LogisticRegression.Fitted.name

  init(_ rows: ExampleBlocks, square: Double, absolute: Double, on workers: Workers) {
    self.rows = rows
    self.square = square
    self.absolute = absolute
    self.workers = workers
    parameters = [Double](repeating: 0, count: rows.width)
    parameters.append(Logarithm.odds(Double(rows.positives) / Double(rows.count)))
  }

  /// Steps until no parameter moves by `tolerance` of 1 + its size; gives the number of steps.
  mutating func settle(_ tolerance: Double, _ maximumIterations: Int) throws(FitProblem) -> Int {
    var loss = self.loss(at: parameters)
    value = penalised(loss, parameters)
    guard loss.isFinite else { throw .tooLarge(model: Self.name) }
    for iteration in 1...maximumIterations {
      let step = absolute > 0 ? try proximalStep(loss) : try newtonStep(loss)
      let largest = zip(step, parameters).map { abs($0) / (1 + abs($1 + $0)) }.max() ?? 0
      if largest < tolerance {
        // The loss changes by the square of this step, which is nothing.
        parameters = zip(parameters, step).map { $0 + $1 }
        return iteration
      }
      loss = descend(along: step, loss)
      if square == 0, absolute == 0, value < 1e-6 * Double(rows.count) { throw .separated(model: Self.name) }
    }
    throw .notConverged(model: Self.name, iterations: maximumIterations)
  }

  private func loss(at parameters: [Double]) -> LogisticLoss {
    LogisticLoss(rows, at: parameters, penalty: square, on: workers)
  }

  private func penalised(_ loss: LogisticLoss, _ parameters: [Double]) -> Double {
    parameters.dropLast().reduce(loss.value) { $0 + absolute * abs($1) }
  }

  private func newtonStep(_ loss: LogisticLoss) throws(FitProblem) -> [Double] {
    do {
      return try Cholesky(loss.curvature).solve(loss.gradient).map { -$0 }
    } catch {
      throw .singular(model: Self.name, cause: error)
    }
  }

  /// To the minimum of the quadratic approximation with the penalty on absolute values. The intercept, which is free, is
  /// put at its best for any weights: H − h hᵀ / h_bb and g − h g_b / h_bb are left for these.
  private func proximalStep(_ loss: LogisticLoss) throws(FitProblem) -> [Double] {
    let width = parameters.count - 1
    let corner = loss.curvature[width, width]
    guard corner > 0 else { throw .separated(model: Self.name) }
    var curvature = Matrix(rows: width, columns: width)
    var linear = [Double](repeating: 0, count: width)
    for i in 0..<width {
      let share = loss.curvature[width, i] / corner
      for j in 0...i {
        curvature[i, j] = loss.curvature[i, j] - share * loss.curvature[width, j]
        curvature[j, i] = curvature[i, j]
      }
      linear[i] = share * loss.gradient[width] - loss.gradient[i]
    }
    let start = Array(parameters.dropLast())
    for i in 0..<width { for j in 0..<width { linear[i] += curvature[i, j] * start[j] } }
    let problem = PenalisedQuadratic(
      curvature: curvature, linear: linear, constant: 0, absolute: absolute, square: 0)
    var descent = CoordinateDescent(problem, from: start)
    // Where columns determine each other no exact solution is taken; then sweeps go on until they stand still.
    for _ in 0..<50 where !descent.isStill {
      descent.settle()
      if descent.solveActive() { break }
    }
    var step = zip(descent.weights, start).map { $0 - $1 }
    step.append(-(0..<width).reduce(loss.gradient[width]) { $0 + loss.curvature[width, $1] * step[$1] } / corner)
    return step
  }

  /// The whole step, or a half, a quarter, … of it until the penalised loss does not rise.
  private mutating func descend(along step: [Double], _ loss: LogisticLoss) -> LogisticLoss {
    var share = 1.0
    for _ in 0..<40 {
      let tried = zip(parameters, step).map { $0 + share * $1 }
      let next = self.loss(at: tried)
      let height = penalised(next, tried)
      // Rounding of the sum may show a rise where there is none.
      if height <= value + 1e-12 * abs(value) {
        (parameters, value) = (tried, height)
        return next
      }
      share /= 2
    }
    return loss
  }
}
