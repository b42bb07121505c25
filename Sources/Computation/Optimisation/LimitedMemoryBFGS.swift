/// L-BFGS: a quasi-Newton search for the minimum of a smooth function, which keeps the last few steps in place of a
/// Hessian (Nocedal and Wright 2006, algorithms 7.4 and 7.5), each along a line that satisfies the strong Wolfe
/// conditions (algorithms 3.5 and 3.6).
///
/// O(m · d) and one or two evaluations for each iteration. Where the objective is infinite or NaN is taken for too
/// far. The same start and objective give the same bits.
package struct LimitedMemoryBFGS: Sendable, Equatable {
  /// m, the number of steps that are remembered.
  package let memory: Int
  /// The search has settled when |g_i| · max(|x_i|, 1) ≤ tolerance · max(|f|, 1) for each coordinate i: a change of
  /// the point by its own size would change the value by no more than that share of it.
  package let tolerance: Double
  package let maximumIterations: Int

  /// Requires `memory ≥ 1`, `tolerance > 0` and `maximumIterations ≥ 1`.
  package init(memory: Int = 10, tolerance: Double = 1e-9, maximumIterations: Int = 1_000) {
    precondition(memory >= 1 && tolerance > 0 && maximumIterations >= 1, "positive settings")
    self.memory = memory
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }

  /// Throws `notFiniteAtStart` when the objective or its gradient is not finite at `start`, and `notSettled` when
  /// the iterations run out, as they do where the function falls for ever.
  package func minimise(
    from start: [Double], _ objective: ([Double]) -> Slope
  ) throws(ComputationProblem) -> Minimum {
    var point = start
    var slope = objective(start)
    var evaluations = 1
    guard slope.isFinite else { throw .notFiniteAtStart(method: "L-BFGS") }
    var steps: [Step] = []
    for iteration in 0..<maximumIterations {
      if isSettled(point, slope) {
        return Minimum(
          point: point, value: slope.value, iterations: iteration, evaluations: evaluations, ending: .settled)
      }
      var direction = descent(slope.gradient, steps)
      // Rounding may turn a direction uphill; the gradient never does.
      if Self.dot(direction, slope.gradient) >= 0 {
        steps = []
        direction = descent(slope.gradient, steps)
      }
      let first = steps.isEmpty ? min(1, 1 / Self.largest(direction)) : 1
      var found = WolfeSearch(from: point, slope, along: direction).run(first: first, objective)
      evaluations += found.evaluations
      if found.slope == nil, !steps.isEmpty {
        // What the old steps say of the curvature does not hold here.
        steps = []
        direction = descent(slope.gradient, steps)
        let retry = WolfeSearch(from: point, slope, along: direction)
        found = retry.run(first: min(1, 1 / Self.largest(direction)), objective)
        evaluations += found.evaluations
      }
      guard let next = found.slope else {
        return Minimum(
          point: point, value: slope.value, iterations: iteration, evaluations: evaluations, ending: .rounding)
      }
      let moved = Self.moved(point, by: found.length, along: direction)
      let step = Step(
        change: zip(moved, point).map { $0 - $1 }, bend: zip(next.gradient, slope.gradient).map { $0 - $1 })
      if step.product > 0, step.product.isFinite { steps.append(step) }
      if steps.count > memory { steps.removeFirst() }
      point = moved
      slope = next
    }
    throw .notSettled(method: "L-BFGS", iterations: maximumIterations)
  }

  private func isSettled(_ point: [Double], _ slope: Slope) -> Bool {
    let limit = tolerance * max(abs(slope.value), 1)
    return zip(point, slope.gradient).allSatisfy { abs($1) * max(abs($0), 1) <= limit }
  }

  /// −H · gradient by the two-loop recursion, with H₀ = (sᵀy / yᵀy) · I of the last step (equation 7.20).
  private func descent(_ gradient: [Double], _ steps: [Step]) -> [Double] {
    var direction = gradient.map { -$0 }
    var weights: [Double] = []
    for step in steps.reversed() {
      let weight = Self.dot(step.change, direction) / step.product
      for index in direction.indices { direction[index] -= weight * step.bend[index] }
      weights.append(weight)
    }
    if let last = steps.last {
      let scale = last.product / Self.dot(last.bend, last.bend)
      for index in direction.indices { direction[index] *= scale }
    }
    for (step, weight) in zip(steps, weights.reversed()) {
      let back = Self.dot(step.bend, direction) / step.product
      for index in direction.indices { direction[index] += (weight - back) * step.change[index] }
    }
    return direction
  }

  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }

  static func moved(_ point: [Double], by length: Double, along direction: [Double]) -> [Double] {
    zip(point, direction).map { $0 + length * $1 }
  }

  private static func largest(_ values: [Double]) -> Double {
    values.reduce(0) { max($0, abs($1)) }
  }

  /// s = x′ − x and y = g′ − g of one iteration.
  private struct Step {
    let change: [Double]
    let bend: [Double]
    let product: Double

    init(change: [Double], bend: [Double]) {
      self.change = change
      self.bend = bend
      product = LimitedMemoryBFGS.dot(change, bend)
    }
  }
}
