import Vocabulary
import Warehouse

/// Orders, customers and advertising cost up to a day and in one currency: the plain rows that most questions share.
package struct Ledger: Sendable {
  package var asOf: Day
  package var currency: Currency
  package var orders: [OrderFact]
  /// Customers with at least one order, in an order that does not depend on how they were loaded.
  package var histories: [PurchaseHistory]
  package var spend: [SpendFact]
  /// Orders in another or an unknown currency: they are in no figure, but they were sold.
  package var ordersLeftOut: [OrderFact] = []
  /// Advertising cost in another or an unknown currency: it is in no figure, but it was spent.
  package var spendLeftOut: [SpendFact] = []
  package var caveats: [Caveat]
  /// By which the advertising rows that count are found again; nil where the ledger was not fetched.
  package var selection: AdSelection?

  package init(
    asOf: Day, currency: Currency, orders: [OrderFact], histories: [PurchaseHistory], spend: [SpendFact],
    caveats: [Caveat] = []
  ) {
    self.asOf = asOf
    self.currency = currency
    self.orders = orders
    self.histories = histories
    self.spend = spend
    self.caveats = caveats
  }

  /// Days on which orders are known, first to last.
  package var orderWindow: DateWindow? {
    guard let first = orders.map(\.day).min(), let last = orders.map(\.day).max() else { return nil }
    return DateWindow(first: first, last: last)
  }

  /// First to last day of dated advertising cost.
  package var spendWindow: DateWindow? {
    let windows = spend.compactMap(\.window)
    guard let first = windows.first else { return nil }
    return windows.dropFirst().reduce(first) { $0.union($1) }
  }
}
