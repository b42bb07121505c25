import Computation

/// What was bought together: sets of items.
package struct Baskets: Sendable, Equatable {
  static let name = "Baskets"

  /// Those in some basket, by their UTF-8 bytes.
  package let items: [String]
  /// Items of each basket, ascending and once each, one basket behind the other.
  let contents: [Int32]
  /// Where each basket begins in `contents`, and at last where the last one ends.
  let starts: [Int]

  /// `baskets` hold indices into `items`; an item may come several times, an empty basket counts as a basket.
  /// Throws `noRows` without baskets or without any item in them. O(touches · log).
  package init(items: [String], baskets: [[Int]]) throws(FitProblem) {
    var isUsed = [Bool](repeating: false, count: items.count)
    for basket in baskets { for item in basket { isUsed[item] = true } }
    let names = Set(items.indices.filter { isUsed[$0] }.map { items[$0] })
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    guard !names.isEmpty else { throw .noRows(model: Self.name) }
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    let renumbered = items.map { places[$0] ?? -1 }
    var contents: [Int32] = []
    var starts = [0]
    for basket in baskets {
      var last: Int32 = -1
      for item in basket.map({ renumbered[$0] }).sorted() where item != last {
        contents.append(item)
        last = item
      }
      starts.append(contents.count)
    }
    self.items = names
    self.contents = contents
    self.starts = starts
  }

  package var count: Int { starts.count - 1 }
}
