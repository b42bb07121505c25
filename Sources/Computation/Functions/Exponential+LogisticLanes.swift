extension Exponential {
  /// 1 / (1 + e^−x) of four values at once, with the same bits as one after the other for |x| up to 700; beyond, that
  /// of ±700. Requires that none is NaN.
  @inlinable
  @inline(__always)
  package static func logistic(_ x: SIMD4<Double>) -> SIMD4<Double> {
    let one = SIMD4<Double>(repeating: 1)
    let isNegative = x .< 0
    let down = x.replacing(with: -x, where: .!isNegative)
    let e = of(down.replacing(with: -700, where: down .< -700))
    return one.replacing(with: e, where: isNegative) / (one + e)
  }
}
