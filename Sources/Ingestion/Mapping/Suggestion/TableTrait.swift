/// What a table's columns say of it before any kind is guessed.
enum TableTrait: Hashable {
  /// It has a column for the id of an order: its rows are orders, their lines or their payments.
  case namesOrders
  /// It has a column for the id of a payment.
  case namesPayments
  /// It has a column of e-mail addresses.
  case holdsAddresses
  /// It is a payment service's own table, as its interface delivers it, and counts in cents.
  case isOfPayments

  /// Those of orders and payments, which no table of advertising, visits or people has.
  static let ofSales: Set<TableTrait> = [.namesOrders, .namesPayments, .isOfPayments]

  static func of(_ columns: [ColumnProfile]) -> Set<TableTrait> {
    let names = columns.map { HeaderWords.plain($0.header) }
    var traits: Set<TableTrait> = []
    if names.contains(where: { isNamed($0, orderWords) }) { traits.insert(.namesOrders) }
    if names.contains(where: { isNamed($0, paymentWords) }) { traits.insert(.namesPayments) }
    if columns.contains(where: { $0.content == .email }) { traits.insert(.holdsAddresses) }
    if names.contains(where: serviceWords.contains) { traits.insert(.isOfPayments) }
    return traits
  }

  /// With a word before it or none (`marketplace-order-id`); a person's last order says nothing of the row.
  private static func isNamed(_ name: String, _ words: [String]) -> Bool {
    words.contains { name == $0 || name.hasSuffix(" " + $0) }
      && !["last ", "latest ", "first ", "letzte ", "erste "].contains { name.hasPrefix($0) }
  }

  private static let orderWords = [
    "order id", "order number", "order no", "order nr", "bestellnummer", "auftragsnummer", "número de pedido",
    "numéro de commande", "numero ordine", "ordernummer", "numer zamówienia",
  ]
  private static let paymentWords = [
    "payment id", "transaction id", "charge id", "transaktionscode", "numéro de transaction", "id de transacción",
  ]
  private static let serviceWords: Set<String> = [
    "captured", "amount captured", "balance transaction", "balance transaction id", "payment intent",
    "payment intent id", "livemode",
  ]
}
