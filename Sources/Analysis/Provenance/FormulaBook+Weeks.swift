import Vocabulary
import Warehouse

extension FormulaBook {
  /// A week by its first and its last day, each an expression of SQL.
  struct WeekTerms: Equatable {
    let first: String
    let last: String

    init(_ week: DateWindow) { (first, last) = (FormulaBook.day(week.first), FormulaBook.day(week.last)) }

    /// Each row of a named query `week` with a column `first`.
    static let each = WeekTerms("week.first", "week.first + 6")

    private init(_ first: String, _ last: String) { (self.first, self.last) = (first, last) }

    func holds(_ column: String) -> String { "\(column) BETWEEN \(first) AND \(last)" }
  }

  func weekly(_ number: ReportNumber, _ week: DateWindow) -> Formula {
    number.measure == .revenueChange
      ? .amount(change(week, number.channel)) : weekly(number.measure, WeekTerms(week))
  }

  private func weekly(_ measure: ReportNumber.Measure, _ week: WeekTerms) -> Formula {
    let sold = { (amount: String) in sales(week.holds("day"), amount: amount) }
    let bought = { (week: WeekTerms) in week == .each ? newCustomersOfEach() : newCustomers(week) }
    return switch measure {
    case .orders: .amount(sold("COUNT(*)"))
    case .newCustomers: .amount(bought(week))
    case .spend: .amount(spend(week))
    case .revenuePerSpend: .quotient(sold(Self.revenue), spend(week))
    case .costPerNewCustomer: .quotient(spend(week), bought(week))
    default: .amount(sold(Self.revenue))
    }
  }

  /// What a figure of a week is beside the weeks before it. The subject is the figure's own measure.
  func besideWeeks(_ number: ReportNumber) -> Formula? {
    guard let measure = ReportNumber.Measure(rawValue: number.subject), let window = number.window else { return nil }
    guard number.measure == .weekChange else { return usual(number, measure, window) }
    let before = DateWindow(day: window.first - 7).union(DateWindow(day: window.last - 7))
    return .difference(weekly(measure, WeekTerms(window)), weekly(measure, WeekTerms(before)))
  }

  /// The percentile of weekly figures by linear interpolation, as `UsualRange`. The detail lists weeks of the window
  /// that are not told whole or lack money without an exchange rate, which are left out.
  private func usual(_ number: ReportNumber, _ measure: ReportNumber.Measure, _ window: DateWindow) -> Formula? {
    let leftOut = Set(number.detail.split(separator: " ").compactMap { Day(iso: String($0)) })
    let mondays = stride(from: window.first.number, through: window.last.number - 6, by: 7).map { Day(number: $0) }
      .filter { !leftOut.contains($0) }
    let each = weekly(measure, .each)
    guard mondays.count > 1, let figure = each.expression else { return nil }
    let place = UsualRange.place(
      number.measure == .usualLow ? UsualRange.lowShare : UsualRange.highShare, of: mondays.count)
    let definitions =
      each.sets.flatMap(\.definitions) + [
        "week(first) AS (VALUES \(mondays.map { "(\(Self.day($0)))" }.joined(separator: ", ")))",
        "figure AS MATERIALIZED (\n  SELECT \(figure) AS value FROM week\n)",
      ]
    func ranked(_ place: Int) -> String { "(SELECT value FROM figure ORDER BY value LIMIT 1 OFFSET \(place))" }
    let expression = "\(ranked(place.below)) + \(place.part) * (\(ranked(place.above)) - \(ranked(place.below)))"
    return .query(expression, definitions, over: rows(of: measure, in: window, without: leftOut.sorted()))
  }

  private func rows(of measure: ReportNumber.Measure, in window: DateWindow, without mondays: [Day]) -> [RowSet] {
    func days(_ column: String) -> [String] {
      [Self.days(column, window)]
        + mondays.map { "NOT " + Self.days(column, DateWindow(day: $0).union(DateWindow(day: $0 + 6))) }
    }
    let sold = sales(Self.all(days("day")), amount: Self.revenue)
    var paid = advertising(amount: Self.cost)
    paid.condition = Self.all(
      [selection.condition, inCurrency] + days("firstDay") + ["lastDay <= \(Self.day(window.last))"])
    return switch measure {
    case .spend: [paid]
    case .revenuePerSpend, .costPerNewCustomer: [sold, paid]
    default: [sold]
    }
  }

  static let cost = "COALESCE(SUM(spendMicros), 0) / 1e6"

  func spend(_ week: DateWindow) -> RowSet { spend(WeekTerms(week)) }

  /// Cost of at most a week counts in the week that holds all its days.
  private func spend(_ week: WeekTerms) -> RowSet {
    var set = advertising(amount: Self.cost)
    set.condition = Self.all([selection.condition, inCurrency, week.holds("firstDay"), "lastDay <= \(week.last)"])
    return set
  }

  /// Of many weeks, a customer's first day is looked up once and not week by week.
  private func newCustomersOfEach() -> RowSet {
    let firsts = """
      firstSale AS MATERIALIZED (
        SELECT customer, MIN(day) AS day FROM \(saleTable)
        WHERE \(inCurrency) AND customer IS NOT NULL GROUP BY customer
      )
      """
    return RowSet(
      kind: .sales, source: "firstSale", condition: WeekTerms.each.holds("day"), amount: "COUNT(*)", columns: ["day"],
      definitions: (converted?.definitions ?? []) + [firsts])
  }

  /// Orders of the week by customers who had none before it.
  private func newCustomers(_ week: WeekTerms) -> RowSet {
    sales(
      week.holds("day"), "customer IS NOT NULL",
      """
      customer NOT IN (
          SELECT customer FROM \(saleTable)
          WHERE \(inCurrency) AND day < \(week.first) AND customer IS NOT NULL
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
      kind: .advertising, source: advertisingTable, condition: selection.condition, amount: amount,
      columns: [
        "firstDay", "lastDay", "platform", "campaign", "adGroup", "ad", "breakdownValue", "currency", "spendMicros",
        "impressions", "clicks", "conversionsMicros", "conversionValueMicros",
      ], file: "sourceFile", line: "line", definitions: converted?.definitions ?? [])
  }
}
