import Computation

/// Splits rows into any number of parts by chance, as 60, 20 and 20 in a hundred.
package struct FractionSplit: Sendable, Equatable {
  /// Share of each part; they sum to 1.
  package let fractions: [Double]

  /// Throws `hyperparameter` unless there are fractions, none below 0, that sum to 1 within 1e-9.
  package init(_ fractions: [Double]) throws(FitProblem) {
    guard fractions.allSatisfy({ $0 >= 0 }), abs(fractions.reduce(0, +) - 1) <= 1e-9 else {
      throw .hyperparameter(
        model: "FractionSplit", name: "fractions", found: "\(fractions)", expected: "shares that sum to 1")
    }
    self.fractions = fractions
  }

  /// Row indices of each part in rising order. Each class, one number for each row, is dealt out on its own: what it lacks
  /// to whole rows goes to the parts that lack most (largest remainder), the first of equal ones. O(n log n).
  package func split(_ classes: [Int], using generator: SeededGenerator) -> [[Int]] {
    var parts = [[Int]](repeating: [], count: fractions.count)
    for name in Set(classes).sorted() {
      let rows = classes.indices.filter { classes[$0] == name }
      var stream = generator.split("class \(name)")
      let drawn = stream.permutation(rows.count).map { rows[$0] }
      var start = 0
      for (part, size) in sizes(of: rows.count).enumerated() {
        parts[part] += drawn[start..<(start + size)]
        start += size
      }
    }
    return parts.map { $0.sorted() }
  }

  /// The same for rows of one class.
  package func split(rows: Int, using generator: SeededGenerator) -> [[Int]] {
    split([Int](repeating: 0, count: rows), using: generator)
  }

  private func sizes(of count: Int) -> [Int] {
    // A share such as 0.2 of 15 may come out just below the whole number it is.
    let exact = fractions.map { $0 * Double(count) + 1e-9 }
    var sizes = exact.map { Int($0) }
    let order = exact.indices.sorted { a, b in
      let (left, right) = (exact[a] - Double(sizes[a]), exact[b] - Double(sizes[b]))
      return left != right ? left > right : a < b
    }
    for part in order.prefix(max(0, count - sizes.reduce(0, +))) { sizes[part] += 1 }
    return sizes
  }
}
