/// A range that is said to hold the truth in a share `level` of worlds.
package struct Interval: Sendable, Equatable, Codable {
  package let lower: Double
  package let upper: Double
  /// Between 0 and 1, as 0.95.
  package let level: Double

  package init(lower: Double, upper: Double, level: Double) {
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  package func contains(_ value: Double) -> Bool {
    value >= lower && value <= upper
  }
}
