extension Exponential {
  /// 1 / (1 + e^−x) of four values at once, with the same bits as one after the other for |x| up to 700; beyond, that
  /// of ±700. Requires that none is NaN.
  @inlinable
  @inline(__always)
  package static func logistic(_ x: SIMD4<Double>) -> SIMD4<Double> {
    let one = SIMD4<Double>(repeating: 1)
    let isNegative = x .< 0
    let down = x.replacing(with: -x, where: .!isNegative)
    let e = ofNegative(down.replacing(with: -700, where: down .< -700))
    return one.replacing(with: e, where: isNegative) / (one + e)
  }

  /// The steps of `of(_:)`, for arguments from −700 to 0.
  @inlinable
  @inline(__always)
  static func ofNegative(_ x: SIMD4<Double>) -> SIMD4<Double> {
    let shifted = x * 1.4426950408889634 + 6_755_399_441_055_744.0
    let k = shifted - 6_755_399_441_055_744.0
    let high = x - k * 0x1.62e42fee00000p-1
    let low = k * 0x1.a39ef35793c76p-33
    let r = high - low
    let lost = (high - r) - low
    let r2 = r * r
    let r4 = r2 * r2
    let a = pair(r, 1.0 / 2, 1.0 / 6) + pair(r, 1.0 / 24, 1.0 / 120) * r2
    let b = pair(r, 1.0 / 720, 1.0 / 5_040) + pair(r, 1.0 / 40_320, 1.0 / 362_880) * r2
    let c = pair(r, 1.0 / 3_628_800, 1.0 / 39_916_800) + pair(r, 1.0 / 479_001_600, 1.0 / 6_227_020_800) * r2
    let tail = lost + r2 * ((a + b * r4) + c * (r4 * r4))
    // The low bits of `shifted` hold k: moved up, they are the exponent of 2^k.
    let bits = unsafeBitCast(shifted, to: SIMD4<UInt64>.self) &+ 1_023
    return (1 + (r + tail)) * unsafeBitCast(bits &<< 52, to: SIMD4<Double>.self)
  }

  @inlinable
  @inline(__always)
  static func pair(_ r: SIMD4<Double>, _ constant: Double, _ slope: Double) -> SIMD4<Double> {
    let scaled: SIMD4<Double> = r * slope
    return scaled + constant
  }
}
