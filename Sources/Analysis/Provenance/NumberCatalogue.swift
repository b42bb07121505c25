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
    if let trust = findings.trust.finding, let run = findings.trust.runID {
      numbers += self.trust(trust, run: run, findings.runs.first { $0.id == run })
    }
    numbers += data(findings.dataQuality) + earlier(findings)
    var seen: Set<NumberID> = []
    return numbers.filter { $0.value.isFinite && seen.insert($0.id).inserted }
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
      numbers += beside(tile, overview.week, unit: unit, subject: measure.rawValue)
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

  /// The change on the week before, and the ends of the usual range with the weeks that it is of.
  private static func beside(
    _ tile: Overview.Tile, _ week: DateWindow, unit: ReportNumber.Unit, subject: String
  ) -> [ReportNumber] {
    func number(_ measure: ReportNumber.Measure, _ value: Double, _ days: DateWindow, _ leftOut: String = "")
      -> ReportNumber
    {
      ReportNumber(
        .beside(tile.measure, measure), value, unit, measure, window: days, subject: subject, detail: leftOut)
    }
    var numbers: [ReportNumber] = []
    if let value = tile.value, let previous = tile.previous {
      numbers.append(number(.weekChange, value - previous, week))
    }
    let known = tile.history.dropLast().filter { $0.comparable != nil }.suffix(UsualRange.mostWeeks).map(\.monday)
    if let range = tile.usualRange, let first = known.first, let last = known.last {
      let days = DateWindow(day: first).union(DateWindow(day: last + 6))
      let leftOut = tile.history.map(\.monday).filter { $0 > first && $0 < last && !known.contains($0) }
        .map(\.description).joined(separator: " ")
      numbers.append(number(.usualLow, range.low, days, leftOut))
      numbers.append(number(.usualHigh, range.high, days, leftOut))
    }
    return numbers
  }

  /// What figures of earlier reports are by what is known now, as far as the page tells of it.
  static func earlier(_ findings: Findings) -> [ReportNumber] {
    let found = findings.retrospect
    func number(_ week: ReportWeek, _ figure: Overview.Measure, _ value: Double) -> ReportNumber {
      let (measure, unit) = measure(of: figure)
      return ReportNumber(.earlier(week, figure), value, unit, measure, window: week.window)
    }
    var numbers: [ReportNumber] = []
    for report in found.reports where report.currency == findings.currency {
      let changes = found.restated.filter { $0.week == report.week }
      numbers += changes.compactMap { one in one.now.map { number(report.week, one.measure, $0) } }
      // Of figures that have not changed, the page tells of revenue alone.
      guard !changes.contains(where: { $0.measure == .revenue }) else { continue }
      let now = findings.overview.finding?.revenueByWeek.first { $0.monday == report.week.monday }?.value
      numbers += now.map { [number(report.week, .revenue, $0)] } ?? []
    }
    return numbers
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
        (.adSpend, row.spend, .money), (.gainedCustomers, row.knowsCustomers ? Double(row.newCustomers) : nil, .count),
        (.recordedRevenue, row.knowsCustomers ? row.revenue : nil, .money),
        (.recordedReturn, row.recordedReturn?.value, .money),
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
