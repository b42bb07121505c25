/// The standard normal distribution: density, distribution function and its inverse.
package enum NormalDistribution {
  /// e^(−x²/2) / √(2π).
  package static func density(_ x: Double) -> Double {
    0.3989422804014327 * Exponential.of(-0.5 * x * x)
  }

  /// P(Z ≤ x), absolute error below 1e-15 and relative error below 1e-12 in the lower tail to −37.
  package static func cumulative(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 0 { return 1 - cumulative(-x) }
    let distance = -x
    if distance > 38.5 { return 0 }
    return distance < 2.5 ? 0.5 - density(x) * oddSeries(distance) : density(x) * tailFraction(distance)
  }

  /// The x with P(Z ≤ x) = p, for 0 < p < 1; absolute error below 1e-12.
  package static func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a quantile is asked for a probability strictly between 0 and 1")
    if p > 0.5 { return -quantile(1 - p) }
    let t = (-2 * Logarithm.of(p)).squareRoot()
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
    let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    // Hastings' approximation (Abramowitz and Stegun 26.2.23) is within 4.5e-4; Halley's step cubes the error.
    var x = -(t - numerator / denominator)
    for _ in 0..<3 {
      let error = (cumulative(x) - p) / density(x)
      x -= error / (1 + 0.5 * x * error)
    }
    return x
  }

  /// x + x³/3 + x⁵/(3·5) + …, all terms positive (Abramowitz and Stegun 26.2.11).
  private static func oddSeries(_ x: Double) -> Double {
    var term = x
    var sum = x
    var odd = 3.0
    while term > sum * 1e-17 {
      term *= x * x / odd
      sum += term
      odd += 2
    }
    return sum
  }

  /// Laplace's continued fraction 1/(x + 1/(x + 2/(x + …))), from the inside out.
  private static func tailFraction(_ x: Double) -> Double {
    var fraction = x
    for n in stride(from: 200.0, through: 1, by: -1) { fraction = x + n / fraction }
    return 1 / fraction
  }
}
