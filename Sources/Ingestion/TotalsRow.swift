import Vocabulary

/// Which rows of a table are its totals, by what its rows are told apart by.
///
/// One that fills none of these columns, while others do, is a total, whatever it calls itself; so is one that fills a
/// single one with a word for it ("Total", "Gesamtergebnis"). A row that stands alone is none.
struct TotalsRow: Sendable {
  private let columns: [Int]
  private var named = 0

  /// `columns`: those that tell rows apart; the ones that are not there are left out.
  init(_ columns: [Int?]) { self.columns = columns.compactMap { $0 } }

  mutating func survey(_ record: RawRecord) { if isNamed(record) { named += 1 } }

  func isNamed(_ record: RawRecord) -> Bool { columns.contains { TotalsRow.isFilled(record[$0]) } }

  /// Whether a row names nothing, or a single thing by a word for totals, before it is known whether others stand beside
  /// it: its dates and ids are none.
  func isTotal(_ record: RawRecord) -> Bool {
    let filled = columns.filter { TotalsRow.isFilled(record[$0]) }
    return filled.count < 2 && filled.allSatisfy { TotalsRow.isTotal(record[$0]) }
  }

  /// What a row that is a total calls itself, nil for any other row.
  func label(_ record: RawRecord) -> String? {
    var only: Int?
    for column in columns where TotalsRow.isFilled(record[column]) {
      guard only == nil else { return nil }
      only = column
    }
    guard let only else { return named > 0 ? "Total" : nil }
    guard named > 1, TotalsRow.isTotal(record[only]) else { return nil }
    return record.text(only)
  }

  /// Whether a cell has more in it than the dashes by which vendors say that there is nothing.
  static func isFilled(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = BlankText.trimmed(cell)
    guard let first = cell.first else { return false }
    guard cell.count <= 3 else { return true }
    let isHyphens = first == UInt8(ascii: "-") && cell.count <= 2 && cell[cell.count - 1] == first
    return !isHyphens && !cell.elementsEqual("—".utf8)
  }

  /// `Total`, `Gesamt:`, `Total (12)`, `Total of 12 results`, `Overall total - 12 campaigns`.
  static func isTotal(_ text: String) -> Bool {
    var key = Substring(Header.key(text).key)
    if key.last == ")", let open = key.lastIndex(of: "("),
      key[key.index(after: open)...].dropLast().allSatisfy(\.isNumber)
    {
      key = key[..<open]
    }
    while let last = key.last, last == ":" || last == " " { key.removeLast() }
    return words.contains(String(key)) || parts.contains(String(key)) || openings.contains { key.hasPrefix($0) }
  }

  /// Whether a total's label says that it is of some of the rows only.
  static func isPart(_ label: String) -> Bool {
    parts.contains(String(Substring(Header.key(label).key.filter { $0 != ":" }).trimmingBlanks))
  }

  private static func isTotal(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard BlankText.trimmed(cell).count <= 120 else { return false }
    return isTotal(String(decoding: cell, as: UTF8.self))
  }

  private static let parts: Set<String> = [
    "subtotal", "subtotals", "sub-total", "sub total", "zwischensumme", "teilergebnis", "sous-total", "subtotale",
    "subtotaal", "subtotales",
    // Means are no sum of anything. Campaigns may be called "Media" or "Average".
    "durchschnitt", "mittelwert", "moyenne", "promedio", "gemiddelde",
  ]

  private static let openings = ["total of ", "totals for ", "total: ", "results from ", "overall total"]

  private static let words: Set<String> = [
    "total", "totals", "grand total", "grand totals", "sum", "gesamt", "summe", "gesamtsumme", "gesamtergebnis",
    "insgesamt", "endsumme", "totale", "totale complessivo", "totale generale", "totaal", "eindtotaal", "totaux",
    "total général", "somme", "total general", "total geral", "totais", "totales", "suma", "suma total", "soma",
    "somma", "totalt", "summa", "σ", "∑",
  ]
}

extension CanonicalBatch {
  /// Keeps the figures of a row that is the total of all others, or of a group of them.
  mutating func addTotals(
    _ figures: [(TotalMetric, Int64?)], label: String, _ record: RawRecord, isOfGroup: Bool = false
  ) {
    skippedRows.append(SkippedRow(line: record.line, reason: .totals))
    for (metric, value) in figures {
      guard let value else { continue }
      controlTotals.append(
        ControlTotal(
          origin: RecordOrigin(record), label: label, metric: metric, valueMicros: value,
          coversAllRows: !isOfGroup && !TotalsRow.isPart(label)))
    }
  }
}
