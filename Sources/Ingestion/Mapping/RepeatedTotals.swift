/// Of a table of orders over a whole file: how many orders stand in several rows that repeat one total. It is the
/// order's on each of its rows, or each row's own that happens to be the same: nothing in the table tells which.
struct RepeatedTotals: Sendable {
  private let id: Int
  private let shop: Int?
  private let total: Int
  private let name: String
  private var firsts: [String: First] = [:]
  private var orders = 0

  private struct First {
    let amount: String
    var isRepeated = false
  }

  /// Nil where the table has no column of orders' amounts.
  init?(_ map: ColumnMap<TableField>) {
    let field = map.has(.total) ? TableField.total : .subtotal
    guard let id = map[.orderID], let total = map[field] else { return nil }
    self.id = id
    self.total = total
    shop = map[.shop]
    name = map.name(field)
  }

  mutating func survey(_ record: RawRecord) {
    let amount = record.text(total)
    let order = record.text(id)
    // Nothing is nothing, however often it is added.
    guard !order.isEmpty, amount.utf8.contains(where: { (0x31...0x39).contains($0) }) else { return }
    // Two shops may count their orders alike.
    let key = record.text(shop) + "\n" + order
    guard let first = firsts[key] else {
      firsts[key] = First(amount: amount)
      return
    }
    guard !first.isRepeated, first.amount == amount else { return }
    firsts[key]?.isRepeated = true
    orders += 1
  }

  /// A sentence for the file's notes, where there is something to say.
  var notes: [String] {
    guard orders > 0 else { return [] }
    let whose = orders == 1 ? "1 order stands" : "\(orders) orders stand"
    return [
      "\(whose) in several rows with one total (\"\(name)\"), which is counted once; if it is each row's own amount, "
        + "map the column of the whole order's amount as total (the amount of one piece is price), or first sum up "
        + "each order's rows in one"
    ]
  }
}
