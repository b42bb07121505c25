/// Gauss's hypergeometric function with its first parameter 1, ₂F₁(1, b; c; z) = Σ (b)ₙ / (c)ₙ zⁿ, and its slopes.
///
/// Euler's and Pfaff's transformations (Abramowitz and Stegun 15.3.3 and 15.3.4) bring the integral behind the
/// Pareto/NBD model to this form, where every term is positive and each is less than z times the one before. The
/// slopes in b and c have no closed form; here they are sums over the same terms.
package struct UnitHypergeometric: Sendable, Equatable {
  package private(set) var value = 1.0
  /// ∂/∂b, ∂/∂c and ∂/∂z.
  package private(set) var bySecond = 0.0
  package private(set) var byThird = 0.0
  package private(set) var byArgument = 0.0

  /// The largest z that is taken: further towards 1 the fraction needs thousands of steps.
  package static let largestArgument = 0.9999
  /// From here on the continued fraction is shorter than the series, whose terms number some 36 / (1 − z).
  private static let slow = 0.75

  /// Relative error below 1e-13 (1e-11 near the largest argument). Requires 0 < b < c and 0 ≤ z ≤ `largestArgument`.
  package init(_ b: Double, _ c: Double, _ z: Double) {
    precondition(b > 0 && b < c && z >= 0 && z <= Self.largestArgument, "a convergent series of positive terms")
    if z == 0 {
      byArgument = b / c
    } else if z < Self.slow {
      sum(b, c, z)
    } else {
      divide(b, c, z)
    }
  }

  private mutating func sum(_ b: Double, _ c: Double, _ z: Double) {
    var term = 1.0
    var harmonicB = 0.0
    var harmonicC = 0.0
    var n = 0.0
    // What is left is below term · z / (1 − z), and n times that for the slope in z.
    let enough = 1e-17 * (1 - z)
    repeat {
      let (overB, overC) = (1 / (b + n), 1 / (c + n))
      term *= (b + n) * overC * z
      harmonicB += overB
      harmonicC += overC
      n += 1
      value += term
      bySecond += term * harmonicB
      byThird -= term * harmonicC
      byArgument += term * n
    } while term * (n + 1) > enough * value
    byArgument /= z
  }

  /// Gauss's continued fraction 1/(1 − e₁z/(1 − e₂z/(1 − …))), all e > 0, forward by Steed's method with the slopes
  /// carried along; some 18 / √(1 − z) steps.
  private mutating func divide(_ b: Double, _ c: Double, _ z: Double) {
    var quotient = 1.0
    var change = 1.0
    var (quotientSlopes, changeSlopes, slopes) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    var n = 0.0
    var settled = 0
    while settled < 2, n < 100_000 {
      n += 1
      let (partial, relative) = Self.partial(n, b, c, z)
      let partialSlopes = partial * relative
      // d′ = 1/(1 + a d), Δ′ = Δ (d′ − 1), F′ = F + Δ′.
      let next = 1 / (1 + partial * quotient)
      let nextSlopes = -(next * next) * (partialSlopes * quotient + partial * quotientSlopes)
      changeSlopes = changeSlopes * (next - 1) + change * nextSlopes
      change *= next - 1
      (quotient, quotientSlopes) = (next, nextSlopes)
      value += change
      slopes += changeSlopes
      let isSmall =
        abs(change) <= 1e-17 * value && abs(changeSlopes[0]) <= 1e-16 * abs(slopes[0])
        && abs(changeSlopes[1]) <= 1e-16 * abs(slopes[1]) && abs(changeSlopes[2]) <= 1e-16 * abs(slopes[2])
      settled = isSmall ? settled + 1 : 0
    }
    (bySecond, byThird, byArgument) = (slopes[0], slopes[1], slopes[2])
  }

  /// −eₙ z and its slopes by b, c and z over itself.
  private static func partial(
    _ n: Double, _ b: Double, _ c: Double, _ z: Double
  ) -> (value: Double, relative: SIMD4<Double>) {
    let k = (n / 2).rounded(.down)
    if n == 1 { return (-b / c * z, SIMD4(1 / b, -1 / c, 1 / z, 0)) }
    let (below, above) = (c + n - 2, c + n - 1)
    let over = -1 / below - 1 / above
    if n == 2 * k {
      let rest = c - b - 1 + k
      return (-k * rest / (below * above) * z, SIMD4(-1 / rest, 1 / rest + over, 1 / z, 0))
    }
    let (first, second) = (b + k, c - 1 + k)
    return (-first * second / (below * above) * z, SIMD4(1 / first, 1 / second + over, 1 / z, 0))
  }
}
