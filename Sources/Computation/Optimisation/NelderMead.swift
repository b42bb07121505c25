/// Nelder and Mead's simplex search for the minimum of a function without derivatives: for few dimensions, or as a
/// check on a gradient. Steps and ties as in Lagarias, Reeds, Wright and Wright (1998, section 2); from three
/// dimensions on with the lengths of Gao and Han (2012, equation 4.1), without which the simplex flattens.
///
/// One or two evaluations for each iteration, d + 2 when the simplex shrinks. Infinite and NaN values are taken for
/// the worst, so a bound may be put into the objective.
package struct NelderMead: Sendable, Equatable {
  /// The search has settled when all corners lie within `pointTolerance` · max(|x|, 1) of the best in each coordinate
  /// and their values within `valueTolerance` · max(|f|, 1).
  package let pointTolerance: Double
  package let valueTolerance: Double
  package let maximumIterations: Int

  /// Requires tolerances ≥ 0 and `maximumIterations ≥ 1`.
  package init(pointTolerance: Double = 1e-8, valueTolerance: Double = 1e-12, maximumIterations: Int = 10_000) {
    precondition(pointTolerance >= 0 && valueTolerance >= 0 && maximumIterations >= 1, "positive settings")
    self.pointTolerance = pointTolerance
    self.valueTolerance = valueTolerance
    self.maximumIterations = maximumIterations
  }

  private struct Corner {
    var point: [Double]
    var value: Double
  }

  /// The first simplex has `start` and one corner for each coordinate, moved by a twentieth of it or by 0.00025 where
  /// it is 0. Throws `notFiniteAtStart` or `notSettled`.
  package func minimise(from start: [Double], _ objective: ([Double]) -> Double) throws(ComputationProblem) -> Minimum {
    var evaluations = 0
    func corner(_ point: [Double]) -> Corner {
      evaluations += 1
      let value = objective(point)
      return Corner(point: point, value: value.isNaN ? .infinity : value)
    }
    let first = corner(start)
    guard first.value.isFinite else { throw .notFiniteAtStart(method: "Nelder-Mead") }
    var simplex = [first]
    for index in start.indices {
      var point = start
      point[index] = point[index] == 0 ? 0.00025 : point[index] * 1.05
      simplex.append(corner(point))
    }
    let size = Double(max(start.count, 2))
    let (expansion, contraction, shrinkage) = (1 + 2 / size, 0.75 - 0.5 / size, 1 - 1 / size)
    for iteration in 0..<maximumIterations {
      Self.order(&simplex)
      if isSettled(simplex) {
        return Minimum(
          point: simplex[0].point, value: simplex[0].value, iterations: iteration, evaluations: evaluations,
          ending: .settled)
      }
      let worst = simplex[simplex.count - 1]
      let centre = Self.centre(simplex.dropLast())
      func along(_ share: Double) -> Corner {
        corner(zip(centre, worst.point).map { $0 + share * ($0 - $1) })
      }
      let reflected = along(1)
      let secondWorst = simplex[max(simplex.count - 2, 0)].value
      if reflected.value < simplex[0].value {
        let expanded = along(expansion)
        simplex[simplex.count - 1] = expanded.value < reflected.value ? expanded : reflected
        continue
      }
      if reflected.value < secondWorst {
        simplex[simplex.count - 1] = reflected
        continue
      }
      let isOutside = reflected.value < worst.value
      let contracted = along(isOutside ? contraction : -contraction)
      if isOutside ? contracted.value <= reflected.value : contracted.value < worst.value {
        simplex[simplex.count - 1] = contracted
        continue
      }
      let best = simplex[0].point
      for index in 1..<simplex.count {
        simplex[index] = corner(zip(best, simplex[index].point).map { $0 + shrinkage * ($1 - $0) })
      }
    }
    throw .notSettled(method: "Nelder-Mead", iterations: maximumIterations)
  }

  /// By value; equal values keep their order, so a newcomer stands behind those it ties with.
  private static func order(_ simplex: inout [Corner]) {
    for index in 1..<max(simplex.count, 1) {
      let moving = simplex[index]
      var place = index
      while place > 0, moving.value < simplex[place - 1].value {
        simplex[place] = simplex[place - 1]
        place -= 1
      }
      simplex[place] = moving
    }
  }

  private static func centre(_ corners: ArraySlice<Corner>) -> [Double] {
    var sum = [Double](repeating: 0, count: corners[corners.startIndex].point.count)
    for corner in corners {
      for index in sum.indices { sum[index] += corner.point[index] }
    }
    return sum.map { $0 / Double(corners.count) }
  }

  private func isSettled(_ simplex: [Corner]) -> Bool {
    let best = simplex[0]
    return simplex.dropFirst().allSatisfy { corner in
      abs(corner.value - best.value) <= valueTolerance * max(abs(best.value), 1)
        && zip(corner.point, best.point).allSatisfy { abs($0 - $1) <= pointTolerance * max(abs($1), 1) }
    }
  }
}
