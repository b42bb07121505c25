import Vocabulary

extension CurrencyColumn {
  /// Of a row's amount that may carry its currency beside it: `12,30 €` in a column of dollars is neither.
  func currency(_ record: RawRecord, of amount: AmountText?, name: String) throws(RowProblem) -> Currency? {
    let currency = try currency(record, ofAmount: amount?.micros)
    guard let amount else { return currency }
    return try CurrencyColumn.agreed(currency, amount, name: name)
  }

  /// The row's currency, else the one that is written beside its amount, which must not be another.
  static func agreed(_ currency: Currency?, _ amount: AmountText, name: String) throws(RowProblem) -> Currency? {
    guard !amount.mark.isEmpty else { return currency }
    guard let currency else { return amount.currency }
    guard !amount.contradicts(currency) else {
      throw RowProblem(
        column: name, found: "an amount in \(amount.currency?.code ?? amount.mark)",
        expected: "an amount in \(currency)")
    }
    return currency
  }

  /// Of a row's amounts that may carry their currency beside them (`€ 5.00`): the table's code, else the one that they
  /// agree on, else the declared one.
  func currency(_ record: RawRecord, of amounts: [AmountText?], name: String) throws(RowProblem) -> Currency? {
    let amounts = amounts.compactMap { $0 }
    if !isColumn {
      let marked = Set(amounts.compactMap(\.currency))
      guard marked.count <= 1 else {
        throw RowProblem(column: name, found: "amounts in several currencies", expected: "one currency in a row")
      }
      if let marked = marked.first {
        for amount in amounts { _ = try CurrencyColumn.agreed(marked, amount, name: name) }
        return marked
      }
    }
    let currency = try currency(record, ofAmount: amounts.first?.micros)
    for amount in amounts { _ = try CurrencyColumn.agreed(currency, amount, name: name) }
    return currency
  }
}
