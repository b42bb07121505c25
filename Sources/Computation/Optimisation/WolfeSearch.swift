/// A step length along a direction of descent that lowers the value enough and flattens the slope enough: the strong
/// Wolfe conditions (Nocedal and Wright 2006, equation 3.7), found by bracketing and zooming (algorithms 3.5, 3.6).
///
/// Close to a minimum differences of values drown in rounding while slopes are still exact; there the approximate
/// conditions of Hager and Zhang (2005, equation 4.1) stand in, which ask the slopes alone.
struct WolfeSearch {
  struct Found {
    var length = 0.0
    /// Nil when no length was found that lowers the value.
    var slope: Slope?
    var evaluations = 0
  }

  private struct Trial {
    var length: Double
    var value: Double
    /// φ′, the slope along the direction.
    var incline: Double
    var slope: Slope
  }

  private let start: [Double]
  private let direction: [Double]
  private let origin: Trial
  private let sufficient = 1e-4
  private let flat = 0.9
  private let noise: Double

  init(from start: [Double], _ slope: Slope, along direction: [Double]) {
    self.start = start
    self.direction = direction
    origin = Trial(
      length: 0, value: slope.value, incline: LimitedMemoryBFGS.dot(slope.gradient, direction), slope: slope)
    noise = 1e-14 * abs(slope.value)
  }

  func run(first: Double, _ objective: ([Double]) -> Slope) -> Found {
    var found = Found()
    guard origin.incline < 0, first > 0, first.isFinite else { return found }
    var last = origin
    var length = first
    // 2^50 times the first length is as good as without bound.
    for attempt in 0..<50 {
      let trial = evaluate(length, objective, &found)
      if isAccepted(trial) { return done(trial, found) }
      if !trial.value.isFinite || isTooHigh(trial) || (attempt > 0 && trial.value >= last.value) {
        return zoom(low: last, high: trial, objective, found)
      }
      if trial.incline >= 0 { return zoom(low: trial, high: last, objective, found) }
      last = trial
      length *= 2
    }
    return done(last, found)
  }

  /// `low` has the least value so far and satisfies the first condition; a good length lies between the two.
  private func zoom(low: Trial, high: Trial, _ objective: ([Double]) -> Slope, _ sofar: Found) -> Found {
    var (low, high, found) = (low, high, sofar)
    for _ in 0..<60 {
      let length = between(low, high)
      guard length != low.length, length != high.length else { break }
      let trial = evaluate(length, objective, &found)
      if isAccepted(trial) { return done(trial, found) }
      if !trial.value.isFinite || isTooHigh(trial) || trial.value >= low.value {
        high = trial
      } else {
        if trial.incline * (high.length - low.length) >= 0 { high = low }
        low = trial
      }
    }
    return low.value < origin.value ? done(low, found) : found
  }

  private func done(_ trial: Trial, _ sofar: Found) -> Found {
    Found(length: trial.length, slope: trial.slope, evaluations: sofar.evaluations)
  }

  private func isTooHigh(_ trial: Trial) -> Bool {
    trial.value > origin.value + sufficient * trial.length * origin.incline
  }

  private func isAccepted(_ trial: Trial) -> Bool {
    guard trial.slope.isFinite else { return false }
    if !isTooHigh(trial), abs(trial.incline) <= -flat * origin.incline { return true }
    return trial.value <= origin.value + noise && abs(trial.value - origin.value) <= noise
      && trial.incline >= flat * origin.incline && trial.incline <= (2 * sufficient - 1) * origin.incline
  }

  private func evaluate(_ length: Double, _ objective: ([Double]) -> Slope, _ found: inout Found) -> Trial {
    let slope = objective(LimitedMemoryBFGS.moved(start, by: length, along: direction))
    found.evaluations += 1
    let incline = LimitedMemoryBFGS.dot(slope.gradient, direction)
    return Trial(length: length, value: slope.value, incline: incline, slope: slope)
  }

  /// The minimum of the cubic through both values and slopes (equation 3.59), kept a tenth away from either end.
  private func between(_ low: Trial, _ high: Trial) -> Double {
    let width = high.length - low.length
    let middle = low.length + 0.5 * width
    guard high.value.isFinite, high.incline.isFinite else { return low.length + 0.1 * width }
    let d1 = low.incline + high.incline - 3 * (low.value - high.value) / (low.length - high.length)
    let square = d1 * d1 - low.incline * high.incline
    guard square >= 0, square.isFinite else { return middle }
    let d2 = width > 0 ? square.squareRoot() : -square.squareRoot()
    let share = (high.incline + d2 - d1) / (high.incline - low.incline + 2 * d2)
    guard share.isFinite else { return middle }
    return high.length - width * min(max(share, 0.1), 0.9)
  }
}
