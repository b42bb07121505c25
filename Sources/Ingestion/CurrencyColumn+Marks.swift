import Vocabulary

extension CurrencyColumn {
  /// Of a row's amount that may carry its currency beside it: `12,30 €` in a column of dollars is neither.
  func currency(_ record: RawRecord, of amount: AmountText?, name: String) throws(RowProblem) -> Currency? {
    let currency = try currency(record, ofAmount: amount?.micros)
    if let beside = amount?.currency, let currency, beside != currency {
      throw RowProblem(column: name, found: "an amount in \(beside)", expected: "an amount in \(currency)")
    }
    return currency ?? amount?.currency
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
      if let marked = marked.first { return marked }
    }
    return try currency(record, ofAmount: amounts.first?.micros)
  }
}
