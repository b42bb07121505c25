import Computation

/// Sums that have the same bits in any order, and from which a number can be taken out again without a trace: doubles
/// as whole multiples of one small unit, added as integers.
struct FixedPoint: Sendable, Equatable {
  /// Adding 1.5 · 2^52 leaves the nearest integer in the low bits of a double.
  static let shift = 6_755_399_441_055_744.0
  /// A number is cut to a whole one below 2^50 and the rest to this many parts.
  static let parts = 4_096.0

  /// Whole units for 1.
  let scale: Double

  /// For numbers of at most this size, which are cut to 2^-61 of it or to 2^-961. Requires a finite largest ≥ 0.
  init(largest: Double) {
    precondition(largest >= 0 && largest.isFinite, "a finite size")
    let exponent = largest > 0 ? max(Int(largest.exponent), -900) : 0
    scale = Double(sign: .plus, exponent: 49 - exponent, significand: 1)
  }

  /// Requires |x| ≤ largest.
  @inline(__always)
  func integer(_ x: Double) -> Int128 {
    let units = x * scale
    let whole = units + Self.shift
    let rest = (units - (whole - Self.shift)) * Self.parts + Self.shift
    return Int128(Self.low(whole)) << 12 + Int128(Self.low(rest))
  }

  @inline(__always)
  private static func low(_ shifted: Double) -> Int64 {
    Int64(bitPattern: shifted.bitPattern &- shift.bitPattern)
  }

  /// The number that stands behind a sum of integers.
  func number(_ sum: Int128) -> Double {
    Double(sum) / scale / Self.parts
  }
}
