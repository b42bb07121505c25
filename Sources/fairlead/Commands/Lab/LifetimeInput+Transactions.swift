import Vocabulary

extension LifetimeInput {
  /// From a list of transactions: purchases of one day are one, the first day's does not count as a repeat, and what
  /// comes after `--until` is kept to judge the model by. Customers stand in the order of their first row.
  init(transactions table: LabTable, _ command: LabLifetime) throws {
    let list = try TransactionList(table, command)
    let last = list.days.max() ?? 0
    let until = command.until.flatMap { Day(iso: $0)?.number } ?? last
    let unit = command.unit.days
    self.init(frequency: [], recency: [], age: [])
    var (names, x, recency, age, monetary, later): ([String], [Double], [Double], [Double], [Double], [Double])
    (names, x, recency, age, monetary, later) = ([], [], [], [], [], [])
    var newcomers = 0
    for customer in list.customers {
      let purchases = customer.purchases
      guard let first = purchases.first, first.day <= until else {
        newcomers += 1
        continue
      }
      let known = purchases.prefix { $0.day <= until }
      let repeats = known.dropFirst()
      names.append(customer.name)
      x.append(Double(repeats.count))
      recency.append(Double((known.last?.day ?? first.day) - first.day) / unit)
      age.append(Double(until - first.day) / unit)
      later.append(Double(purchases.count - known.count))
      let spent = repeats.reduce(0) { $0 + $1.amount }
      monetary.append(repeats.isEmpty ? .nan : spent / Double(repeats.count))
    }
    guard !x.isEmpty else {
      throw Failure(
        "\(table.name): found no transaction up to --until; expected some to learn from; choose a later day",
        .unusableData)
    }
    (customers, frequency, self.recency, self.age) = (names, x, recency, age)
    self.monetary = command.amount == nil ? nil : monetary
    self.unit = command.unit
    if last > until { holdout = Holdout(length: Double(last - until) / unit, purchases: later) }
    notes = list.notes
    if newcomers > 0 { notes.append("\(newcomers) customers who first bought after --until were left out") }
  }
}
