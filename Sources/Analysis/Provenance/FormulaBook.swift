import Vocabulary
import Warehouse

/// How each measure is counted, as SQL over the readable views.
package struct FormulaBook: Sendable {
  let warehouse: Warehouse
  package let asOf: Day
  package let currency: Currency
  /// Whether amounts that name no currency are in the report's own, because the configuration says so.
  let isDeclared: Bool
  let selection: AdSelection
  /// Where rates were given: sales and advertising with amounts in the report's currency.
  let converted: ConvertedRows?
  let pseudonym: @Sendable (String) -> String
  /// By which visits are grouped.
  let rules: ChannelGrouping

  /// - Parameters:
  ///   - selection: of the advertising rows; nil: it is looked up.
  ///   - rules: of the business's own, by which visits are grouped.
  ///   - pseudonym: what the report calls a customer.
  package init(
    warehouse: Warehouse, asOf: Day, currency: Currency, isDeclared: Bool, selection: AdSelection? = nil,
    rules: ChannelGrouping = .standard, pseudonym: @escaping @Sendable (String) -> String = { _ in "" }
  ) throws(WarehouseError) {
    self.warehouse = warehouse
    self.asOf = asOf
    self.currency = currency
    self.isDeclared = isDeclared
    if let selection {
      self.selection = selection
    } else {
      self.selection = try AdSpendRows.fetchSelection(from: warehouse).selection
    }
    converted = ConvertedRows(to: currency, rates: try ExchangeRates.fetch(from: warehouse))
    self.pseudonym = pseudonym
    self.rules = rules
  }

  /// Nil for a number whose subject is no longer in the warehouse: a customer, a run, a file.
  package func formula(of number: ReportNumber) throws(WarehouseError) -> Formula? {
    switch number.measure {
    case .revenue, .orders, .newCustomers, .spend, .revenuePerSpend, .costPerNewCustomer, .revenueChange:
      number.window.map { weekly(number, $0) }
    case .weekChange, .usualLow, .usualHigh: besideWeeks(number)
    case .adSpend, .claimedReturn, .claimedConversions, .clicks, .impressions, .gainedCustomers, .recordedRevenue,
      .recordedReturn, .costPerGainedCustomer:
      try returns(number)
    case .customers, .segmentCustomers, .segmentShare, .segmentRevenueShare, .cellCustomers, .cellRevenue:
      audience(number)
    case .traitIndex: .model(sales(upToAsOf, amount: Self.buyers))
    case .scoredCustomers, .expectedLeavers, .averageRisk, .listStake: active(number)
    case .customerRisk, .customerYearlyRevenue, .customerStake, .customerOrders, .customerSilence:
      try customer(number)
    case .checkedCustomers, .checkedLeavers, .brierScore, .uncertainty, .miscalibration, .discrimination, .runMetric,
      .sliceCustomers, .sliceLeavers, .flagged, .caught, .scoreMinusOutcome, .slicesOutside:
      number.run.map { judged(number, run: $0) }
    case .rowsRead, .rowsLoaded, .rowsUpdated, .rowsUnchanged, .rowsSkipped, .rowsRejected: .amount(files(number))
    case .skippedRows: .amount(skipped(number))
    case .rejectedRows: .amount(rejected)
    case .statedTotal: .amount(statedTotal(number))
    case .summedTotal: .amount(summedTotal(number))
    case .restatedRows, .restatedOld, .restatedNew: restated(number)
    case .coveredDays, .missingDays: days(number)
    case .trackedVisits, .trackedMoney: try tracked(number)
    case .joinedKeys, .joinedCustomers, .refusedKeys, .identityChecks, .identityPrecision: identity(number)
    }
  }

  // MARK: What conditions are made of

  /// A day as the warehouse stores it, with what it means.
  static func day(_ day: Day) -> String { "\(day.number) /* \(day) */" }

  static func days(_ column: String, _ window: DateWindow) -> String {
    "\(column) BETWEEN \(day(window.first)) AND \(day(window.last))"
  }

  var inCurrency: String {
    let column = converted == nil ? "currency" : ConvertedRows.currency
    let own = "\(column) = \(SQLText.literal(currency.code))"
    return isDeclared ? "(\(own) OR \(column) IS NULL)" : own
  }

  var saleTable: String { converted == nil ? "readableSale" : ConvertedRows.sales }
  var advertisingTable: String { converted == nil ? "readableAdPerformance" : ConvertedRows.advertising }

  var upToAsOf: String { "day <= \(Self.day(asOf))" }

  /// The conditions of a set, one a line.
  static func all(_ conditions: [String]) -> String { SQLText.all(conditions, separator: "\n  AND ") }

  /// Sales in the report's currency.
  func sales(_ conditions: String..., amount: String) -> RowSet {
    RowSet(
      kind: .sales, source: saleTable, condition: Self.all([inCurrency] + conditions), amount: amount,
      columns: ["day", "platform", "orderID", "currency", "netMicros"], file: "sourceFile", line: "line",
      definitions: converted?.definitions ?? [])
  }

  static let revenue = "COALESCE(SUM(netMicros), 0) / 1e6"
  static let buyers = "COUNT(DISTINCT customer)"

  /// Customers of whom the sales so far fulfil a condition on their group.
  func customers(having condition: String) -> String {
    """
    customer IN (
        SELECT customer FROM \(saleTable)
        WHERE \(inCurrency) AND \(upToAsOf) AND customer IS NOT NULL
        GROUP BY customer HAVING \(condition)
      )
    """
  }
}
