/// A column's values as numbers in the order of their bytes.
struct CodedColumn: Sendable {
  let levels: [String]
  let codes: [Int32]

  init(_ column: SliceSearch.Column) {
    var places: [String: Int32] = [:]
    let codes = column.values.map { value in
      if let place = places[value] { return place }
      places[value] = Int32(places.count)
      return Int32(places.count - 1)
    }
    levels = places.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var order = [Int32](repeating: 0, count: levels.count)
    for (place, level) in levels.enumerated() { order[Int(places[level] ?? 0)] = Int32(place) }
    self.codes = codes.map { order[Int($0)] }
  }
}

/// Goes through all conjunctions with enough rows, depth first: rows are counted by value, and sorted by value only
/// where further conditions may follow.
struct SliceWalk {
  struct Step: Sendable, Equatable {
    let column: Int
    let code: Int32
  }

  struct Found: Sendable {
    let path: [Step]
    let score: Double

    /// The larger score; of equal ones fewer conditions, then the first by columns and values.
    func isBefore(_ other: Found) -> Bool {
      if score != other.score { return score > other.score }
      if path.count != other.path.count { return path.count < other.path.count }
      for (own, others) in zip(path, other.path) where own != others {
        return own.column != others.column ? own.column < others.column : own.code < others.code
      }
      return false
    }
  }

  let columns: [CodedColumn]
  let errors: [Double]
  let level: Int
  let support: Int
  /// Of size and mean error.
  let score: (Int, Double) -> Double
  /// Those with a score above 0.
  private(set) var found: [Found] = []

  init(
    columns: [CodedColumn], errors: [Double], level: Int, support: Int, score: @escaping (Int, Double) -> Double
  ) {
    self.columns = columns
    self.errors = errors
    self.level = level
    self.support = support
    self.score = score
  }

  /// Adds each condition on a later column to a path with these rows.
  mutating func extend(by path: [Step], rows: [Int32]) {
    let first = path.last.map { $0.column + 1 } ?? 0
    for column in columns.indices.dropFirst(first) {
      let levels = columns[column].levels.count
      var counts = [Int](repeating: 0, count: levels)
      var sums = [Double](repeating: 0, count: levels)
      count(rows, column, &counts, &sums)
      let goesOn = path.count + 1 < level && column + 1 < columns.count
      let parts = goesOn && counts.contains { $0 >= support } ? sorted(rows, column, counts) : []
      var start = 0
      for code in counts.indices {
        defer { start += counts[code] }
        if counts[code] < support { continue }
        let longer = path + [Step(column: column, code: Int32(code))]
        let score = score(counts[code], sums[code] / Double(counts[code]))
        if score > 0 { found.append(Found(path: longer, score: score)) }
        if goesOn { extend(by: longer, rows: Array(parts[start..<(start + counts[code])])) }
      }
    }
  }

  private func count(_ rows: [Int32], _ column: Int, _ counts: inout [Int], _ sums: inout [Double]) {
    columns[column].codes.withUnsafeBufferPointer { codes in
      errors.withUnsafeBufferPointer { errors in
        for row in rows {
          let code = Int(codes[Int(row)])
          counts[code] += 1
          sums[code] += errors[Int(row)]
        }
      }
    }
  }

  /// By value, rows of one value in their order.
  private func sorted(_ rows: [Int32], _ column: Int, _ counts: [Int]) -> [Int32] {
    var places = [Int](repeating: 0, count: counts.count)
    for code in counts.indices.dropFirst() { places[code] = places[code - 1] + counts[code - 1] }
    var sorted = rows
    columns[column].codes.withUnsafeBufferPointer { codes in
      for row in rows {
        let code = Int(codes[Int(row)])
        sorted[places[code]] = row
        places[code] += 1
      }
    }
    return sorted
  }
}
