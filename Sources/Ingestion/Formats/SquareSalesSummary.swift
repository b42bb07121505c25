import Vocabulary

/// Square, Sales Summary, Export: a row for each figure in sections, a column for each day or for the whole period. Its
/// form is known from public readers of it; no real file stands behind it yet.
///
/// The days stand in the line above "Gross Sales", or the period in the file's name. What was given back as a mere amount
/// lessens net sales here, as it does in `SquareTransactions`.
struct SquareSalesSummary: SourceFormat {
  static let title = "Square sales summary"
  static let isVerified = false

  private enum Figure: CaseIterable {
    case gross, returned, discount, net, tax, tip, partialRefund, giftCards, total
  }

  private static let labels: [String: Figure] = [
    "gross sales": .gross, "returns": .returned, "refunds": .returned, "discounts & comps": .discount,
    "discounts and comps": .discount, "discounts": .discount, "net sales": .net, "tax": .tax, "taxes": .tax,
    "tip": .tip,
    "tips": .tip, "partial refunds": .partialRefund, "refunds by amount": .partialRefund,
    "gift card sales": .giftCards, "gift cards sales": .giftCards, "total collected": .total, "total": .total,
  ]

  private let header: Header
  private let periods: [String]
  private let periodLine: Int
  private var cells: [Figure: [String]] = [:]
  private var evidence = NumberEvidence()
  private var sales: [OfflineSale] = []
  private var isDone = false

  init?(_ opening: Opening) {
    let header = opening.header.trimmed
    guard header.keys.first == "gross sales", header.count > 1, opening.rootName.isEmpty, !opening.isJSON,
      header.names.dropFirst().allSatisfy({ $0.isEmpty || AmountText($0, format: .decimalDot) != nil }),
      let above = opening.preamble.last(where: { PaddedLine.filled($0).count > 1 })
    else { return nil }
    self.header = header
    periods = (1..<header.count).map { $0 < above.count ? Header([above[$0]]).names[0] : "" }
    periodLine = opening.preambleLine
    cells[.gross] = Array(header.names.dropFirst())
    for name in header.names.dropFirst() { observe(name, line: opening.preambleLine + 1) }
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    guard let figure = SquareSalesSummary.labels[Header.key(record.text(0)).key], cells[figure] == nil else { return }
    let texts = (1..<header.count).map { record.text($0) }
    cells[figure] = texts
    for text in texts { observe(text, line: record.line) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    guard cells[.net] != nil, cells[.total] != nil || cells[.giftCards] != nil else {
      throw .unrecognised(file: file, kind: "a summary of sales that is not Square's")
    }
    let (formats, caveats) = try DecimalMarks.formats(
      [("Gross Sales", evidence.verdict)], options, file: file, habit: .decimalDot)
    let windows = try windows(options, file: file)
    var currency = options.currency
    let cells = cells
    for place in windows.indices {
      func amount(_ figure: Figure) -> AmountText? {
        cells[figure].flatMap { AmountText($0[place], format: formats[0]) }
      }
      var sale = OfflineSale(origin: RecordOrigin(line: 0), platform: "Square", place: "", window: windows[place])
      let partial = amount(.partialRefund).map { Int64($0.micros.magnitude) }
      sale.grossMicros = amount(.gross)?.micros
      sale.discountMicros = amount(.discount).map { Int64($0.micros.magnitude) }
      let returned = amount(.returned).map { Int64($0.micros.magnitude) }
      sale.refundMicros = returned == nil && partial == nil ? nil : (returned ?? 0) + (partial ?? 0)
      sale.netMicros = amount(.net).map { $0.micros - (partial ?? 0) }
      sale.taxMicros = amount(.tax)?.micros
      sale.tipMicros = amount(.tip)?.micros
      sale.totalMicros = amount(.total)?.micros
      sale.currency = Figure.allCases.lazy.compactMap { amount($0)?.currency }.first ?? options.currency
      currency = currency ?? sale.currency
      if sale.netMicros != nil { sales.append(sale) }
    }
    var findings = Findings()
    findings.reason = "rows \"Gross Sales\" and \"Net Sales\""
    // The line of "Gross Sales" stands for the header, whose names would be amounts.
    findings.columns = [ColumnMeaning(header: "Sales", meaning: "label")]
    findings.columns += periods.map { ColumnMeaning(header: $0.isEmpty ? "amount" : $0, meaning: "amount") }
    findings.currency = currency
    findings.timeZone = options.timeZone
    findings.window = windows.first.map { windows.dropFirst().reduce($0) { $0.union($1) } }
    findings.metrics = [.revenue]
    findings.notes = caveats
    findings.notes.append("it sums up sales that the export of transactions holds one by one: load one of the two")
    return findings
  }

  /// All figures together are one sale a column; they stand in the row of net sales.
  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let figure = SquareSalesSummary.labels[Header.key(record.text(0)).key]
    guard figure == .net, !isDone, !sales.isEmpty else {
      return batch.skip(record, record.filledCount < 2 ? .filler : figure == nil ? .noData : .overlapping)
    }
    isDone = true
    for var sale in sales {
      sale.origin = RecordOrigin(record)
      batch.offlineSales.append(sale)
    }
  }

  private mutating func observe(_ text: String, line: Int) {
    text.withUTF8Bytes { evidence.observe($0, line: line) }
  }
}

extension SquareSalesSummary {
  /// The days of each column. Both readings of `03/04/2026` are tried on all of them; days in a row decide.
  private func windows(_ options: ReadOptions, file: String) throws(IngestionError) -> [DateWindow] {
    let declared = options.dateOrder ?? options.convention?.dateOrder
    let readings = [DateOrder.monthDayYear, .dayMonthYear].map { order in
      (order, periods.map { SquareSalesSummary.window($0, order) })
    }
    let whole = readings.filter { !$0.1.contains(nil) }
    if let first = whole.first, whole.allSatisfy({ $0.1 == first.1 }) { return first.1.compactMap { $0 } }
    let inRow = whole.filter { reading in
      let days = reading.1.compactMap { $0 }
      return days.count > 1 && zip(days, days.dropFirst()).allSatisfy { $1.first == $0.last + 1 }
    }
    if inRow.count == 1 { return inRow[0].1.compactMap { $0 } }
    if let chosen = whole.first(where: { $0.0 == declared }) { return chosen.1.compactMap { $0 } }
    guard whole.isEmpty else { throw .ambiguousDates(file: file, column: "Sales", line: periodLine) }
    let named = header.count == 2 ? SquareSalesSummary.named(file) : nil
    return Array(repeating: named ?? .undated, count: header.count - 1)
  }

  private static func window(_ text: String, _ order: DateOrder) -> DateWindow? {
    if let day = DateText(text, order: order)?.day { return DateWindow(day: day) }
    for mark in [" - ", " – ", " to "] {
      guard let range = text.firstRange(of: mark) else { continue }
      guard let first = DateText(String(text[..<range.lowerBound]), order: order)?.day,
        let last = DateText(String(text[range.upperBound...]), order: order)?.day
      else { return nil }
      return DateWindow(first: first, last: last)
    }
    return nil
  }

  /// `sales-summary-2026-01-01-2026-01-31.csv`.
  private static func named(_ file: String) -> DateWindow? {
    let parts = ExportName(file).leaf.split(separator: "-").suffix(6).map(String.init)
    guard parts.count == 6,
      let first = DateText(parts[0..<3].joined(separator: "-"), order: .yearMonthDay)?.day,
      let last = DateText(parts[3..<6].joined(separator: "-"), order: .yearMonthDay)?.day
    else { return nil }
    return DateWindow(first: first, last: last)
  }
}
