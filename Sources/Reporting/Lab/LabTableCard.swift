import Charting

/// A table of a lab page: shown whole, and to be saved as CSV.
package struct LabTableCard: Sendable {
  package enum Cell: Sendable {
    case text(String)
    case number(Double?, ValueFormat)
    /// The interval stands under the value, and in columns of its own in the file.
    case estimate(Estimate, ValueFormat)
  }

  /// Unique on the page: lower-case letters, digits and hyphens.
  package let id: String
  /// The finding.
  package let title: String
  package let subtitle: String
  package let columns: [String]
  /// As many cells in each row as there are columns.
  package let rows: [[Cell]]
  package let note: String

  package init(id: String, title: String, subtitle: String, columns: [String], rows: [[Cell]], note: String = "") {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.columns = columns
    self.rows = rows
    self.note = note
  }

  /// Without columns of numbers that hold none.
  var view: TableView {
    let kept = columns.indices.filter { column in rows.isEmpty || rows.contains { $0[column].isKnown } }
    return TableView(
      caption: title, columns: kept.map { ColumnView(columns[$0], isText($0) ? "" : "n") },
      rows: rows.map { row in kept.map { row[$0].view } })
  }

  /// For machines: every interval as two columns more.
  var numbers: NumbersTable {
    let headings = columns.enumerated().flatMap { index, heading -> [NumbersTable.Column] in
      if isText(index) { return [.text(heading)] }
      return isEstimate(index)
        ? [.number(heading), .number("\(heading), low"), .number("\(heading), high")] : [.number(heading)]
    }
    let cells = rows.map { row in
      row.enumerated().flatMap { index, cell in cell.numbers(withInterval: isEstimate(index)) }
    }
    return NumbersTable(caption: title, columns: headings, rows: cells).withoutEmptyColumns
  }

  private func isText(_ column: Int) -> Bool {
    rows.allSatisfy { if case .text = $0[column] { true } else { false } }
  }

  private func isEstimate(_ column: Int) -> Bool {
    rows.contains { if case .estimate = $0[column] { true } else { false } }
  }
}

extension LabTableCard.Cell {
  fileprivate var isKnown: Bool {
    switch self {
    case .text: true
    case .number(let value, _): value != nil
    case .estimate(let estimate, _): estimate.value != nil
    }
  }

  fileprivate var view: CellView {
    switch self {
    case .text(let text): CellView(Names.breakable(text))
    case .number(let value, let format): CellView(format.text(value))
    case .estimate(let estimate, let format):
      CellView(
        format.text(estimate.value),
        detail: estimate.low == nil || estimate.high == nil
          ? nil : Quantity.unbroken(format.interval(estimate.low, estimate.high)))
    }
  }

  fileprivate func numbers(withInterval: Bool) -> [NumbersTable.Cell] {
    switch self {
    case .text(let text): [.text(text)] + (withInterval ? [.missing, .missing] : [])
    case .number(let value, let format):
      [.number(value, format)] + (withInterval ? [.missing, .missing] : [])
    case .estimate(let estimate, let format):
      NumbersTable.Cell.interval(estimate, format)
    }
  }
}
