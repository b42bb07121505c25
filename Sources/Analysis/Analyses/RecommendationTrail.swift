import Vocabulary

/// What happened after each recommendation, one entry for those that several reports made.
struct RecommendationTrail {
  let ledger: Ledger
  let returns: Returns?
  let customers: NamedCustomers

  /// The spend before the report is averaged over as many weeks as have passed since, and no more than these.
  static let most = 26

  /// - Parameter reports: newest first.
  func follow(_ reports: [EarlierReport]) -> [Retrospect.Followed] {
    var subjects: [Recommendation.Subject] = []
    var made: [Recommendation.Subject: [(report: EarlierReport, recommendation: Recommendation)]] = [:]
    for report in reports {
      for recommendation in report.recommendations {
        if made[recommendation.subject] == nil { subjects.append(recommendation.subject) }
        made[recommendation.subject, default: []].append((report, recommendation))
      }
    }
    return subjects.compactMap { subject in
      guard let all = made[subject], let newest = all.first, let oldest = all.last else { return nil }
      return Retrospect.Followed(
        first: oldest.report.week, last: newest.report.week, times: all.count, recommendation: oldest.recommendation,
        since: since(subject, first: oldest.report, last: newest.report))
    }
  }

  private func since(
    _ subject: Recommendation.Subject, first: EarlierReport, last: EarlierReport
  ) -> Retrospect.Since {
    switch subject {
    case .channel(let channel):
      let weeks = min(max((ledger.asOf - first.asOf) / 7, 1), Self.most)
      let before = DateWindow(first: first.asOf - (7 * weeks - 1), last: first.asOf)
      return .channel(
        weeks: weeks,
        weeklySpendBefore: before.flatMap { weeklySpend(channel, in: $0) },
        weeklySpendAfter: DateWindow(first: first.asOf + 1, last: ledger.asOf).flatMap { weeklySpend(channel, in: $0) },
        recordedReturn: returns?.channels.first { $0.channel == channel }?.recordedReturn)
    case .riskList:
      guard let prediction = last.predictions.first(where: { $0.kind == .listedLeavers }) else { return .unknown }
      let listed = customers.of(prediction)
      guard !listed.isEmpty, ledger.asOf > prediction.asOf else { return .unknown }
      return .customers(
        listed: listed.count,
        orderedAgain: listed.count { $0.orders(from: prediction.asOf + 1, through: ledger.asOf) },
        days: ledger.asOf - prediction.asOf)
    }
  }

  /// Nil for less than a week, where the cost of any day of it is not on record for the account as a whole, or where a
  /// part of it can only be placed in longer spans.
  private func weeklySpend(_ channel: Channel, in window: DateWindow) -> Double? {
    guard window.dayCount >= 7, let known = ledger.spendWindow, known.first <= window.first, known.last >= window.last
    else { return nil }
    var micros: Int64 = 0
    for fact in ledger.spend where fact.channel == channel {
      guard let days = fact.window, days.first <= window.last, days.last >= window.first else { continue }
      guard window.contains(days.first), window.contains(days.last) else { return nil }
      micros += fact.spendMicros ?? 0
    }
    return Micros.double(micros) / Double(window.dayCount) * 7
  }
}
