import Vocabulary

/// The currency of a table's amounts: a column of codes where the table has one, else what was declared, else unknown.
struct CurrencyColumn: Sendable {
  private let index: Int?
  private let name: String
  private var seen: Currency?
  private var isMixed = false
  private var declared: Currency?

  init(_ index: Int?, name: String) {
    self.index = index
    self.name = name
  }

  mutating func survey(_ record: RawRecord) {
    guard !isMixed, let currency = Currency(BlankText.trimmed(record[index])) else { return }
    if let seen, seen != currency { isMixed = true }
    seen = currency
  }

  mutating func settle(declared: Currency?) { self.declared = declared }

  /// Whether the table has codes of its own.
  var isColumn: Bool { index != nil }

  /// The file's; nil where its codes differ.
  var ofFile: Currency? { isMixed ? nil : seen ?? declared }

  /// Of a row's amount. A table with codes has one in each row that has an amount.
  func currency(_ record: RawRecord, ofAmount amount: Int64?) throws(RowProblem) -> Currency? {
    guard index != nil else { return declared }
    let currency = Currency(BlankText.trimmed(record[index]))
    if currency == nil, amount != nil {
      throw RowProblem(column: name, found: "no currency code", expected: "a code such as EUR")
    }
    return currency
  }
}
