import Computation

/// (1 − e^(−p · l)) / p, which is l at p = 0: what is reached of l when the rest falls off at rate p.
enum ExponentialShare {
  /// Relative error below 1e-14 for l ≥ 0 and any p that does not overflow.
  static func of(_ p: Double, _ l: Double) -> Double {
    let product = p * l
    guard abs(product) < 0.5 else { return (1 - Exponential.of(-product)) / p }
    // l · Σ (−pl)ⁿ / (n + 1)!
    var term = 1.0
    var sum = 1.0
    for n in 2...17 {
      term *= -product / Double(n)
      sum += term
    }
    return l * sum
  }
}
