import Vocabulary

/// How did we do in the last week that all sources tell whole, and is that usual?
package enum OverviewAnalysis {
  /// - Parameter gaps: spans without data in a source that has data before and after; they add nothing to their weeks.
  package static func overview(of ledger: Ledger, gaps: [Overview.SourceGap] = []) -> Insight<Overview> {
    let windows = [ledger.orderWindow, WeeklyFigures.placedSpendWindow(ledger.spend)].compactMap { $0 }
    guard let first = windows.map(\.first).min(), let whole = DateWindow(first: first, last: ledger.asOf),
      case let figures = WeeklyFigures(ledger, in: whole), let monday = figures.mondays.last
    else {
      return Insight(.notEnough([Shortfall(.weeksOfOrders, have: 0, required: 1)]), caveats: ledger.caveats)
    }
    let week = DateWindow(day: monday).union(DateWindow(day: monday + 6))
    let tiles = Overview.Measure.allCases.map { measure in
      tile(measure, figures, namesCustomers: !ledger.histories.isEmpty)
    }
    let revenue = figures.weekly(.revenue)
    let isComparable = revenue.suffix(2).allSatisfy { $0.leftOut == 0 }
    let overview = Overview(
      asOf: ledger.asOf, week: week, currency: ledger.currency, tiles: tiles,
      revenueByWeek: revenue, spendByWeek: figures.weekly(.spend),
      newCustomersByWeek: figures.weekly(.newCustomers), moves: isComparable ? moves(ledger, week: week) : [],
      gaps: gaps)
    var caveats = ledger.caveats
    let anonymous = ledger.orders.filter { $0.customerID == nil }.count
    if anonymous > 0 {
      caveats.append(.ordersWithoutCustomer(share: Double(anonymous) / Double(ledger.orders.count)))
    }
    if !ledger.histories.isEmpty { caveats.append(.newCustomersLeftCensored) }
    return Insight(.found(overview), caveats: caveats)
  }

  private static func tile(
    _ measure: Overview.Measure, _ figures: WeeklyFigures, namesCustomers: Bool
  ) -> Overview.Tile {
    let history = figures.weekly(measure)
    guard let last = history.last, let current = last.value else {
      return Overview.Tile(
        measure: measure, history: history,
        shortfall: Shortfall(need(of: measure, figures, namesCustomers: namesCustomers), have: 0, required: 1))
    }
    guard last.comparable != nil else { return Overview.Tile(measure: measure, value: current, history: history) }
    let earlier = history.dropLast()
    return Overview.Tile(
      measure: measure, value: current, previous: earlier.last?.comparable,
      usualRange: UsualRange.of(earlier.compactMap(\.comparable)), history: history)
  }

  /// What the last week lacks for a figure, orders first.
  private static func need(
    of measure: Overview.Measure, _ figures: WeeklyFigures, namesCustomers: Bool
  ) -> Shortfall.Need {
    func isMissing(_ part: Overview.Measure) -> Bool { figures.values(of: part).last.flatMap { $0 } == nil }
    if measure == .spend { return .weeksWithSpend }
    if isMissing(.orders) { return .weeksOfOrders }
    let isOfCustomers = measure == .newCustomers || measure == .costPerNewCustomer
    if isOfCustomers, !namesCustomers { return .ordersWithCustomer }
    return measure == .costPerNewCustomer && !isMissing(.spend) ? .newCustomers : .weeksWithSpend
  }

  /// Change of each channel's revenue against the week before; "not recorded" holds customers without a source and
  /// orders without a customer, so that the changes add up to the change of all revenue.
  private static func moves(_ ledger: Ledger, week: DateWindow) -> [Overview.Move] {
    var channels: [Int: Channel] = [:]
    for history in ledger.histories { channels[history.customerID] = history.channel }
    var change: [Channel: Int64] = [:]
    for order in ledger.orders where order.day >= week.first - 7 && order.day <= week.last {
      let channel = order.customerID.flatMap { channels[$0] } ?? .unknown
      change[channel, default: 0] += order.day >= week.first ? order.netMicros : -order.netMicros
    }
    return change.map { Overview.Move(channel: $0.key, change: Micros.double($0.value)) }
      .sorted { abs($0.change) != abs($1.change) ? abs($0.change) > abs($1.change) : $0.channel < $1.channel }
  }
}
