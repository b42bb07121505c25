import Charting

/// How the pages of the lab write numbers, in sentences as in tables.
extension ValueFormat {
  static let rows = ValueFormat(.count, .decimals(0))
  static let share = ValueFormat(.percent)
  /// AUC, losses, distances.
  static let measure = ValueFormat(.plain, .decimals(3))
  /// Whatever a column of the table holds.
  static let amount = ValueFormat(.plain)

  /// A p-value; under a thousandth its size says nothing more.
  static func chance(_ value: Double?) -> String {
    guard let value, value < 0.001 else { return measure.text(value) }
    return "under \(measure.text(0.001))"
  }

  func text(_ count: Int) -> String { text(Double(count)) }

  /// `0.842 (0.821–0.863)`
  func text(_ value: Double?, low: Double?, high: Double?) -> String {
    guard let low, let high else { return text(value) }
    return "\(text(value)) (\(interval(low, high)))"
  }
}
