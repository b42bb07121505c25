import Vocabulary

/// A table of transactions, read and sorted by customer and day.
struct TransactionList {
  struct Purchase {
    let day: Int
    var amount: Double
  }

  struct Customer {
    let name: String
    /// One for each day with a transaction, rising.
    var purchases: [Purchase]
  }

  private(set) var customers: [Customer] = []
  /// Every day on which somebody bought, by row.
  private(set) var days: [Int] = []
  private(set) var notes: [String] = []

  init(_ table: LabTable, _ command: LabLifetime) throws {
    let names = try Self.levels(table, command.customer)
    let dates = try Self.levels(table, command.date)
    let dayOfLevel = try Self.days(dates.names, table.name, command)
    let amounts = try command.amount.map { try Self.amounts(table, $0) }
    var purchases = [[Purchase]](repeating: [], count: names.names.count)
    var (incomplete, returns) = (0, 0)
    for row in 0..<table.rowCount {
      let (who, when) = (Int(names.codes[row]), Int(dates.codes[row]))
      guard who >= 0, when >= 0, !(amounts?[row].isNaN ?? false) else {
        incomplete += 1
        continue
      }
      if let amount = amounts?[row], amount < 0 {
        returns += 1
        continue
      }
      days.append(dayOfLevel[when])
      purchases[who].append(Purchase(day: dayOfLevel[when], amount: amounts?[row] ?? 0))
    }
    guard !days.isEmpty else {
      throw Failure(
        "\(table.name): found no transaction with a customer, a day and a value; expected at least one; check the columns",
        .unusableData)
    }
    for (level, name) in names.names.enumerated() where !purchases[level].isEmpty {
      customers.append(Customer(name: name, purchases: Self.byDay(purchases[level])))
    }
    if incomplete > 0 { notes.append("\(incomplete) rows without a customer, a day or a value were left out") }
    if returns > 0 { notes.append("\(returns) rows with a value below 0 were left out: a return is no purchase") }
  }

  /// Same-day transactions together, in the order of days; amounts are added in the order of rows.
  private static func byDay(_ purchases: [Purchase]) -> [Purchase] {
    let order = purchases.indices.sorted { (purchases[$0].day, $0) < (purchases[$1].day, $1) }
    var merged: [Purchase] = []
    for index in order {
      if merged.last?.day == purchases[index].day {
        merged[merged.count - 1].amount += purchases[index].amount
      } else {
        merged.append(purchases[index])
      }
    }
    return merged
  }

  private static func levels(_ table: LabTable, _ column: String?) throws -> (codes: [Int32], names: [String]) {
    guard case .levels(let codes, let names) = table.columns[try table.index(of: column ?? "")] else {
      // A column of blanks has no text to be told by.
      return ([Int32](repeating: -1, count: table.rowCount), [])
    }
    return (codes, names)
  }

  private static func amounts(_ table: LabTable, _ column: String) throws -> [Double] {
    guard case .numbers(let values) = table.columns[try table.index(of: column)] else {
      throw Failure(
        "\(table.name): \(column) holds text; expected amounts with a decimal point, without a currency and with nothing "
          + "between thousands; correct the cells, or name another column", .unusableData)
    }
    return values
  }

  private static func days(_ texts: [String], _ table: String, _ command: LabLifetime) throws -> [Int] {
    let column = command.date ?? ""
    var order = command.dateOrder.flatMap { DateOrder(rawValue: $0) }
    if order == nil {
      var evidence = DateEvidence()
      for text in texts { text.withUTF8Bytes { evidence.observe($0, line: 0) } }
      switch evidence.verdict {
      case .indifferent: break
      case .certain(let found): order = found
      case .ambiguous, .contradictory:
        throw Failure(
          "\(table): \(column) holds dates of which day and month could be exchanged; expected one order; "
            + "give --date-order dmy or mdy", .unusableData)
      }
    }
    return try texts.map { text in
      guard let date = DateText(text, order: order) else {
        throw Failure(
          "\(table): \(column) holds a text that is no day; expected days as 2026-06-30; correct the cells, or name "
            + "another column", .unusableData)
      }
      return date.day.number
    }
  }
}
