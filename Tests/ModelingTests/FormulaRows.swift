import Computation

/// Rows by a formula that any language can write, so that other libraries can be asked about the same ones.
enum FormulaRows {
  /// Ninety rows in three uniform squares about (0, 0), (6, 1) and (2, 7), row i in square i mod 3; rows 29, 59 and 89 lie
  /// far off. In Python: x = cx[i % 3] + ((i * 37) % 101 - 50) / 40, y = cy[i % 3] + ((i * 53) % 97 - 48) / 40, x += 9 for
  /// i % 30 == 29.
  static let threeSquares = Matrix(
    (0..<90).map { i in
      let x = [0.0, 6, 2][i % 3] + Double((i * 37) % 101 - 50) / 40
      let y = [0.0, 1, 7][i % 3] + Double((i * 53) % 97 - 48) / 40
      return [i % 30 == 29 ? x + 9 : x, y]
    })

  static func sizes(_ labels: [Int]) -> [Int] {
    let groups = Set(labels.filter { $0 >= 0 }).sorted()
    return groups.map { group in labels.count { $0 == group } }
  }

  static func none(_ labels: [Int]) -> [Int] { labels.indices.filter { labels[$0] < 0 } }
}
