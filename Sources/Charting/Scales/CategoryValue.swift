/// One category with its value; nil when there is none.
package struct CategoryValue: Sendable, Equatable {
  package let label: String
  package let value: Double?

  package init(_ label: String, _ value: Double?) {
    self.label = label
    self.value = value
  }
}

/// Categories in the order in which bars are drawn.
struct RankedCategories {
  /// At most this many bars before the rest is put together.
  static let most = 15

  struct Row: Equatable {
    let label: String
    let value: Double
    /// The sum of what did not fit, or what could not be told apart.
    let isRemainder: Bool
  }

  let rows: [Row]
  /// Labels of categories without a number.
  let missing: [String]

  /// Sorted by value, or by size when only the largest are kept; equal values stay in the order they came.
  init(_ items: [CategoryValue], othersLabel: String) {
    let known = items.enumerated().compactMap { index, item in
      finite(item.value).map { (index: index, label: item.label, value: $0) }
    }
    missing = items.filter { finite($0.value) == nil }.map(\.label)
    let bySize = known.sorted { (abs($1.value), $0.index) < (abs($0.value), $1.index) }
    let kept = bySize.prefix(Self.most).sorted { ($1.value, $0.index) < ($0.value, $1.index) }
    let rest = bySize.dropFirst(Self.most)
    var rows = kept.map { Row(label: $0.label, value: $0.value, isRemainder: false) }
    if !rest.isEmpty {
      rows.append(
        Row(
          label: ChartWords.fill(othersLabel, "\(rest.count)"), value: rest.map(\.value).reduce(0, +),
          isRemainder: true))
    }
    self.rows = rows
  }
}
