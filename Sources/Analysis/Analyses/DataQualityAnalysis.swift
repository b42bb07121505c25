import Modeling
import Vocabulary
import Warehouse

/// What came in, what was refused and why, what was restated, and how fresh is each source?
package enum DataQualityAnalysis {
  /// - Parameter refused: exports of this run that could not be used, with the reason.
  package static func fetch(
    from warehouse: Warehouse, refused: [DataQuality.Refused]
  ) throws(WarehouseError) -> DataQuality {
    let skipped = Dictionary(grouping: try SkippedRowCounts.fetch(from: warehouse), by: \.reason)
    var quality = DataQuality(
      files: try SourceFiles.fetch(from: warehouse).map(file),
      sources: try SourceCoverage.fetch(from: warehouse).filter { $0.kind != .contacts }.compactMap(source),
      rejected: try RejectedRows.fetch(from: warehouse).map {
        DataQuality.Rejected(
          file: $0.file, line: $0.row.line, column: $0.row.column, found: $0.row.found, expected: $0.row.expected)
      },
      skipped: skipped.map { ($0.key, $0.value.reduce(0) { $0 + $1.rows }) }
        .sorted { $0.0.rawValue < $1.0.rawValue }.map { (reason: $0.0, rows: $0.1) },
      controlTotals: try ControlTotals.fetch(from: warehouse).compactMap(control),
      restatements: restated(try Restatements.fetch(from: warehouse)), unrecognised: refused,
      identity: try IdentityQualities.fetch(from: warehouse).map(joined))
    quality.changes = try ColumnChanges.fetch(from: warehouse).filter(\.change.isLoaded).map {
      DataQuality.Changed(
        file: $0.file, column: $0.change.header, found: $0.change.found, expected: $0.change.expected)
    }
    quality.toldTwice = try ToldTwiceRows.fetch(from: warehouse).map {
      DataQuality.ToldTwice(file: $0.file, countedFile: $0.countedFile, rows: $0.rows)
    }
    return quality
  }

  private static func file(_ summary: SourceFileSummary) -> DataQuality.File {
    DataQuality.File(
      name: summary.name, format: summary.format, isVerified: summary.isVerified, window: summary.window,
      rowsRead: summary.report.rowsRead, rowsLoaded: summary.report.rowsLoaded,
      rowsUpdated: summary.report.rowsUpdated, rowsUnchanged: summary.report.rowsUnchanged,
      rowsSkipped: summary.report.rowsSkipped, rowsRejected: summary.report.rowsRejected, digest: summary.digest)
  }

  static func source(_ covered: CoveredSource) -> DataQuality.Source? {
    guard let first = covered.windows.first?.first, let last = covered.windows.last?.last else { return nil }
    let without = zip(covered.windows, covered.windows.dropFirst()).compactMap {
      DateWindow(first: $0.last + 1, last: $1.first - 1)
    }
    let firstMonday = first.weekStart
    var days = Array(repeating: 0, count: (last - firstMonday) / 7 + 1)
    for window in covered.windows {
      for number in window.first.number...window.last.number {
        days[(Day(number: number) - firstMonday) / 7] += 1
      }
    }
    let rhythm = covered.kind.rhythm
    return DataQuality.Source(
      name: covered.platform, first: first, last: last, days: days.reduce(0, +), gaps: rhythm == .daily ? without : [],
      daysByWeek: days, firstMonday: firstMonday, kind: covered.kind.rawValue, rhythm: rhythm,
      silences: rhythm == .daily ? [] : without)
  }

  static func joined(_ quality: IdentityQuality) -> DataQuality.Joined {
    var joined = DataQuality.Joined(
      rule: quality.rule, links: quality.links, customers: quality.customers, refused: quality.refused,
      trials: quality.trials)
    guard quality.trials > 0 else { return joined }
    let interval = WilsonInterval.of(hits: quality.right, trials: quality.trials, level: 0.95)
    joined.precision = Double(quality.right) / Double(quality.trials)
    joined.low = interval.lower
    joined.high = interval.upper
    return joined
  }

  private static func control(_ total: CheckedTotal) -> DataQuality.Control? {
    guard total.coversAllRows, let sum = total.sumMicros else { return nil }
    return DataQuality.Control(
      file: total.file, label: total.label, metric: total.metric, stated: Micros.double(total.statedMicros),
      summed: Micros.double(sum), digest: total.digest, position: total.position)
  }

  /// Added up by newer file and measure: a restated week is one line, not three hundred.
  static func restated(_ rows: [Restatement]) -> [DataQuality.Restated] {
    let numbers = rows.filter { $0.oldValue != nil || $0.newValue != nil }
    return Dictionary(grouping: numbers) { [$0.newFile, $0.table, $0.metric, $0.figure, $0.dimension] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { key, rows in
        let isMoney = key[2].hasSuffix("Micros")
        let scale = isMoney ? Double(Micros.perUnit) : 1
        // The days of the figures themselves; of figures without any, the end of the newer file.
        let days = rows.flatMap { row in row.window.map { [$0.first, $0.last] } ?? [row.day].compactMap { $0 } }
        let last = days.max() ?? Day(number: 0)
        func sum(_ value: (Restatement) -> Int64?) -> Double? {
          guard rows.count == 1 || rows.allSatisfy(\.isAdditive) else { return nil }
          return rows.reduce(0) { $0 + Double(value($1) ?? 0) } / scale
        }
        return DataQuality.Restated(
          source: key[0], metric: key[3].isEmpty ? isMoney ? String(key[2].dropLast(6)) : key[2] : key[3],
          window: DateWindow(first: days.min() ?? last, last: last) ?? DateWindow(day: last), rows: rows.count,
          old: sum(\.oldValue), new: sum(\.newValue), table: key[1], column: key[2], dimension: key[4])
      }
  }
}
