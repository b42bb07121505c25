import Vocabulary
import Warehouse

extension FormulaBook {
  func weekly(_ number: ReportNumber, _ week: DateWindow) -> Formula {
    switch number.measure {
    case .orders: .amount(sales(Self.days("day", week), amount: "COUNT(*)"))
    case .newCustomers: .amount(newCustomers(week))
    case .spend: .amount(spend(week))
    case .revenuePerSpend: .quotient(sales(Self.days("day", week), amount: Self.revenue), spend(week))
    case .costPerNewCustomer: .quotient(spend(week), newCustomers(week))
    case .revenueChange: .amount(change(week, number.channel))
    default: .amount(sales(Self.days("day", week), amount: Self.revenue))
    }
  }

  /// Cost of at most a week counts in the week that holds all its days.
  func spend(_ week: DateWindow) -> RowSet {
    var set = advertising(amount: "COALESCE(SUM(spendMicros), 0) / 1e6")
    set.condition = Self.all([
      selection.condition, inCurrency, Self.days("firstDay", week), "lastDay <= \(Self.day(week.last))",
    ])
    return set
  }

  /// Orders of the week by customers who had none before it.
  func newCustomers(_ week: DateWindow) -> RowSet {
    sales(
      Self.days("day", week), "customer IS NOT NULL",
      """
      customer NOT IN (
          SELECT customer FROM readableSale
          WHERE \(inCurrency) AND day < \(Self.day(week.first)) AND customer IS NOT NULL
        )
      """, amount: Self.buyers)
  }

  /// The week's sales less those of the week before it, of one recorded source or of all.
  private func change(_ week: DateWindow, _ channel: Channel?) -> RowSet {
    let both = DateWindow(day: week.first - 7).union(week)
    let source: String
    switch channel {
    case nil: source = ""
    case .unknown:
      source = """
        (customer IS NULL OR customer NOT IN (
            SELECT customer FROM readableFirstSource WHERE channel IS NOT NULL AND channel <> 'unknown'
          ))
        """
    case .some(let channel):
      source = "customer IN (SELECT customer FROM readableFirstSource WHERE channel = \(literal(channel)))"
    }
    return sales(
      Self.days("day", both), source,
      amount: "COALESCE(SUM(CASE WHEN day >= \(Self.day(week.first)) THEN netMicros ELSE -netMicros END), 0) / 1e6")
  }

  func literal(_ channel: Channel) -> String { SQLText.literal(channel.rawValue) }

  /// All counted advertising rows; the condition is to be set.
  func advertising(amount: String) -> RowSet {
    RowSet(
      kind: .advertising, source: "readableAdPerformance", condition: selection.condition, amount: amount,
      columns: [
        "firstDay", "lastDay", "platform", "campaign", "adGroup", "ad", "breakdownValue", "currency", "spendMicros",
        "impressions", "clicks", "conversionsMicros", "conversionValueMicros",
      ], file: "sourceFile", line: "line")
  }
}
