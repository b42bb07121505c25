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

  /// The largest z that is summed; some 36 / (1 − z) terms are needed.
  package static let largestArgument = 0.99999

  /// Relative error below 1e-13 (1e-11 near the largest argument). Requires 0 < b ≤ c and 0 ≤ z ≤ `largestArgument`.
  package init(_ b: Double, _ c: Double, _ z: Double) {
    precondition(b > 0 && b <= c && z >= 0 && z <= Self.largestArgument, "a convergent series of positive terms")
    guard z > 0 else {
      byArgument = b / c
      return
    }
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
}
