import Vocabulary
import Warehouse

/// Which figures of earlier reports are no longer what they said, and what the warehouse knows of the cause.
struct RestatedFigures {
  let overview: Overview
  let rows: [Restatement]
  let files: [DataQuality.File]

  /// A figure is compared where the report still tells of its week in the same currency.
  func of(_ report: EarlierReport) -> [Retrospect.Restated] {
    guard report.currency == overview.currency else { return [] }
    return report.figures.compactMap { figure in
      guard let week = overview.tile(of: figure.measure)?.history.first(where: { $0.monday == report.week.monday }),
        !Self.areEqual(figure.value, week.value)
      else { return nil }
      return Retrospect.Restated(
        report.week, figure.measure, reported: figure.value, now: week.value, causes: causes(figure.measure, report))
    }
  }

  /// Records keep six decimals.
  private static func areEqual(_ reported: Double?, _ now: Double?) -> Bool {
    guard let reported, let now else { return reported == nil && now == nil }
    return abs(reported - now) <= max(1e-5, abs(reported) * 1e-12)
  }

  private func causes(_ measure: Overview.Measure, _ report: EarlierReport) -> [Retrospect.Cause] {
    let laterFiles = files.filter { !report.files.contains($0.digest) }
    let laterNames = Set(laterFiles.map(\.name))
    let inWeek = rows.compactMap { row -> (row: Restatement, days: DateWindow)? in
      guard row.moves(measure), laterNames.contains(row.newFile), let window = row.window,
        let days = DateWindow(
          first: max(window.first, report.week.monday), last: min(window.last, report.week.sunday))
      else { return nil }
      return (row, days)
    }
    let causes = Dictionary(grouping: inWeek) { Group(file: $0.row.newFile, isWithdrawn: $0.row.isWithdrawn) }
      .sorted { ($0.key.file, $0.key.isWithdrawn ? 1 : 0) < ($1.key.file, $1.key.isWithdrawn ? 1 : 0) }
      .map { group, members -> Retrospect.Cause in
        let days = members.dropFirst().reduce(members[0].days) { $0.union($1.days) }
        // A row with two changed measures is one row.
        let count = Set(members.map(\.row.key)).count
        return group.isWithdrawn
          ? .withdrawnRows(file: group.file, rows: count, days: days)
          : .restatedRows(file: group.file, rows: count, days: days)
      }
    if !causes.isEmpty { return causes }
    let reaching = laterFiles.filter { file in
      guard let window = file.window, file.rowsLoaded + file.rowsUpdated > 0 else { return false }
      return window.first <= report.week.sunday && window.last >= report.week.monday
    }
    let names = Set(reaching.map(\.name)).sorted()
    return names.isEmpty ? [.notOnRecord] : names.map { .laterFile($0) }
  }

  private struct Group: Hashable {
    let file: String
    let isWithdrawn: Bool
  }
}

extension Restatement {
  /// A text has no values; one that has changed is still there.
  fileprivate var isWithdrawn: Bool { oldValue != nil && newValue == nil }

  /// Whether a figure of a week can have changed by it.
  fileprivate func moves(_ measure: Overview.Measure) -> Bool {
    let isSpend = table == "adPerformance" && metric == "spendMicros"
    let isSale = table == "customerOrder" || table == "orderLine"
    // An amount changes what was earned, not by how many orders nor with whom.
    let isBuyer = isSale && !metric.hasSuffix("Micros")
    return switch measure {
    case .revenue: isSale
    case .orders, .newCustomers: isBuyer
    case .spend: isSpend
    case .revenuePerSpend: isSale || isSpend
    case .costPerNewCustomer: isBuyer || isSpend
    }
  }
}

extension Overview {
  fileprivate func tile(of measure: Measure) -> Tile? { tiles.first { $0.measure == measure } }
}
