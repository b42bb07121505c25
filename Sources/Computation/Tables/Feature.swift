/// The name of one column of a `FeatureTable`, with what its numbers mean and what to do where there are none.
package struct Feature: Hashable, Sendable, Codable {
  /// What one unit of the column is.
  package enum Unit: String, Hashable, Sendable, Codable {
    case count, days, money, share, ratio, flag, category
  }

  /// What stands in for a missing value. Means, medians and modes are those of the training rows.
  package enum MissingPolicy: Hashable, Sendable, Codable {
    case refused
    case mean
    case median
    /// The most frequent value; of several the least number, or the first level in the order of Unicode scalars.
    case mode
    case constant(Double)
    /// A level of its own; for categorical columns.
    case ownLevel
  }

  package let name: String
  package let unit: Unit
  package let missing: MissingPolicy

  package init(_ name: String, unit: Unit, missing: MissingPolicy = .refused) {
    self.name = name
    self.unit = unit
    self.missing = missing
  }
}
