import Vocabulary

/// How did we do in the last complete week, and is that usual?
package enum OverviewAnalysis {
  /// - Parameter gaps: spans without data in a source that has data before and after, which weekly figures leave out.
  package static func overview(of ledger: Ledger, gaps: [Overview.SourceGap] = []) -> Insight<Overview> {
    let windows = [ledger.orderWindow, dailySpendWindow(ledger.spend)].compactMap { $0 }
    guard let first = windows.map(\.first).min(), let whole = DateWindow(first: first, last: ledger.asOf),
      let monday = WeeklySums(in: whole).mondays.last
    else {
      return Insight(.notEnough([Shortfall(.weeksOfOrders, have: 0, required: 1)]), caveats: ledger.caveats)
    }
    let series = Series(ledger, in: whole)
    let week = DateWindow(day: monday).union(DateWindow(day: monday + 6))
    let tiles = Overview.Measure.allCases.map { measure in
      tile(measure, series.values(of: measure), mondays: series.mondays)
    }
    let overview = Overview(
      asOf: ledger.asOf, week: week, currency: ledger.currency, tiles: tiles,
      revenueByWeek: series.weekly(.revenue), spendByWeek: series.weekly(.spend),
      newCustomersByWeek: series.weekly(.newCustomers), moves: moves(ledger, week: week), gaps: gaps)
    var caveats = ledger.caveats
    let anonymous = ledger.orders.filter { $0.customerID == nil }.count
    if anonymous > 0 {
      caveats.append(.ordersWithoutCustomer(share: Double(anonymous) / Double(ledger.orders.count)))
    }
    if !ledger.orders.isEmpty { caveats.append(.newCustomersLeftCensored) }
    return Insight(.found(overview), caveats: caveats)
  }

  private static func dailySpendWindow(_ spend: [SpendFact]) -> DateWindow? {
    let days = spend.compactMap(\.window).filter { $0.dayCount == 1 }.map(\.first)
    guard let first = days.min(), let last = days.max() else { return nil }
    return DateWindow(first: first, last: last)
  }

  private static func tile(_ measure: Overview.Measure, _ values: [Double?], mondays: [Day]) -> Overview.Tile {
    let history = zip(mondays, values).map { Overview.WeeklyValue(monday: $0, value: $1) }
    let known = values.compactMap { $0 }
    guard let current = values.last ?? nil else {
      return Overview.Tile(
        measure: measure, history: history, shortfall: Shortfall(need(of: measure), have: known.count, required: 1))
    }
    return Overview.Tile(
      measure: measure, value: current, previous: values.dropLast().last ?? nil,
      usualRange: UsualRange.of(values.dropLast().compactMap { $0 }), history: history)
  }

  private static func need(of measure: Overview.Measure) -> Shortfall.Need {
    switch measure {
    case .spend, .revenuePerSpend, .costPerNewCustomer: .weeksWithSpend
    case .revenue, .orders, .newCustomers: .weeksOfOrders
    }
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

/// The weekly figures that the tiles share.
private struct Series {
  let mondays: [Day]
  private var revenue: WeeklySums
  private var spend: WeeklySums
  private var orders: WeeklySums
  private var newCustomers: WeeklySums
  private let orderWindow: DateWindow?
  private var spendWindow: DateWindow?

  init(_ ledger: Ledger, in window: DateWindow) {
    revenue = WeeklySums(in: window)
    spend = revenue
    orders = revenue
    newCustomers = revenue
    mondays = revenue.mondays
    orderWindow = ledger.orderWindow
    for order in ledger.orders {
      revenue.add(order.netMicros, on: order.day)
      orders.add(Micros.perUnit, on: order.day)
    }
    for history in ledger.histories {
      if let first = history.purchases.first { newCustomers.add(Micros.perUnit, on: first.day) }
    }
    for fact in ledger.spend {
      guard let days = fact.window, days.dayCount == 1, let amount = fact.spendMicros else { continue }
      spend.add(amount, on: days.first)
      spendWindow = spendWindow.map { $0.union(days) } ?? days
    }
  }

  func weekly(_ measure: Overview.Measure) -> [Overview.WeeklyValue] {
    zip(mondays, values(of: measure)).map { Overview.WeeklyValue(monday: $0, value: $1) }
  }

  func values(of measure: Overview.Measure) -> [Double?] {
    mondays.indices.map { week in
      switch measure {
      case .revenue: inside(orderWindow, week) ? Micros.double(revenue.micros[week]) : nil
      case .orders: inside(orderWindow, week) ? Micros.double(orders.micros[week]) : nil
      case .newCustomers: inside(orderWindow, week) ? Micros.double(newCustomers.micros[week]) : nil
      case .spend: inside(spendWindow, week) ? Micros.double(spend.micros[week]) : nil
      case .revenuePerSpend: ratio(revenue, spend, week)
      case .costPerNewCustomer: ratio(spend, newCustomers, week)
      }
    }
  }

  /// Ratios are of the week's sums, never means of ratios.
  private func ratio(_ above: WeeklySums, _ below: WeeklySums, _ week: Int) -> Double? {
    guard inside(orderWindow, week), inside(spendWindow, week), below.micros[week] > 0 else { return nil }
    return Double(above.micros[week]) / Double(below.micros[week])
  }

  private func inside(_ window: DateWindow?, _ week: Int) -> Bool {
    guard let window else { return false }
    return window.first <= mondays[week] && window.last >= mondays[week] + 6
  }
}
