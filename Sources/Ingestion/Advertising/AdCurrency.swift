import Vocabulary

/// An amount of money as a cell gives it.
struct AdAmount {
  let micros: Int64
  /// Itself, where a currency is written beside it.
  let marked: AmountText?
}

/// The currency of an advertising table: by a column of codes, in the header (`Amount spent (EUR)`), beside each amount,
/// or as declared, the file's own words first.
struct AdCurrency: Sendable {
  private let spend: Int?
  private let spendName: String
  private let ofHeader: Currency?
  private var codes: CurrencyColumn
  private var marked: Currency?

  init(_ map: ColumnMap<AdField>) {
    spend = map[.spend]
    spendName = map.name(.spend)
    ofHeader = map[.spend].flatMap { map.header.currencies[$0] }
    codes = CurrencyColumn(ofHeader == nil ? map[.currency] : nil, name: map.name(.currency))
  }

  mutating func survey(_ record: RawRecord) {
    codes.survey(record)
    let cell = record[spend]
    guard marked == nil, let first = cell.first, first &- 0x30 > 9 || cell[cell.count - 1] &- 0x30 > 9 else { return }
    marked = (AmountText(cell, format: .decimalDot) ?? AmountText(cell, format: .decimalComma))?.currency
  }

  mutating func settle(declared: Currency?) { codes.settle(declared: ofHeader ?? marked ?? declared) }

  /// The first that was seen, as far as one stands for all.
  var ofFile: Currency? { codes.ofFile }

  func currency(_ record: RawRecord, of amount: AdAmount?) throws(RowProblem) -> Currency? {
    let currency = try codes.currency(record, ofAmount: amount?.micros)
    guard let marked = amount?.marked else { return currency }
    return try CurrencyColumn.agreed(currency, marked, name: spendName)
  }
}
