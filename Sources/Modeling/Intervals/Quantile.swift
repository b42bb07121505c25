/// Quantiles of a sample.
package enum Quantile {
  /// Linear between order statistics at (n − 1) · p (type 7 of Hyndman and Fan 1996).
  /// Requires sorted values, at least one, and p within 0…1.
  package static func of(sorted values: [Double], _ p: Double) -> Double {
    precondition(!values.isEmpty && (0...1).contains(p), "a quantile within 0…1 of at least one value")
    let position = Double(values.count - 1) * p
    let low = Int(position)
    let share = position - Double(low)
    return share == 0 ? values[low] : values[low] + share * (values[low + 1] - values[low])
  }
}
