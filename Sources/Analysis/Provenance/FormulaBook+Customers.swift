import Vocabulary
import Warehouse

extension FormulaBook {
  func audience(_ number: ReportNumber) -> Formula? {
    let all = sales(upToAsOf, "customer IS NOT NULL", amount: Self.buyers)
    let group: (String) -> RowSet? = { amount in
      guard let run = number.run else { return nil }
      return sales(
        upToAsOf,
        """
        customer IN (
          SELECT customer FROM customerSegment WHERE run = \(SQLText.literal(run)) AND segment = \(SQLText.literal(number.detail))
        )
        """, amount: amount)
    }
    switch number.measure {
    case .segmentCustomers: return group(Self.buyers).map { .amount($0) }
    case .segmentShare: return group(Self.buyers).map { .quotient($0, all) }
    case .segmentRevenueShare:
      var revenue = all
      revenue.amount = Self.revenue
      return group(Self.revenue).map { .quotient($0, revenue) }
    case .cellCustomers: return .amount(cell(number, amount: Self.buyers))
    case .cellRevenue: return .amount(cell(number, amount: Self.revenue))
    default: return .amount(all)
    }
  }

  /// Customers by days since their last order ("low-high" in the subject) and by orders (the same in the detail).
  private func cell(_ number: ReportNumber, amount: String) -> RowSet {
    let silence = "\(asOf.number) - MAX(day)"
    let bounds = [(silence, number.subject), ("COUNT(*)", number.detail)].compactMap { expression, span -> String? in
      let ends = span.split(separator: "-").compactMap { Int($0) }
      guard let low = ends.first else { return nil }
      return ends.count > 1 ? "\(expression) BETWEEN \(low) AND \(ends[1])" : "\(expression) >= \(low)"
    }
    return sales(upToAsOf, customers(having: bounds.joined(separator: " AND ")), amount: amount)
  }

  /// Customers worth a score; the subject is the horizon in days.
  func active(_ number: ReportNumber) -> Formula? {
    guard let horizon = Int(number.subject) else { return nil }
    // As `ChurnLabel.isActive`: an order within the last four horizons.
    let set = sales(
      upToAsOf, customers(having: "MAX(day) > \(Self.day(asOf - 4 * horizon))"), amount: Self.buyers)
    return number.measure == .scoredCustomers ? .amount(set) : .model(set)
  }

  /// The subject is the pseudonym.
  func customer(_ number: ReportNumber) throws(WarehouseError) -> Formula? {
    let addresses = try CustomerAddresses.fetch(from: warehouse)
    guard let customer = addresses.filter({ pseudonym($0.value) == number.subject }).keys.min() else { return nil }
    let own = "customer = \(customer)"
    switch number.measure {
    case .customerOrders: return .amount(sales(upToAsOf, own, amount: "COUNT(*)"))
    case .customerSilence: return .amount(sales(upToAsOf, own, amount: "\(Self.day(asOf)) - MAX(day)"))
    case .customerYearlyRevenue:
      let year = DateWindow(day: asOf - 364).union(DateWindow(day: asOf))
      return .amount(sales(Self.days("day", year), own, amount: Self.revenue))
    default: return .model(sales(upToAsOf, own, amount: Self.revenue))
    }
  }

  /// Figures of a run's scores against what happened, or a measure that it stored.
  func judged(_ number: ReportNumber, run: String) -> Formula {
    if number.measure == .runMetric {
      return .amount(
        RowSet(
          kind: .measures, source: "modelMetric",
          condition: SQLText.all([
            "run = \(SQLText.literal(run))", "name = \(SQLText.literal(number.subject))",
            "split = \(SQLText.literal(number.detail))",
          ]), amount: "MAX(value)", columns: ["name", "split", "value", "low", "high", "n"]))
    }
    let scores = { (amount: String) in
      RowSet(
        kind: .scores,
        source: """
          customerScore AS s
          JOIN customerScore AS l ON l.run = s.run AND l.customer = s.customer AND l.name = 'heldOut.left'
          """,
        condition: "s.run = \(SQLText.literal(run)) AND s.name = 'heldOut.score'", amount: amount,
        columns: ["s.asOfDay", "s.scoreMicros", "l.scoreMicros AS leftMicros"])
    }
    switch number.measure {
    case .checkedLeavers: return .amount(scores("SUM(l.scoreMicros) / 1000000"))
    case .brierScore:
      return .amount(scores("AVG((s.scoreMicros - l.scoreMicros) / 1e6 * ((s.scoreMicros - l.scoreMicros) / 1e6))"))
    case .uncertainty: return .amount(scores("AVG(l.scoreMicros) / 1e6 * (1 - AVG(l.scoreMicros) / 1e6)"))
    case .checkedCustomers: return .amount(scores("COUNT(*)"))
    default: return .model(scores("COUNT(*)"))
    }
  }
}
