import Vocabulary

/// Adds up the facts of one file for its summary.
///
/// Where one file splits the same figure in several ways (GA4's stacked tables), only the first table that has the
/// metric counts: the same sessions by channel and by country are not twice as many.
struct FileTotals {
  private(set) var sums: [TotalMetric: Int64] = [:]
  private var sections: [TotalMetric: Int] = [:]

  init(_ metrics: Set<TotalMetric>) {
    for metric in metrics { sums[metric] = 0 }
  }

  mutating func add(_ batch: CanonicalBatch, file: String) throws(IngestionError) {
    for row in batch.adPerformance {
      try add(.spend, row.spendMicros, file)
      try add(.impressions, try micros(row.impressions, .impressions, file), file)
      try add(.clicks, try micros(row.clicks, .clicks, file), file)
      try add(.conversions, row.conversionsMicros, file)
    }
    for row in batch.webTraffic {
      guard let metric = row.metric.total else { continue }
      let section = sections[metric] ?? row.origin.section
      sections[metric] = section
      if section == row.origin.section { try add(metric, row.valueMicros, file) }
    }
    for order in batch.customerOrders {
      try add(.orders, Micros.perUnit, file)
      try add(.revenue, order.totalMicros, file)
    }
    for _ in batch.contacts { try add(.contacts, Micros.perUnit, file) }
  }

  private func micros(_ count: Int64?, _ metric: TotalMetric, _ file: String) throws(IngestionError) -> Int64? {
    guard let count else { return nil }
    let (micros, overflow) = count.multipliedReportingOverflow(by: Micros.perUnit)
    guard !overflow else { throw .totalTooLarge(file: file, metric: metric) }
    return micros
  }

  private mutating func add(_ metric: TotalMetric, _ micros: Int64?, _ file: String) throws(IngestionError) {
    guard let micros else { return }
    let (sum, overflow) = (sums[metric] ?? 0).addingReportingOverflow(micros)
    guard !overflow else { throw .totalTooLarge(file: file, metric: metric) }
    sums[metric] = sum
  }
}

extension WebMetric {
  /// The figure by which a file is summed up that this one adds to.
  var total: TotalMetric? {
    switch self {
    case .users: .users
    case .sessions: .sessions
    case .views: .views
    case .conversions: .conversions
    case .revenue: .revenue
    case .clicks: .clicks
    case .impressions: .impressions
    default: nil
    }
  }
}
