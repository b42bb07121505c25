import Vocabulary
import Warehouse

/// What the data page tells besides the fate of rows: totals, restated figures, days, and what joins customers.
extension FormulaBook {
  private func total(_ number: ReportNumber) -> String {
    SQLText.all([
      "c.sourceFile = (SELECT id FROM sourceFile WHERE digest = \(SQLText.literal(number.subject)))",
      "c.position = \(Int(number.detail) ?? 0)",
    ])
  }

  var totals: RowSet {
    RowSet(
      kind: .totals, source: "controlTotal", condition: "coversAllRows = 1", amount: "COUNT(*)",
      columns: ["label", "metric", "valueMicros"], file: "sourceFile", line: "line")
  }

  var restatements: RowSet {
    RowSet(
      kind: .restatements, source: "(\n\(Formula.indented(Restatements.sql))\n) AS r",
      condition: "(oldValue IS NOT NULL OR newValue IS NOT NULL)", amount: "COUNT(*)",
      columns: ["factTable", "measure"])
  }

  /// As the file states it.
  func statedTotal(_ number: ReportNumber) -> RowSet {
    RowSet(
      kind: .totals, source: "controlTotal AS c", condition: total(number), amount: "MAX(c.valueMicros) / 1e6",
      columns: ["c.label", "c.metric", "c.valueMicros"], file: "c.sourceFile", line: "c.line")
  }

  /// Of the rows that it closes, added up when the file was read.
  func summedTotal(_ number: ReportNumber) -> RowSet {
    RowSet(
      kind: .totals,
      source: """
        controlTotal AS c
        JOIN fileTotal AS t ON t.sourceFile = c.sourceFile AND t.section = c.section AND t.metric = c.metric
        """, condition: total(number), amount: "MAX(t.valueMicros) / 1e6",
      columns: ["c.label", "c.metric", "c.valueMicros AS statedMicros", "t.valueMicros AS summedMicros"],
      file: "c.sourceFile", line: "c.line")
  }

  /// Figures that a newer file gave otherwise or no longer has. The detail: the table, the column and, where that holds
  /// many measures, the measure and its dimension, dots between.
  func restated(_ number: ReportNumber) -> Formula? {
    let parts = number.detail.split(separator: ".", maxSplits: 2).map(String.init)
    guard parts.count >= 2 else { return nil }
    let ofMeasure = parts.count > 2 ? ["figure || '.' || dimension = \(SQLText.literal(parts[2]))"] : []
    let isMoney = parts[1].hasSuffix("Micros")
    let (old, new) = isMoney ? ("oldValue AS oldMicros", "newValue AS newMicros") : ("oldValue", "newValue")
    func sum(_ column: String) -> String { "COALESCE(SUM(\(column)), 0) / \(isMoney ? "1e6" : "1.0")" }
    let amount =
      switch number.measure {
      case .restatedOld: sum("oldValue")
      case .restatedNew: sum("newValue")
      default: "COUNT(*)"
      }
    return .amount(
      RowSet(
        kind: .restatements, source: "(\n\(Formula.indented(Restatements.sql))\n) AS r",
        condition: Self.all(
          [
            "newFile = \(SQLText.literal(number.subject))", "factTable = \(SQLText.literal(parts[0]))",
            "measure = \(SQLText.literal(parts[1]))", "(oldValue IS NOT NULL OR newValue IS NOT NULL)",
          ] + ofMeasure), amount: amount, columns: ["firstDay", "lastDay", old, new, "oldFile"]))
  }

  // MARK: Days

  func days(_ number: ReportNumber) -> Formula {
    var conditions = ["f.kind <> \(SQLText.literal(CoveredSource.Kind.contacts.rawValue))"]
    if !number.subject.isEmpty {
      conditions += ["f.platform = \(SQLText.literal(number.subject))", "f.kind = \(SQLText.literal(number.detail))"]
    } else if number.measure == .missingDays {
      let daily = CoveredSource.Kind.allCases.filter { $0.rhythm == .daily }.map { SQLText.literal($0.rawValue) }
      conditions.append("f.kind IN (\(daily.joined(separator: ", ")))")
    }
    let source = """
      (
        SELECT DISTINCT f.kind, f.platform, c.day
        FROM (
      \(Formula.indented(Formula.indented(SourceCoverage.sql)))
        ) AS f
        JOIN calendarDay AS c ON c.day BETWEEN f.firstDay AND f.lastDay
        WHERE \(SQLText.all(conditions))
      ) AS covered
      """
    let set = RowSet(
      kind: .days, source: source, condition: "1", amount: "COUNT(*)", columns: ["platform", "day"])
    guard number.measure == .missingDays else { return .amount(set) }
    return .query(
      """
      (
        SELECT COALESCE(SUM(missing), 0)
        FROM (SELECT MAX(day) - MIN(day) + 1 - COUNT(*) AS missing FROM \(source) GROUP BY kind, platform)
      )
      """, over: [set])
  }

  // MARK: Identity

  /// The subject is the rule.
  func identity(_ number: ReportNumber) -> Formula {
    let isChecked = number.measure == .identityChecks || number.measure == .identityPrecision
    let amount =
      switch number.measure {
      case .joinedCustomers: "MAX(customers)"
      case .refusedKeys: "MAX(refused)"
      case .identityChecks: "MAX(trials)"
      case .identityPrecision: "1.0 * MAX(\"right\") / MAX(trials)"
      default: "MAX(links)"
      }
    return .amount(
      RowSet(
        kind: .identities,
        source: "(\n\(Formula.indented(isChecked ? IdentityQualities.trials : IdentityQualities.sql))\n) AS joined",
        condition: isChecked ? "1" : "rule = \(SQLText.literal(number.subject))", amount: amount,
        columns: isChecked ? ["trials", "\"right\""] : ["rule", "links", "customers", "refused"]))
  }
}
