/// Brent's search for the minimum of a function of one number between two bounds (Brent 1973, "Algorithms for
/// Minimization without Derivatives", chapter 5): parabolas through the best three points, golden sections where they
/// do not help. Finds the minimum of a function that first falls and then rises; of any other, a local one.
package struct BrentSearch: Sendable, Equatable {
  /// How far the point may be from the minimum. Below about 1e-8 of its size rounding leaves nothing to be seen.
  package let tolerance: Double
  package let maximumIterations: Int

  /// Requires a tolerance above 0 and at least one iteration.
  package init(tolerance: Double = 1e-9, maximumIterations: Int = 500) {
    precondition(tolerance > 0 && maximumIterations >= 1, "positive settings")
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }

  /// The best point found and its value. A value that is NaN counts as infinite. Requires finite bounds in order.
  package func minimise(
    from lower: Double, to upper: Double, _ objective: (Double) -> Double
  ) -> (point: Double, value: Double) {
    precondition(lower.isFinite && upper.isFinite && lower <= upper, "two finite bounds in order")
    func value(_ x: Double) -> Double {
      let found = objective(x)
      return found.isNaN ? .infinity : found
    }
    let golden = 0.3819660112501051
    var (low, high) = (lower, upper)
    let start = low + golden * (high - low)
    var best = (x: start, value: value(start))
    var second = best
    var third = best
    var step = 0.0
    var stepBeforeLast = 0.0
    for _ in 0..<maximumIterations {
      let middle = low + (high - low) / 2
      let least = 0x1p-26 * abs(best.x) + tolerance / 3
      guard abs(best.x - middle) > 2 * least - (high - low) / 2 else { break }
      var next = (best.x < middle ? high : low) - best.x
      var isParabola = false
      if abs(stepBeforeLast) > least {
        // The lowest point of the parabola through the three: best.x + p / q.
        var r = (best.x - second.x) * (best.value - third.value)
        var q = (best.x - third.x) * (best.value - second.value)
        var p = (best.x - third.x) * q - (best.x - second.x) * r
        q = 2 * (q - r)
        if q > 0 { p = -p }
        q = abs(q)
        r = stepBeforeLast
        if abs(p) < abs(0.5 * q * r), p > q * (low - best.x), p < q * (high - best.x) {
          isParabola = true
          next = p / q
          let x = best.x + next
          if x - low < 2 * least || high - x < 2 * least { next = best.x < middle ? least : -least }
        }
      }
      stepBeforeLast = isParabola ? step : next
      if !isParabola { next *= golden }
      step = next
      let x = best.x + (abs(step) >= least ? step : (step < 0 ? -least : least))
      let found = (x: x, value: value(x))
      if found.value <= best.value {
        if x < best.x { high = best.x } else { low = best.x }
        (third, second, best) = (second, best, found)
      } else {
        if x < best.x { low = x } else { high = x }
        if found.value <= second.value || second.x == best.x {
          (third, second) = (second, found)
        } else if found.value <= third.value || third.x == best.x || third.x == second.x {
          third = found
        }
      }
    }
    return (best.x, best.value)
  }
}
