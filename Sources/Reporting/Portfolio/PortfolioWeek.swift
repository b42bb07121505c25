import Analysis
import Vocabulary

/// A week before the portfolio's, as far as the clients' newest reports tell of it.
struct PortfolioWeek {
  let label: String
  let dates: String
  let counts: String
  let restated: [String]
  let hasRestated: Bool
  /// The word of the tag.
  let tag = TagView(phrase("Restated"), .warning)

  static let shownWeeks = 6
  static let shownChanges = 3

  /// Newest first.
  static func weeks(before week: ReportWeek?, _ clients: [Portfolio.Client]) -> [PortfolioWeek] {
    guard let week else { return [] }
    var told: [ReportWeek: [(client: Portfolio.Client, earlier: ReportRecord.Earlier?)]] = [:]
    for client in clients {
      guard let record = client.record else { continue }
      if record.week < week { told[record.week, default: []].append((client, nil)) }
      for earlier in record.earlier where earlier.week < week {
        told[earlier.week, default: []].append((client, earlier))
      }
    }
    return told.sorted { $1.key < $0.key }.prefix(shownWeeks).map { key, entries in
      PortfolioWeek(key, entries, of: clients.count)
    }
  }

  private init(
    _ week: ReportWeek, _ entries: [(client: Portfolio.Client, earlier: ReportRecord.Earlier?)], of clients: Int
  ) {
    let looked = entries.count { client, earlier in
      let attention = earlier == nil ? client.record?.attention : earlier?.attention
      return (attention ?? Attention.none) != Attention.none
    }
    label = week.label
    dates = Dates.range(week.window)
    counts = phrase(
      "{count} of {all} reported, {looked} needed a look",
      [
        "count": Quantity.count.text(entries.count), "all": Quantity.count.text(clients),
        "looked": Quantity.count.text(looked),
      ])
    let changes = entries.flatMap { client, earlier -> [String] in
      guard let currency = client.record?.currency else { return [] }
      return (earlier?.restated ?? []).map { Self.sentence($0, client.name, currency) }
    }
    let rest = changes.count - Self.shownChanges
    restated =
      Array(changes.prefix(Self.shownChanges))
      + (rest > 0 ? [phrase("{count} more figure.", "{count} more figures.", of: rest)] : [])
    hasRestated = !restated.isEmpty
  }

  private static func sentence(_ restated: Retrospect.Restated, _ client: String, _ currency: Currency) -> String {
    let words = RestatedWords(restated, currency: currency)
    return phrase(
      "{client}: {finding}",
      [
        "client": Names.breakable(client), "finding": "\(words.change). \(EarlierTables.shortened(words.causes))",
      ])
  }
}
