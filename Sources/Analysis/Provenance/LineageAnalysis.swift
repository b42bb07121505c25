import Vocabulary
import Warehouse

/// From which rows do the figures come? Counts them by file.
enum LineageAnalysis {
  /// One scan of a table for each set of rows that some figure is made of.
  static func lineage(of findings: Findings, by book: FormulaBook) throws(WarehouseError) -> Lineage {
    var lineage = Lineage()
    var known: [RowSet: Lineage.SourceRows] = [:]
    let numbers = NumberCatalogue.numbers(of: findings) { _ in "" }
    for subject in Lineage.Subject.allCases {
      let sets =
        subject == .tracking
        ? try tracked(numbers, by: book) : sets(behind: subject, of: findings, by: book)
      guard !sets.isEmpty else { continue }
      var rows: [Lineage.SourceRows] = []
      for set in sets {
        let counted: Lineage.SourceRows
        if let earlier = known[set] { counted = earlier } else { counted = try count(set, in: book.warehouse) }
        known[set] = counted
        if counted.rows > 0 { rows.append(counted) }
      }
      var source = Lineage.Source(sets: rows)
      if let example = numbers.first(where: { isExample($0, of: subject) }) {
        source.example = example.id
        source.sql = try book.formula(of: example)?.sql
      }
      lineage.sources[subject] = source
    }
    return lineage
  }

  private static func count(_ set: RowSet, in warehouse: Warehouse) throws(WarehouseError) -> Lineage.SourceRows {
    let files = try Tracer.files(of: set, in: warehouse)
    guard set.file == nil else {
      return Lineage.SourceRows(kind: set.kind, rows: files.reduce(0) { $0 + $1.rows }, files: files)
    }
    guard case .integer(let rows)? = try warehouse.queryRows(set.countSQL).rows.first?.first else {
      return Lineage.SourceRows(kind: set.kind, rows: 0, files: [])
    }
    return Lineage.SourceRows(kind: set.kind, rows: Int(rows), files: [])
  }

  private static func sets(
    behind subject: Lineage.Subject, of findings: Findings, by book: FormulaBook
  ) -> [RowSet] {
    let allSales = book.sales(book.upToAsOf, amount: FormulaBook.revenue)
    let sources = book.firstSources("channel IS NOT NULL")
    switch subject {
    case .week:
      guard let week = findings.overview.finding?.week else { return [] }
      return [book.sales(FormulaBook.days("day", week), amount: FormulaBook.revenue), book.spend(week)]
    case .moves:
      guard let week = findings.overview.finding?.week else { return [] }
      let both = DateWindow(day: week.first - 7).union(week)
      return [book.sales(FormulaBook.days("day", both), amount: FormulaBook.revenue), sources]
    case .weeklyRevenue: return findings.overview.finding == nil ? [] : [allSales]
    case .weeklySpend: return findings.overview.finding == nil ? [] : [book.cost(of: [])]
    case .channels, .campaigns:
      return findings.returns.finding == nil ? [] : [book.cost(of: []), allSales, sources]
    case .segments, .recency: return findings.segmentation.finding == nil ? [] : [allSales]
    case .churn, .riskList: return findings.churn.finding == nil ? [] : [allSales]
    case .churnModels: return findings.churn.finding == nil ? [] : judged(findings.churn.runID, by: book)
    case .scores:
      return findings.trust.finding == nil ? [] : judged(findings.trust.runID, by: book)
    case .files, .skipped, .rejected, .totals, .restated, .days, .identity:
      return came(subject, findings.dataQuality, by: book)
    case .earlier: return earlier(findings, by: book)
    case .tracking: return []
    }
  }

  /// Of every gap the side that is there, each set once.
  private static func tracked(
    _ numbers: [ReportNumber], by book: FormulaBook
  ) throws(WarehouseError) -> [RowSet] {
    var sets: [RowSet] = []
    for number in numbers where number.measure == .trackedMoney {
      for set in try book.formula(of: number)?.sets ?? [] where !sets.contains(set) { sets.append(set) }
    }
    return sets
  }

  /// What a run's figures were learned from and checked on.
  private static func judged(_ run: String?, by book: FormulaBook) -> [RowSet] {
    guard let run else { return [] }
    let scores = book.judged(ReportNumber(NumberID(""), 0, .count, .checkedCustomers, run: run), run: run).sets
    return scores + [book.sales(book.upToAsOf, amount: FormulaBook.revenue)]
  }

  private static func came(
    _ subject: Lineage.Subject, _ data: DataQuality, by book: FormulaBook
  ) -> [RowSet] {
    switch subject {
    case .skipped:
      guard let first = data.skipped.first else { return [] }
      return [book.skipped(ReportNumber(NumberID(""), 0, .count, .skippedRows, subject: first.reason.rawValue))]
    case .rejected: return data.rejected.isEmpty ? [] : [book.rejected]
    case .totals: return data.controlTotals.isEmpty ? [] : [book.totals]
    case .restated: return data.restatements.isEmpty ? [] : [book.restatements]
    case .days:
      let days = book.days(ReportNumber(NumberID(""), 0, .count, .coveredDays))
      return data.sources.isEmpty ? [] : days.sets
    case .identity:
      return data.identity.map {
        book.identity(ReportNumber(NumberID(""), 0, .count, .joinedKeys, subject: $0.rule.rawValue)).sets[0]
      }
    default: return data.files.isEmpty ? [] : [book.files(ReportNumber(NumberID(""), 0, .count, .rowsRead))]
    }
  }

  /// Of the weeks that earlier reports told of and that are still known, at most a year of them.
  private static func earlier(_ findings: Findings, by book: FormulaBook) -> [RowSet] {
    let numbers = NumberCatalogue.earlier(findings)
    let weeks = Set(numbers.compactMap(\.window)).sorted { $1.first < $0.first }.prefix(53)
    guard !weeks.isEmpty else { return [] }
    func any(_ column: String) -> String {
      "(" + weeks.map { FormulaBook.days(column, $0) }.joined(separator: " OR ") + ")"
    }
    var paid = book.advertising(amount: FormulaBook.cost)
    paid.condition = FormulaBook.all([book.selection.condition, book.inCurrency, any("firstDay"), any("lastDay")])
    let sold = book.sales(any("day"), amount: FormulaBook.revenue)
    return numbers.contains { $0.measure != .revenue && $0.measure != .orders } ? [sold, paid] : [sold]
  }

  private static func isExample(_ number: ReportNumber, of subject: Lineage.Subject) -> Bool {
    switch subject {
    case .earlier: number.id.description.hasPrefix("earlier.")
    case .totals: number.measure == .statedTotal
    case .restated: number.measure == .restatedRows
    case .days: number.measure == .coveredDays
    case .identity: number.measure == .joinedKeys
    case .tracking: number.measure == .trackedMoney
    case .week, .weeklyRevenue: number.measure == .revenue || number.measure == .spend
    case .moves: number.measure == .revenueChange
    case .weeklySpend: number.measure == .spend
    case .channels: number.measure == .recordedReturn || (number.measure == .adSpend && number.channel != nil)
    case .campaigns: !number.subject.isEmpty && number.measure == .adSpend
    case .segments: number.measure == .segmentCustomers
    case .recency: number.measure == .cellCustomers
    case .churn: number.measure == .scoredCustomers
    // Its subject is a pseudonym, which only the report knows.
    case .riskList: false
    case .churnModels: number.measure == .runMetric
    case .scores: number.measure == .brierScore
    case .files: number.measure == .rowsRead
    case .skipped: number.measure == .skippedRows
    case .rejected: number.measure == .rejectedRows
    }
  }
}
