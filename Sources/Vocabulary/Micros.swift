/// Exact decimals with six places, as integer millionths: the form in which every amount and every fractional count
/// (a platform's 0.5 of a conversion) is stored and summed.
package enum Micros {
  package static let perUnit: Int64 = 1_000_000

  /// The shortest exact decimal: `199421150000` is `199421.15`, `-500000` is `-0.5`, `0` is `0`.
  package static func text(_ micros: Int64) -> String {
    let magnitude = micros.magnitude
    let whole = magnitude / UInt64(perUnit)
    var fraction = String(magnitude % UInt64(perUnit))
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return (micros < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The nearest double, for models and charts; never for sums.
  package static func double(_ micros: Int64) -> Double { Double(micros) / Double(perUnit) }
}
