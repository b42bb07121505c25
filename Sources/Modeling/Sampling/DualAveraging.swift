import Computation

/// Step size adaptation by dual averaging (Hoffman and Gelman 2014, equation 6): log ε moves against the mean
/// difference of the acceptance statistic from its target, and a weighted mean of log ε is kept for the end.
struct DualAveraging {
  private let target: Double
  private var centre: Double
  private var count = 0.0
  private var error = 0.0
  private var logMean = 0.0
  private(set) var step: Double

  private static let shrinkage = 0.05
  private static let stabilisation = 10.0
  private static let decay = 0.75

  init(step: Double, target: Double) {
    self.step = step
    self.target = target
    centre = Logarithm.of(10 * step)
  }

  /// `acceptance` in 0…1.
  mutating func update(acceptance: Double) {
    count += 1
    let weight = 1 / (count + Self.stabilisation)
    error = (1 - weight) * error + weight * (target - acceptance)
    let logStep = centre - error * count.squareRoot() / Self.shrinkage
    let share = Exponential.power(count, -Self.decay)
    logMean = share * logStep + (1 - share) * logMean
    step = Exponential.of(logStep)
  }

  /// The step for the draws after warm-up.
  var settled: Double { count > 0 ? Exponential.of(logMean) : step }

  /// Begins anew from `step`, as a new mass matrix asks for.
  mutating func restart(from step: Double) {
    self = DualAveraging(step: step, target: target)
  }
}
