import GRDB

/// Ad groups, ads and values of a breakdown that bear another name in another file: renamed, or in another language.
///
/// Two parts of a campaign are one where no file tells them side by side and at least half of the windows that both have
/// are of equal spend and impressions that no file tells of two. Else the money of a renamed ad would be that of an ad
/// which is gone, and count beside that of the new name.
struct RenamedParts {
  private struct Figures: Hashable {
    var first: Int64?
    var last: Int64?
    var spendMicros: Int64
    var impressions: Int64
  }

  private struct Pair: Hashable {
    var one: String
    var other: String
  }

  private struct Window: Hashable {
    var first: Int64?
    var last: Int64?
  }

  private var names = DisjointSets<String>()

  /// - Parameter series: those of one campaign in one level, breakdown and grain, by part.
  ///
  /// O(rows) of the parts that some file of the campaign lacks where files overlap, and O(series) otherwise.
  init(_ series: [String: [ToldTwice.StoredSeries]], in db: Database) throws {
    let files = series.mapValues { Set($0.map(\.file)) }
    let all = files.values.reduce(Set<Int64>()) { $0.union($1) }
    let lacking = series.filter { files[$0.key] != all }
    guard lacking.count > 1, Self.overlap(series.values.joined()) else { return }
    let find = try db.cachedStatement(sql: Self.sql)
    var byFigures: [Figures: Set<String>] = [:]
    var windows: [String: Set<Window>] = [:]
    for (part, told) in lacking {
      for series in Set(told.map(\.series)) {
        for row in try Row.fetchAll(find, arguments: [series.entity, series.slice]) {
          let figures = Figures(first: row[0], last: row[1], spendMicros: row[2], impressions: row[3])
          byFigures[figures, default: []].insert(part)
          windows[part, default: []].insert(Window(first: figures.first, last: figures.last))
        }
      }
    }
    var equal: [Pair: Set<Window>] = [:]
    for (figures, parts) in byFigures where parts.count > 1 {
      // A click's price beside one impression is many parts', and tells none of them from the others.
      let told = parts.flatMap { files[$0, default: []] }
      guard Set(told).count == told.count else { continue }
      let sorted = parts.sorted()
      for (index, one) in sorted.enumerated() {
        for other in sorted[(index + 1)...] {
          equal[Pair(one: one, other: other), default: []].insert(Window(first: figures.first, last: figures.last))
        }
      }
    }
    for (pair, alike) in equal {
      let both = windows[pair.one, default: []].intersection(windows[pair.other, default: []])
      if alike.count * 2 >= both.count { names.unite(pair.one, pair.other) }
    }
  }

  func root(of part: String) -> String { names.root(of: part) }

  /// Whether two of the files tell of a day. Files without days do.
  private static func overlap(_ series: some Sequence<ToldTwice.StoredSeries>) -> Bool {
    var spans: [Int64: ClosedRange<Int64>] = [:]
    for told in series {
      guard let days = told.days else { return true }
      let known = spans[told.file] ?? days
      spans[told.file] = min(known.lowerBound, days.lowerBound)...max(known.upperBound, days.upperBound)
    }
    let sorted = spans.values.sorted { $0.lowerBound < $1.lowerBound }
    return zip(sorted, sorted.dropFirst()).contains { $0.overlaps($1) }
  }

  static let sql = """
    SELECT firstDay, lastDay, spendMicros, impressions
    FROM adPerformance
    WHERE entity = ? AND slice = ? AND spendMicros > 0 AND impressions > 0
    """
}
