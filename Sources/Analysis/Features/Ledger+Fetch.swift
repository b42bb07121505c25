import Vocabulary
import Warehouse

extension Ledger {
  /// Why there is no ledger at all.
  package enum Absence: Error, Equatable, Sendable {
    case noFacts
    /// Money is there but no file and no setting says in which currency.
    case noCurrency
  }

  /// Payments or deals beside them may end later and make no report of days without cost or orders.
  private static let datingKinds: Set<CoveredSource.Kind> = [.advertising, .web, .orders]

  /// Reads what is known up to `asOf` (default: the last day that advertising, web or orders cover) in one currency:
  /// the configured one, else the one of most orders, else of most advertising rows. Other money is converted where
  /// rates for its days were given, and left out where not. Throws `WarehouseError` or `Absence`.
  package static func fetch(
    from warehouse: Warehouse, asOf wanted: Day?, currency configured: Currency?
  ) throws -> Ledger {
    let coverage = try SourceCoverage.fetch(from: warehouse)
    guard let last = coverage.filter({ datingKinds.contains($0.kind) }).flatMap(\.windows).map(\.last).max() else {
      throw Absence.noFacts
    }
    let asOf = min(wanted ?? last, last)
    var orders = try CustomerOrders.fetch(upTo: asOf, from: warehouse)
    let told = try AdSpendRows.fetchSelection(from: warehouse)
    var spend = told.rows.filter { ($0.lastDay ?? asOf) <= asOf }
    let common = mostCommon(orders.compactMap(\.currency)) ?? mostCommon(spend.compactMap(\.currency))
    guard let currency = configured ?? common else {
      throw orders.isEmpty && spend.isEmpty ? Absence.noFacts : Absence.noCurrency
    }
    let rates = try ExchangeRates.fetch(from: warehouse)
    let converted = CurrencyConversion(to: currency, rates: rates).convert(&orders, &spend)
    func isKnown(_ order: CustomerOrderRow) -> Bool { (order.currency ?? configured) == currency }
    let known = orders.filter(isKnown)
    func counts(_ row: AdSpendRow) -> Bool { (row.currency ?? configured) == currency || row.spendMicros == nil }
    var ledger = Ledger(
      asOf: asOf, currency: currency, orders: known.map(OrderFact.init),
      histories: try histories(known, from: warehouse),
      spend: spend.filter(counts).map(SpendFact.init))
    ledger.ordersLeftOut = orders.filter { !isKnown($0) }.map(OrderFact.init)
    ledger.spendLeftOut = spend.filter { !counts($0) }.map(SpendFact.init)
    ledger.selection = told.selection
    ledger.caveats =
      converted + leftOut(orders, spend, kept: currency, isDeclared: configured != nil)
      + lateSources(coverage, asOf: asOf)
    return ledger
  }

  private static func mostCommon(_ currencies: [Currency]) -> Currency? {
    Dictionary(grouping: currencies) { $0 }
      .min { $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key }?.key
  }

  private static func histories(
    _ orders: [CustomerOrderRow], from warehouse: Warehouse
  ) throws(WarehouseError) -> [PurchaseHistory] {
    let addresses = try CustomerAddresses.fetch(from: warehouse)
    let sources = Dictionary(try CustomerSources.fetch(from: warehouse).map { ($0.customerID, $0) }) { $1 }
    var purchases: [Int64: [CustomerOrderRow]] = [:]
    for order in orders {
      if let customer = order.customerID { purchases[customer, default: []].append(order) }
    }
    return purchases.compactMap { customer, rows -> PurchaseHistory? in
      guard let email = addresses[customer] else { return nil }
      let source = sources[customer]
      return PurchaseHistory(
        customerID: Int(customer), email: email, channel: source?.channel, campaign: source?.campaign ?? "",
        country: CountryName.of(source?.country ?? ""),
        purchases: rows.map {
          PurchaseHistory.Purchase(
            day: $0.day, netMicros: $0.netMicros, isDiscounted: $0.isDiscounted, products: $0.distinctProducts,
            units: $0.quantity.map { Int($0) }, listMicros: $0.listMicros)
        })
    }
    .sorted { $0.email < $1.email }
  }

  private static func leftOut(
    _ orders: [CustomerOrderRow], _ spend: [AdSpendRow], kept: Currency, isDeclared: Bool
  ) -> [Caveat] {
    let money = spend.filter { $0.spendMicros != nil }
    let currencies = orders.compactMap(\.currency) + money.compactMap(\.currency)
    var caveats = Dictionary(grouping: currencies.filter { $0 != kept }) { $0 }
      .sorted { $0.key < $1.key }.map { Caveat.otherCurrencyLeftOut($0.key, amounts: $0.value.count) }
    let unknown = (orders.map(\.currency) + money.map(\.currency)).count { $0 == nil }
    if unknown > 0, !isDeclared { caveats.append(.currencyUnknown(amounts: unknown)) }
    let long = Dictionary(
      grouping: money.filter { row in
        guard let first = row.firstDay, let last = row.lastDay else { return false }
        return DateWindow(first: first, last: last)?.liesInAWeek == false
      }, by: \.platform)
    caveats += long.sorted { $0.key < $1.key }.map { .periodFactsNotInWeeks(source: $0.key, count: $0.value.count) }
    return caveats
  }

  private static func lateSources(_ coverage: [CoveredSource], asOf: Day) -> [Caveat] {
    coverage.compactMap { source in
      guard source.kind == .advertising || source.kind == .orders, let last = source.windows.last?.last, last < asOf
      else { return nil }
      return .sourceEndsEarlier(source: source.platform, last: last)
    }
  }
}

extension OrderFact {
  init(_ row: CustomerOrderRow) {
    self.init(
      customerID: row.customerID.map { Int($0) }, day: row.day, netMicros: row.netMicros, currency: row.currency,
      isDiscounted: row.isDiscounted)
  }
}

extension SpendFact {
  init(_ row: AdSpendRow) {
    var window: DateWindow?
    if let first = row.firstDay, let last = row.lastDay { window = DateWindow(first: first, last: last) }
    self.init(
      platform: row.platform, channel: row.channel, campaign: row.campaign, window: window, currency: row.currency,
      spendMicros: row.spendMicros, impressions: row.impressions, clicks: row.clicks,
      conversionsMicros: row.conversionsMicros, conversionValueMicros: row.conversionValueMicros)
  }
}
