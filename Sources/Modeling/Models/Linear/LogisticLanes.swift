import Computation

/// The logistic loss of a block of at most some hundred rows at their scores, four to a vector.
struct LogisticLanes {
  /// Σ ln(1 + e^−m) over the margins m.
  let value: Double
  /// The derivatives by the scores; 0 where the sign of the outcome is, past the last row.
  let slopes: [SIMD4<Double>]
  /// The second derivatives, but not 0 past the last row.
  let curvatures: [SIMD4<Double>]

  init(scores: [SIMD4<Double>], signs: [SIMD4<Double>]) {
    var (slopes, curvatures) = (scores, scores)
    var (sum, product) = (SIMD4<Double>.zero, SIMD4<Double>(repeating: 1))
    for group in scores.indices {
      let sign = signs[group]
      let margin = scores[group] * sign
      let isWrong = margin .< 0
      let size = margin.replacing(with: -margin, where: isWrong)
      let small = Exponential.of(-size)
      let (near, far) = (1 / (1 + small), small / (1 + small))
      // ln(1 + e^−m) = max(−m, 0) + ln(1 + e^−|m|), and a sum of logarithms is one of their product.
      sum += SIMD4.zero.replacing(with: size, where: isWrong)
      product *= 1 + small * (sign * sign)
      slopes[group] = -sign * far.replacing(with: near, where: isWrong)
      curvatures[group] = near * far
    }
    self.slopes = slopes
    self.curvatures = curvatures
    value = (0..<4).reduce(sum.sum()) { $0 + Logarithm.of(product[$1]) }
  }
}
