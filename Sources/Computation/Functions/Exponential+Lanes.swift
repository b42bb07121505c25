extension Exponential {
  /// e^x of four numbers at once, with the bits of `of` where −708 ≤ x ≤ 709; below that 0. Requires x ≤ 709.
  @inlinable
  @inline(__always)
  package static func of(_ x: SIMD4<Double>) -> SIMD4<Double> {
    let lowest = SIMD4<Double>(repeating: -708)
    let isTiny = x .< lowest
    let x = x.replacing(with: lowest, where: isTiny)
    let shifted = x * 1.4426950408889634 + 6_755_399_441_055_744.0
    let k = shifted - 6_755_399_441_055_744.0
    let high = x - k * Logarithm.twoHigh
    let low = k * Logarithm.twoLow
    let r = high - low
    let lost = (high - r) - low
    let r2 = r * r
    let r4 = r2 * r2
    let a = line(r, 1.0 / 2, 1.0 / 6) + line(r, 1.0 / 24, 1.0 / 120) * r2
    let b = line(r, 1.0 / 720, 1.0 / 5_040) + line(r, 1.0 / 40_320, 1.0 / 362_880) * r2
    let c = line(r, 1.0 / 3_628_800, 1.0 / 39_916_800) + line(r, 1.0 / 479_001_600, 1.0 / 6_227_020_800) * r2
    let tail = lost + r2 * ((a + b * r4) + c * (r4 * r4))
    // The nearest integer stands in the low bits of the shifted number; 1023 more is the exponent field of 2^k.
    let bits = unsafeBitCast(shifted, to: SIMD4<UInt64>.self) &+ 1_023
    let result = ((r + tail) + 1) * unsafeBitCast(bits &<< 52, to: SIMD4<Double>.self)
    return result.replacing(with: 0, where: isTiny)
  }

  /// The same of eight numbers.
  @inlinable
  @inline(__always)
  package static func of(_ x: SIMD8<Double>) -> SIMD8<Double> {
    SIMD8(lowHalf: of(x.lowHalf), highHalf: of(x.highHalf))
  }

  @inlinable
  @inline(__always)
  static func line(_ r: SIMD4<Double>, _ constant: Double, _ slope: Double) -> SIMD4<Double> {
    let scaled: SIMD4<Double> = r * slope
    return scaled + constant
  }
}
