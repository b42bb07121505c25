import Vocabulary

/// Every number of a report that can be followed to its rows.
package enum NumberCatalogue {
  /// Page by page, in the order of the pages; each id once.
  /// - Parameter pseudonym: what the report calls the customer with an address.
  package static func numbers(of findings: Findings, pseudonym: (String) -> String) -> [ReportNumber] {
    var numbers = findings.overview.finding.map(overview) ?? []
    numbers += findings.returns.finding.map(returns) ?? []
    if let found = findings.segmentation.finding { numbers += audience(found, run: findings.segmentation.runID) }
    if let churn = findings.churn.finding, let run = findings.churn.runID {
      numbers += self.churn(churn, run: run, findings.runs.first { $0.id == run }, pseudonym)
    }
    if let trust = findings.trust.finding, let run = findings.trust.runID { numbers += self.trust(trust, run: run) }
    var seen: Set<NumberID> = []
    return (numbers + data(findings.dataQuality)).filter { $0.value.isFinite && seen.insert($0.id).inserted }
  }

  // MARK: Weeks

  private static func overview(_ overview: Overview) -> [ReportNumber] {
    let before = DateWindow(day: overview.week.first - 7).union(DateWindow(day: overview.week.first - 1))
    var numbers: [ReportNumber] = []
    for tile in overview.tiles {
      let (measure, unit) = measure(of: tile.measure)
      if let value = tile.value {
        numbers.append(ReportNumber(.tile(tile.measure), value, unit, measure, window: overview.week))
      }
      if let value = tile.previous {
        numbers.append(ReportNumber(.weekBefore(tile.measure), value, unit, measure, window: before))
      }
    }
    numbers += overview.moves.map {
      ReportNumber(.move($0.channel), $0.change, .money, .revenueChange, window: overview.week, channel: $0.channel)
    }
    if let revenue = overview.tiles.first(where: { $0.measure == .revenue }), let value = revenue.value,
      let previous = revenue.previous, !overview.moves.isEmpty
    {
      numbers.append(ReportNumber(.totalMove, value - previous, .money, .revenueChange, window: overview.week))
    }
    return numbers + weekly(.revenue, overview.revenueByWeek) + weekly(.spend, overview.spendByWeek)
  }

  private static func weekly(_ measure: Overview.Measure, _ weeks: [Overview.WeeklyValue]) -> [ReportNumber] {
    let (own, unit) = self.measure(of: measure)
    return weeks.compactMap { week in
      week.value.map {
        ReportNumber(
          .weekly(measure, week.monday), $0, unit, own,
          window: DateWindow(day: week.monday).union(DateWindow(day: week.monday + 6)))
      }
    }
  }

  static func measure(of tile: Overview.Measure) -> (ReportNumber.Measure, ReportNumber.Unit) {
    switch tile {
    case .revenue: (.revenue, .money)
    case .spend: (.spend, .money)
    case .revenuePerSpend: (.revenuePerSpend, .money)
    case .orders: (.orders, .count)
    case .newCustomers: (.newCustomers, .count)
    case .costPerNewCustomer: (.costPerNewCustomer, .money)
    }
  }

  // MARK: Channels

  private static func returns(_ returns: Returns) -> [ReportNumber] {
    var numbers = [
      ReportNumber(.allChannels(.adSpend), returns.totalSpend, .money, .adSpend, window: returns.window)
    ]
    if returns.channels.contains(where: { $0.recordedReturn != nil }) {
      numbers.append(
        ReportNumber(
          .allChannels(.recordedRevenue), returns.totalRevenue, .money, .recordedRevenue, window: returns.window))
    }
    for row in returns.channels + returns.campaigns {
      let figures: [(ReportNumber.Measure, Double?, ReportNumber.Unit)] = [
        (.adSpend, row.spend, .money), (.gainedCustomers, Double(row.newCustomers), .count),
        (.recordedRevenue, row.revenue, .money), (.recordedReturn, row.recordedReturn?.value, .money),
        (.costPerGainedCustomer, row.costPerNewCustomer?.value, .money), (.claimedReturn, row.claimedReturn, .money),
        (.claimedConversions, row.claimedConversions, .count), (.clicks, row.clicks.map(Double.init), .count),
        (.impressions, row.impressions.map(Double.init), .count),
      ]
      numbers += figures.compactMap { measure, value, unit in
        value.map {
          ReportNumber(
            .returns(row, measure), $0, unit, measure, window: row.window, channel: row.channel, subject: row.campaign)
        }
      }
    }
    return numbers
  }
}
