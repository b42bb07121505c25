/// Agreement of two partitions: 1 for equal ones, 0 on average for unrelated ones (Hubert and Arabie 1985, eq. 5).
struct AdjustedRandIndex {
  private var cells: [Int: Int] = [:]
  private var rows: [Int: Int] = [:]
  private var columns: [Int: Int] = [:]
  private var count = 0

  static func of(_ first: [Int], _ second: [Int]) -> Double {
    var index = AdjustedRandIndex()
    for (a, b) in zip(first, second) { index.add(a, b) }
    return index.value
  }

  mutating func add(_ first: Int, _ second: Int) {
    cells[first * 1_000 + second, default: 0] += 1
    rows[first, default: 0] += 1
    columns[second, default: 0] += 1
    count += 1
  }

  var value: Double {
    // Sums of whole numbers, so the order of the dictionaries cannot show.
    func pairs(_ counts: [Int: Int]) -> Double { Double(counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }) }
    let all = Double(count * (count - 1) / 2)
    guard all > 0 else { return 1 }
    let chance = pairs(rows) * pairs(columns) / all
    let largest = (pairs(rows) + pairs(columns)) / 2
    return largest == chance ? 1 : (pairs(cells) - chance) / (largest - chance)
  }
}
