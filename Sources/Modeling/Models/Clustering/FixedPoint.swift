/// Sums that have the same bits in any order, and from which a number can be taken out again without a trace: doubles
/// as whole multiples of one small unit, added as integers.
struct FixedPoint: Sendable, Equatable {
  private let scale: Double

  /// For numbers of at most this size, which are cut to 2^-61 of it or to 2^-961. Requires a finite largest ≥ 0.
  init(largest: Double) {
    precondition(largest >= 0 && largest.isFinite, "a finite size")
    let exponent = largest > 0 ? max(Int(largest.exponent), -900) : 0
    scale = Double(sign: .plus, exponent: 61 - exponent, significand: 1)
  }

  /// Requires |x| ≤ largest.
  @inline(__always)
  func integer(_ x: Double) -> Int128 {
    Int128(Int64(x * scale))
  }

  /// The number that stands behind a sum of integers.
  func number(_ sum: Int128) -> Double {
    Double(sum) / scale
  }
}
