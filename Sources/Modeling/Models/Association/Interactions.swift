import Computation

/// How often who took what: a sparse table of users and items, where nothing stands for "never".
package struct Interactions: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package let user: Int
    package let item: Int
    /// 0 to 1e12; 0 counts as never.
    package let count: Double

    package init(user: Int, item: Int, count: Double = 1) {
      self.user = user
      self.item = item
      self.count = count
    }
  }

  static let name = "Interactions"

  /// By their UTF-8 bytes, as are `items`; those with an entry only.
  package let users: [String]
  package let items: [String]
  /// Entries by user, items ascending.
  let byUser: SparseRows
  /// The same entries by item, users ascending.
  let byItem: SparseRows

  struct SparseRows: Sendable, Equatable {
    let starts: [Int]
    let places: [Int32]
    let counts: [Double]

    var rows: Int { starts.count - 1 }
  }

  /// `entries` hold indices into `users` and `items`; those of one user and item are added.
  /// Throws `noRows` without a count above 0, `notFinite` and `outOfRange` with the entry as row and column 2.
  package init(users: [String], items: [String], entries: [Entry]) throws(FitProblem) {
    for (index, entry) in entries.enumerated() {
      guard entry.count.isFinite else { throw .notFinite(model: Self.name, row: index, column: 2) }
      guard (0...1e12).contains(entry.count) else { throw .outOfRange(model: Self.name, row: index, column: 2) }
    }
    let used = entries.filter { $0.count > 0 }
    guard !used.isEmpty else { throw .noRows(model: Self.name) }
    let (userNames, userPlaces) = Self.ordered(users, used.map(\.user))
    let (itemNames, itemPlaces) = Self.ordered(items, used.map(\.item))
    var sorted = used.map {
      Entry(user: userPlaces[$0.user], item: itemPlaces[$0.item], count: $0.count)
    }
    sorted.sort { ($0.user, $0.item, $0.count) < ($1.user, $1.item, $1.count) }
    var merged: [Entry] = []
    for entry in sorted {
      if let last = merged.last, last.user == entry.user, last.item == entry.item {
        merged[merged.count - 1] = Entry(user: last.user, item: last.item, count: last.count + entry.count)
      } else {
        merged.append(entry)
      }
    }
    self.users = userNames
    self.items = itemNames
    byUser = Self.rows(merged, count: userNames.count, row: \.user, place: \.item)
    byItem = Self.rows(
      merged.sorted { ($0.item, $0.user) < ($1.item, $1.user) }, count: itemNames.count, row: \.item, place: \.user)
  }

  /// The names in use in their order, and the new place of each old index.
  private static func ordered(_ names: [String], _ used: [Int]) -> ([String], [Int]) {
    let distinct = Set(Set(used).map { names[$0] })
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    return (distinct, names.map { places[$0] ?? -1 })
  }

  private static func rows(
    _ sorted: [Entry], count: Int, row: KeyPath<Entry, Int>, place: KeyPath<Entry, Int>
  ) -> SparseRows {
    var starts = [Int](repeating: 0, count: count + 1)
    for entry in sorted { starts[entry[keyPath: row] + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    return SparseRows(
      starts: starts, places: sorted.map { Int32($0[keyPath: place]) }, counts: sorted.map(\.count))
  }
}
