import Vocabulary

/// The columns of one table that hold numbers: first their evidence over the whole file, then their values.
struct NumberColumns<Field: Hashable & CaseIterable & RawRepresentable & Sendable>: Sendable
where Field.RawValue == String {
  private struct Column: Sendable {
    let index: Int
    let name: String
    var evidence: NumberEvidence
    var format = NumberFormat.plain
  }

  private var columns: [Column] = []
  private var places = CaseSlots<Field, Int>()
  /// What only the vendor's habit has decided, a sentence for the file's notes.
  private(set) var caveats: [String] = []

  /// `whole` lists the fields that count things.
  init(_ map: ColumnMap<Field>, amounts: [Field], whole: [Field]) {
    for (fields, isWhole) in [(amounts, false), (whole, true)] {
      for field in fields {
        guard let index = map[field] else { continue }
        places[field] = columns.count
        columns.append(
          Column(index: index, name: map.name(field), evidence: NumberEvidence(isWhole: isWhole)))
      }
    }
  }

  mutating func survey(_ record: RawRecord) {
    for place in columns.indices where !record.isNumber(columns[place].index) {
      columns[place].evidence.observe(record[columns[place].index], line: record.line)
    }
  }

  /// Decides each column by its own evidence; one that reads both ways follows the file's other columns, then the
  /// declared locale, then the vendor's `habit`.
  mutating func settle(_ options: ReadOptions, file: String, habit: NumberFormat?) throws(IngestionError) {
    let formats: [NumberFormat]
    (formats, caveats) = try DecimalMarks.formats(
      columns.map { ($0.name, $0.evidence.verdict) }, options, file: file, habit: habit)
    for place in columns.indices { columns[place].format = formats[place] }
  }

  func has(_ field: Field) -> Bool { places[field] != nil }

  /// By which the column's decimals begin, once the columns are settled.
  func decimalMark(_ field: Field) -> NumberFormat.DecimalMark? { places[field].map { columns[$0].format.decimalMark } }

  /// Millionths, or nil where the cell says that there is no figure.
  func micros(_ field: Field, _ record: RawRecord) throws(RowProblem) -> Int64? {
    try amount(field, record)?.micros
  }

  /// How much was given back or taken off: some write it with a minus, some without.
  func size(_ field: Field, _ record: RawRecord) throws(RowProblem) -> Int64? {
    try micros(field, record).map { Int64($0.magnitude) }
  }

  /// The amount with the currency mark beside it.
  func amount(_ field: Field, _ record: RawRecord) throws(RowProblem) -> AmountText? {
    guard let column = places[field].map({ columns[$0] }) else { return nil }
    let cell = record[column.index]
    guard !BlankText.isMissing(cell) else { return nil }
    let format = format(column, record)
    guard let amount = AmountText(finished(cell, format), format: format) else {
      throw RowProblem(
        column: column.name, found: shortened(cell),
        expected: DatedNumber.expected(cell) ?? "a number such as \(format)")
    }
    return amount
  }

  func whole(_ field: Field, _ record: RawRecord) throws(RowProblem) -> Int64? {
    guard let column = places[field].map({ columns[$0] }) else { return nil }
    let cell = record[column.index]
    guard !BlankText.isMissing(cell) else { return nil }
    let format = format(column, record)
    guard let value = format.whole(finished(cell, format)) ?? NumberColumns.grouped(cell) else {
      throw RowProblem(
        column: column.name, found: shortened(cell), expected: DatedNumber.expected(cell) ?? "a whole number")
    }
    return value
  }

  /// `75 155` and `75'155` read one way only, whoever grouped them.
  private static func grouped(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    cell.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") } ? nil : NumberFormat.decimalDot.whole(cell)
  }

  private func format(_ column: Column, _ record: RawRecord) -> NumberFormat {
    record.isNumber(column.index) ? .plain : column.format
  }

  /// Without a decimal mark after the last figure: some databases write 144 as `144.`.
  private func finished(_ cell: UnsafeBufferPointer<UInt8>, _ format: NumberFormat) -> UnsafeBufferPointer<UInt8> {
    let cell = BlankText.trimmed(cell)
    let mark = format.decimalMark == .dot ? UInt8(ascii: ".") : UInt8(ascii: ",")
    guard cell.count > 1, cell[cell.count - 1] == mark, cell[cell.count - 2] &- 0x30 <= 9 else { return cell }
    return UnsafeBufferPointer(rebasing: cell.dropLast())
  }

  /// Figures hold nobody's data; still, what stands in place of one is shown no longer than a figure can be.
  private func shortened(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    if let lost = LostCell.words(cell) { return lost }
    let looksNumeric = cell.count <= 24 && cell.contains { $0 &- 0x30 <= 9 } && !cell.contains(UInt8(ascii: "@"))
    return looksNumeric ? String(decoding: cell, as: UTF8.self) : "text of \(cell.count) bytes that is no number"
  }
}
