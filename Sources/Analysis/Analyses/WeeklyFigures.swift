import Vocabulary

/// Weekly figures up to the last week that the sources tell whole; a week that one of them tells in part has no figure
/// of that kind, since a sum that lacks a platform looks like a fall.
struct WeeklyFigures {
  /// How many weeks back a common week of orders and advertising is looked for, before each stands for itself.
  private static let mostWeeksBack = 4
  /// Of so many orders one may lack a rate.
  private static let fewOrders: Int64 = 100

  private(set) var mondays: [Day]
  private var revenue: WeeklySums
  private var spend: WeeklySums
  private var orders: WeeklySums
  private var newCustomers: WeeklySums
  /// How many have a currency that no exchange rate turns into the ledger's.
  private var ordersLeftOut: WeeklySums
  private var spendLeftOut: WeeklySums
  private let orderWindow: DateWindow?
  /// Where no order names a customer, nothing is known of new ones, which is not the same as none.
  private let namesCustomers: Bool
  private let spendIsWhole: [Bool]

  init(_ ledger: Ledger, in window: DateWindow) {
    revenue = WeeklySums(in: window)
    spend = revenue
    orders = revenue
    newCustomers = revenue
    ordersLeftOut = revenue
    spendLeftOut = revenue
    mondays = revenue.mondays
    orderWindow = ledger.orderWindow
    namesCustomers = !ledger.histories.isEmpty
    for order in ledger.orders {
      revenue.add(order.netMicros, on: order.day)
      orders.add(Micros.perUnit, on: order.day)
    }
    for history in ledger.histories {
      if let first = history.purchases.first { newCustomers.add(Micros.perUnit, on: first.day) }
    }
    for fact in ledger.spend {
      guard let days = fact.window, days.liesInAWeek, let amount = fact.spendMicros else { continue }
      spend.add(amount, on: days.first)
    }
    for order in ledger.ordersLeftOut where order.currency != nil { ordersLeftOut.add(1, on: order.day) }
    for fact in ledger.spendLeftOut where fact.currency != nil && (fact.spendMicros ?? 0) > 0 {
      guard let days = fact.window else { continue }
      for monday in stride(from: days.first.weekStart.number, through: days.last.number, by: 7) {
        spendLeftOut.add(1, on: Day(number: monday))
      }
    }
    spendIsWhole = Self.wholeWeeks(ledger.spend, mondays)
    if let last = lastCommonWeek(hasOrders: orderWindow != nil, hasSpend: spendIsWhole.contains(true)) {
      mondays = Array(mondays.prefix(last + 1))
    }
  }

  /// First to last day of the cost that can be placed in a week.
  static func placedSpendWindow(_ spend: [SpendFact]) -> DateWindow? {
    let windows = spend.filter { $0.spendMicros != nil }.compactMap(\.window).filter(\.liesInAWeek)
    guard let first = windows.first else { return nil }
    return windows.dropFirst().reduce(first) { $0.union($1) }
  }

  func weekly(_ measure: Overview.Measure) -> [Overview.WeeklyValue] {
    zip(mondays.indices, values(of: measure)).map { week, value in
      Overview.WeeklyValue(monday: mondays[week], value: value, leftOut: leftOut(of: measure, week))
    }
  }

  /// One order in a hundred without a rate leaves a week comparable.
  private func leftOut(of measure: Overview.Measure, _ week: Int) -> Int {
    let missing = ordersLeftOut.micros[week]
    let isMuch = missing * Self.fewOrders > missing + orders.micros[week] / Micros.perUnit
    let (orders, rows) = (isMuch ? Int(missing) : 0, Int(spendLeftOut.micros[week]))
    return switch measure {
    case .revenue, .orders, .newCustomers: orders
    case .spend: rows
    case .revenuePerSpend, .costPerNewCustomer: orders + rows
    }
  }

  func values(of measure: Overview.Measure) -> [Double?] {
    mondays.indices.map { week in
      switch measure {
      case .revenue: ordersAreWhole(week) ? Micros.double(revenue.micros[week]) : nil
      case .orders: ordersAreWhole(week) ? Micros.double(orders.micros[week]) : nil
      case .newCustomers: namesCustomers && ordersAreWhole(week) ? Micros.double(newCustomers.micros[week]) : nil
      case .spend: spendIsWhole[week] ? Micros.double(spend.micros[week]) : nil
      case .revenuePerSpend: ratio(revenue, spend, week)
      case .costPerNewCustomer: ratio(spend, newCustomers, week)
      }
    }
  }

  /// Ratios are of the week's sums, never means of ratios.
  private func ratio(_ above: WeeklySums, _ below: WeeklySums, _ week: Int) -> Double? {
    guard ordersAreWhole(week), spendIsWhole[week], below.micros[week] > 0 else { return nil }
    return Double(above.micros[week]) / Double(below.micros[week])
  }

  private func ordersAreWhole(_ week: Int) -> Bool {
    guard let orderWindow else { return false }
    return orderWindow.first <= mondays[week] && orderWindow.last >= mondays[week] + 6
  }

  private func lastCommonWeek(hasOrders: Bool, hasSpend: Bool) -> Int? {
    let recent = mondays.indices.suffix(Self.mostWeeksBack + 1).reversed()
    return recent.first { (!hasOrders || ordersAreWhole($0)) && (!hasSpend || spendIsWhole[$0]) }
      ?? mondays.indices.last { ordersAreWhole($0) || spendIsWhole[$0] }
  }

  /// A week's cost is whole when the placed cost spans it, no cost of a longer period reaches into it, and no platform
  /// breaks off inside it.
  private static func wholeWeeks(_ spend: [SpendFact], _ mondays: [Day]) -> [Bool] {
    guard let span = placedSpendWindow(spend) else { return mondays.map { _ in false } }
    let paid = spend.filter { ($0.spendMicros ?? 0) > 0 }
    let unplaced = paid.compactMap(\.window).filter { !$0.liesInAWeek }
    let platforms = Dictionary(grouping: paid) { $0.platform }.values.map { facts in
      Set(facts.compactMap(\.window).filter { $0.dayCount == 1 }.map(\.first))
    }
    return mondays.map { monday in
      span.first <= monday && span.last >= monday + 6
        && !unplaced.contains { $0.first <= monday + 6 && $0.last >= monday }
        && !platforms.contains { breaksOff($0, in: monday) }
    }
  }

  /// The platform's last day lies in the week, and on some weekday after it the platform had cost a week earlier: an
  /// export taken on a Thursday, rather than a campaign that rests at the weekend.
  private static func breaksOff(_ days: Set<Day>, in monday: Day) -> Bool {
    guard let last = days.max(), last >= monday, last < monday + 6 else { return false }
    return (last - monday + 1...6).contains { days.contains(monday + $0 - 7) }
  }
}

extension DateWindow {
  /// From a Monday on, at most to the Sunday after it.
  var liesInAWeek: Bool { first.weekStart == last.weekStart }
}
