import Vocabulary
import Warehouse

extension FormulaBook {
  func returns(_ number: ReportNumber) throws(WarehouseError) -> Formula? {
    guard let channel = number.channel else {
      switch number.measure {
      case .adSpend: return .amount(cost(of: []))
      case .recordedRevenue: return number.window.map { .amount(allRecorded($0)) }
      default: return nil
      }
    }
    guard let window = number.window else { return nil }
    let paid = try paid(channel, number.subject)
    switch number.measure {
    case .adSpend: return .amount(cost(of: paid))
    case .clicks: return .amount(delivered(paid, "SUM(clicks)"))
    case .impressions: return .amount(delivered(paid, "SUM(impressions)"))
    case .claimedConversions: return .amount(delivered(paid, "SUM(conversionsMicros) / 1e6"))
    case .claimedReturn: return .quotient(delivered(paid, "SUM(conversionValueMicros) / 1e6"), cost(of: paid))
    default: return try gained(number, channel, window, paid)
    }
  }

  private func gained(
    _ number: ReportNumber, _ channel: Channel, _ window: DateWindow, _ paid: [String]
  ) throws(WarehouseError) -> Formula? {
    let source = try source(channel, number.subject)
    var sales = gained(source, window)
    var formula: Formula
    switch number.measure {
    case .gainedCustomers: formula = .amount(sales)
    case .costPerGainedCustomer: formula = .quotient(cost(of: paid), sales)
    case .recordedRevenue, .recordedReturn:
      sales.amount = Self.revenue
      formula = number.measure == .recordedReturn ? .quotient(sales, cost(of: paid)) : .amount(sales)
    default: return nil
    }
    formula.sets.append(
      firstSources(Self.all([source, customers(having: Self.days("MIN(day)", window))])))
    return formula
  }

  func firstSources(_ condition: String) -> RowSet {
    RowSet(
      kind: .firstSources, source: "readableFirstSource", condition: condition, amount: "COUNT(*)",
      columns: ["createdDay", "platform", "channel", "campaign"], file: "sourceFile", line: "line",
      definitions: converted?.definitions ?? [])
  }

  /// Dated cost up to the as-of day.
  private var dated: String { "lastDay <= \(Self.day(asOf))" }

  func cost(of conditions: [String]) -> RowSet {
    var set = advertising(amount: "COALESCE(SUM(spendMicros), 0) / 1e6")
    set.condition = Self.all([selection.condition] + conditions + [inCurrency, dated])
    return set
  }

  /// Rows that tell no cost count for what was delivered, whatever currency their account is in.
  private func delivered(_ conditions: [String], _ amount: String) -> RowSet {
    var set = advertising(amount: amount)
    set.condition = Self.all(
      [selection.condition] + conditions + ["(\(inCurrency) OR spendMicros IS NULL)", dated])
    return set
  }

  private func paid(_ channel: Channel, _ campaign: String) throws(WarehouseError) -> [String] {
    let own = "channel = \(literal(channel))"
    guard !campaign.isEmpty else { return [own] }
    let names = try spellings(of: campaign, in: "adEntity", channel)
    return [own, SQLText.isOne("campaign", of: names)]
  }

  private func source(_ channel: Channel, _ campaign: String) throws(WarehouseError) -> String {
    let own = "channel = \(literal(channel))"
    guard !campaign.isEmpty else { return own }
    return SQLText.all([
      own, SQLText.isOne("campaign", of: try spellings(of: campaign, in: "readableFirstSource", channel)),
    ])
  }

  /// Sales so far to customers whose recorded first source it is and who first bought within the window.
  private func gained(_ source: String, _ window: DateWindow) -> RowSet {
    sales(
      upToAsOf, "customer IN (SELECT customer FROM readableFirstSource WHERE \(source))",
      customers(having: Self.days("MIN(day)", window)), amount: Self.buyers)
  }

  /// Of each paid channel within the window of its own cost, added up.
  private func allRecorded(_ window: DateWindow) -> RowSet {
    sales(
      upToAsOf,
      """
      customer IN (
        SELECT s.customer
        FROM readableFirstSource AS s
        JOIN (
          SELECT channel, MIN(firstDay) AS firstDay, MAX(lastDay) AS lastDay FROM \(advertisingTable)
          WHERE \(SQLText.all([selection.condition, "(\(inCurrency) OR spendMicros IS NULL)", dated]))
          GROUP BY channel
        ) AS p ON p.channel = s.channel
        JOIN (
          SELECT customer, MIN(day) AS day FROM \(saleTable)
          WHERE \(inCurrency) AND \(upToAsOf) AND customer IS NOT NULL GROUP BY customer
        ) AS b ON b.customer = s.customer AND b.day BETWEEN p.firstDay AND p.lastDay
      )
      """, amount: Self.revenue)
  }

  /// Capitals and blanks tell no two campaigns apart.
  private func spellings(
    of campaign: String, in table: String, _ channel: Channel
  ) throws(WarehouseError) -> [String] {
    let wanted = NameSpelling.normalized(campaign)
    return try warehouse.queryRows(
      "SELECT DISTINCT campaign FROM \(table) WHERE channel = \(literal(channel)) ORDER BY campaign"
    ).rows.compactMap { row in
      guard case .text(let name) = row[0], NameSpelling.normalized(name) == wanted else { return nil }
      return name
    }
  }
}
