import GRDB
import Vocabulary

/// The series of daily advertising figures that a file holds, and the days that it covers of each.
struct AdDays {
  private struct Series: Hashable {
    var entity: Int64
    var slice: Int64
  }

  /// Each series with its breakdown.
  private var series: [Series: String] = [:]
  /// By breakdown, the days that have rows.
  private var spans: [String: DateWindow] = [:]
  /// Whether the file holds anything else about advertising than days of one breakdown.
  private var isMixed = false

  mutating func note(entity: Int64, slice: Int64, _ record: AdPerformance) {
    guard record.window.grain == .day else {
      isMixed = true
      return
    }
    series[Series(entity: entity, slice: slice)] = record.breakdown
    if let known = spans[record.breakdown] {
      spans[record.breakdown] = known.union(record.window)
    } else {
      spans[record.breakdown] = record.window
    }
  }

  /// The window of the whole file is that of its days only if these are all it holds; else the rows' own must do, since
  /// a table of the year beside one of the days of June makes no statement on a day in May.
  func save(sourceFile: Int64, covering window: DateWindow?, in db: Database) throws {
    let insert = try PreparedStatement(
      "INSERT INTO adSeries (entity, slice, sourceFile, firstDay, lastDay) VALUES (?, ?, ?, ?, ?)", in: db)
    for (series, breakdown) in series {
      guard var covered = spans[breakdown] else { continue }
      if !isMixed, spans.count == 1, let window { covered = covered.union(window) }
      try insert.run([
        series.entity, series.slice, sourceFile, Int64(covered.first.number), Int64(covered.last.number),
      ])
    }
  }
}
