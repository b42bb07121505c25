/// Why somebody should look at a report, the most pressing first.
package enum Attention: String, Sendable, CaseIterable, Comparable {
  /// There is none for the week.
  case noReport
  /// A figure lies outside its usual range on the bad side.
  case outOfRange
  /// A source lacks days of the week.
  case missingData
  case none

  package static func < (left: Attention, right: Attention) -> Bool { left.order < right.order }

  private var order: Int { Attention.allCases.firstIndex(of: self) ?? Attention.allCases.count }
}
