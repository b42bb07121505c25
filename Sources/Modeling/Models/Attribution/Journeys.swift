import Computation

/// Paths of touches on the way to a sale or to nothing, with how often each was taken: what attribution divides.
///
/// Rows that took the same path (at the same ages) are one path here, and paths stand in an order of their own, so
/// neither the order of rows nor that of channels changes a bit of any result. O(touches · log paths).
package struct Journeys: Sendable, Equatable {
  /// One line of a path table: how often a path ended in a sale, what those sales came to, how often in nothing.
  package struct Row: Sendable, Equatable {
    /// Index into the list of paths.
    package let path: Int
    /// 0 to 1e12.
    package let conversions: Double
    /// Money, within ±1e150.
    package let value: Double
    /// 0 to 1e12.
    package let nulls: Double

    package init(path: Int, conversions: Double, value: Double = 0, nulls: Double = 0) {
      self.path = path
      self.conversions = conversions
      self.value = value
      self.nulls = nulls
    }
  }

  static let name = "Journeys"

  /// Those that some row touches, by their UTF-8 bytes.
  package let channels: [String]
  /// The channels of all paths, first touch first, one path behind the other.
  let touches: [Int32]
  /// Where each path begins in `touches`, and at last where the last one ends.
  let starts: [Int]
  /// Days from each touch to the end of its path; empty where nobody knows them.
  let ages: [Double]
  package let conversions: [Double]
  package let values: [Double]
  package let nulls: [Double]
  package let totalConversions: Double
  package let totalValue: Double
  package let totalNulls: Double

  /// `paths` hold indices into `channels`; `ages`, where given, one number ≥ 0 for each touch.
  /// Throws `noRows`, `emptyPath` (a row whose path has no touch), `notFinite` and `outOfRange` with the row and the
  /// column (0 conversions, 1 value, 2 nulls), `lengths` (ages that do not fit their path) and `noConversions`.
  package init(
    channels: [String], paths: [[Int]], ages: [[Double]]? = nil, rows: [Row]
  ) throws(FitProblem) {
    guard !rows.isEmpty else { throw .noRows(model: Self.name) }
    try Self.check(rows, paths: paths)
    if let ages { try Self.check(ages, paths: paths) }
    var isUsed = [Bool](repeating: false, count: paths.count)
    for row in rows { isUsed[row.path] = true }
    let used = paths.indices.filter { isUsed[$0] }
    var isTouched = [Bool](repeating: false, count: channels.count)
    for path in used { for channel in paths[path] { isTouched[channel] = true } }
    var names: [String] = []
    for channel in channels.indices where isTouched[channel] { names.append(channels[channel]) }
    names.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    var distinct: [String] = []
    for name in names where name != distinct.last { distinct.append(name) }
    let placeOfName = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
    let places = channels.map { placeOfName[$0] ?? -1 }

    let renumbered = paths.map { $0.map { places[$0] } }
    let order = used.sorted { Self.precedes($0, $1, renumbered, ages) }
    var groupOfPath = [Int](repeating: -1, count: paths.count)
    var touches: [Int32] = []
    var flatAges: [Double] = []
    var starts = [0]
    for (index, path) in order.enumerated() {
      // The same path under two numbers: neither stands before the other.
      let isNew = index == 0 || Self.precedes(order[index - 1], path, renumbered, ages)
      if isNew {
        touches += renumbered[path]
        if let ages { flatAges += ages[path] }
        starts.append(touches.count)
      }
      groupOfPath[path] = starts.count - 2
    }
    let sums = Self.sums(rows, groups: starts.count - 1) { groupOfPath[$0.path] }
    self.init(
      channels: distinct, touches: touches, starts: starts, ages: flatAges,
      conversions: sums.map(\.conversions), values: sums.map(\.value), nulls: sums.map(\.nulls))
    guard totalConversions > 0 else { throw .noConversions(model: Self.name) }
  }

  private init(
    channels: [String], touches: [Int32], starts: [Int], ages: [Double], conversions: [Double], values: [Double],
    nulls: [Double]
  ) {
    self.channels = channels
    self.touches = touches
    self.starts = starts
    self.ages = ages
    self.conversions = conversions
    self.values = values
    self.nulls = nulls
    totalConversions = conversions.reduce(0, +)
    totalValue = values.reduce(0, +)
    totalNulls = nulls.reduce(0, +)
  }

  /// Distinct paths.
  package var count: Int { starts.count - 1 }
  /// Touches on distinct paths.
  package var touchCount: Int { touches.count }
  /// Journeys that ended, either way.
  package var total: Double { totalConversions + totalNulls }

  func path(_ index: Int) -> ArraySlice<Int32> { touches[starts[index]..<starts[index + 1]] }

  /// Days from each touch to the end; nil where nobody knows them.
  func ages(_ index: Int) -> ArraySlice<Double>? {
    ages.isEmpty ? nil : ages[starts[index]..<starts[index + 1]]
  }

  /// The same paths taken more or less often. The value of a path follows its conversions.
  func reweighted(conversions: [Double], nulls: [Double]) -> Journeys {
    let values = conversions.indices.map { index in
      self.conversions[index] > 0 ? self.values[index] * (conversions[index] / self.conversions[index]) : 0
    }
    return Journeys(
      channels: channels, touches: touches, starts: starts, ages: ages, conversions: conversions, values: values,
      nulls: nulls)
  }
}

extension Journeys {
  private static let mostCounted = 1e12
  private static let mostValue = 1e150

  private static func check(_ rows: [Row], paths: [[Int]]) throws(FitProblem) {
    var total = 0.0
    for (index, row) in rows.enumerated() {
      guard paths.indices.contains(row.path), !paths[row.path].isEmpty else {
        throw .emptyPath(model: name, row: index)
      }
      for (column, figure) in [row.conversions, row.value, row.nulls].enumerated() {
        guard figure.isFinite else { throw .notFinite(model: name, row: index, column: column) }
        let isFit = column == 1 ? figure.magnitude <= mostValue : (0...mostCounted).contains(figure)
        guard isFit else { throw .outOfRange(model: name, row: index, column: column) }
      }
      total += row.conversions + row.nulls
      guard total <= mostCounted else { throw .outOfRange(model: name, row: index, column: 0) }
    }
  }

  private static func check(_ ages: [[Double]], paths: [[Int]]) throws(FitProblem) {
    guard ages.count == paths.count else { throw .lengths(model: name, found: ages.count, expected: paths.count) }
    for (path, list) in ages.enumerated() {
      guard list.count == paths[path].count else {
        throw .lengths(model: name, found: list.count, expected: paths[path].count)
      }
      guard let touch = list.firstIndex(where: { !($0 >= 0 && $0 < .infinity) }) else { continue }
      throw .outOfRange(model: name, row: path, column: touch)
    }
  }

  /// By touches, then by ages.
  private static func precedes(_ a: Int, _ b: Int, _ paths: [[Int32]], _ ages: [[Double]]?) -> Bool {
    if paths[a] != paths[b] { return paths[a].lexicographicallyPrecedes(paths[b]) }
    guard let ages else { return false }
    return ages[a].lexicographicallyPrecedes(ages[b])
  }

  /// The rows of each group added up in an order that does not depend on how they came.
  private static func sums(_ rows: [Row], groups: Int, group: (Row) -> Int) -> [Row] {
    var ends = [Int](repeating: 0, count: groups)
    for row in rows { ends[group(row)] += 1 }
    var begin = 0
    for index in ends.indices { (ends[index], begin) = (begin, begin + ends[index]) }
    var sorted = rows
    for row in rows {
      let place = group(row)
      sorted[ends[place]] = row
      ends[place] += 1
    }
    begin = 0
    return ends.enumerated().map { index, end in
      sorted[begin..<end].sort { a, b in
        if a.conversions != b.conversions { return a.conversions < b.conversions }
        return a.value != b.value ? a.value < b.value : a.nulls < b.nulls
      }
      var sum = Row(path: index, conversions: 0)
      for row in sorted[begin..<end] {
        sum = Row(
          path: index, conversions: sum.conversions + row.conversions, value: sum.value + row.value,
          nulls: sum.nulls + row.nulls)
      }
      begin = end
      return sum
    }
  }
}
