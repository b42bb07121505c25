import Computation

/// ln G with G = ∫ₜ^∞ (α+u)^−p (β+u)^−(s+1) du and its slopes: where the Pareto/NBD model says when customers left.
///
/// For β ≥ α, with k = p + s and z = (β−α)/(β+t), G = (α+t)^(1−p) (β+t)^−(s+1) ₂F₁(1, s+1; k+1; z) / k; for α > β, with
/// z = (α−β)/(α+t), G = (α+t)^−p (β+t)^−s ₂F₁(1, p; k+1; z) / k. Either way all terms of the series are positive.
struct DepartureIntegral: Sendable, Equatable {
  let logarithm: Double
  /// ∂ ln G / ∂p, ∂α, ∂s, ∂β.
  let byShape: Double
  let byAlpha: Double
  let byS: Double
  let byBeta: Double

  /// Beyond these, 1 added to a shape is lost in rounding, or the shape in 1.
  private static let shapes = 1e-12...1e12
  private static let rates = 1e-290...1e290

  /// Whether the series is short enough at every t ≥ 0: α and β differ by a factor below 10,000; and whether the shapes
  /// r and s can be told from 0 and from infinity.
  static func converges(r: Double, alpha: Double, s: Double, beta: Double) -> Bool {
    shapes.contains(r) && shapes.contains(s) && s + 1 < r + s + 1 && rates.contains(alpha) && rates.contains(beta)
      && abs(alpha - beta) <= UnitHypergeometric.largestArgument * max(alpha, beta)
  }

  /// At the edge of what `converges` allows, and t near 0, the division may round to a little more.
  private static func argument(_ difference: Double, over end: Double) -> Double {
    min(difference / end, UnitHypergeometric.largestArgument)
  }

  /// Requires p > 0, s > 0 and parameters that `converges` allows.
  init(shape p: Double, alpha: Double, s: Double, beta: Double, from t: Double) {
    let (a, b) = (alpha + t, beta + t)
    let (logA, logB) = (Logarithm.of(a), Logarithm.of(b))
    let k = p + s
    if beta >= alpha {
      let f = UnitHypergeometric(s + 1, k + 1, Self.argument(beta - alpha, over: b))
      logarithm = (1 - p) * logA - (s + 1) * logB + Logarithm.of(f.value / k)
      let slope = f.byArgument / f.value
      byShape = f.byThird / f.value - logA - 1 / k
      byS = (f.bySecond + f.byThird) / f.value - logB - 1 / k
      byAlpha = (1 - p) / a - slope / b
      byBeta = slope * a / (b * b) - (s + 1) / b
    } else {
      let f = UnitHypergeometric(p, k + 1, Self.argument(alpha - beta, over: a))
      logarithm = -p * logA - s * logB + Logarithm.of(f.value / k)
      let slope = f.byArgument / f.value
      byShape = (f.bySecond + f.byThird) / f.value - logA - 1 / k
      byS = f.byThird / f.value - logB - 1 / k
      byAlpha = slope * b / (a * a) - p / a
      byBeta = -slope / a - s / b
    }
  }
}
