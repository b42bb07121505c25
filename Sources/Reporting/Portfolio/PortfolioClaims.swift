import Analysis
import Charting
import Vocabulary

/// What platforms claim of one client's orders: of the one whose claims go furthest beyond what is possible.
struct PortfolioClaims {
  static let anchor = "fig-reconcile"

  let file: DataFile
  let card: CardView

  /// Nil where no client's report of the week tells of claims.
  init?(_ portfolio: Portfolio, path: String) throws(ReportingError) {
    var told: [(name: String, claims: Reconciliation)] = []
    for client in portfolio.clients {
      guard let record = client.record, record.week == portfolio.week, let claims = record.reconciliation,
        !claims.channels.isEmpty
      else { continue }
      told.append((Names.breakable(client.name), claims))
    }
    // The first of equals is that which needs attention most.
    guard let first = told.first else { return nil }
    let shown = told.dropFirst().reduce(first) { Self.isFurther($1.claims, than: $0.claims) ? $1 : $0 }
    let figure = try Edition.draw(Self.chart(shown.name, shown.claims, isChosen: told.count > 1))
    file = DataFile(path: path, figure.numbers)
    card = CardView(figure, width: "w7", file: file)
  }

  private static func isFurther(_ claims: Reconciliation, than other: Reconciliation) -> Bool {
    (excess(claims), share(claims)) > (excess(other), share(other))
  }

  /// Claims beyond what is possible, in orders of the week.
  private static func excess(_ claims: Reconciliation) -> Double {
    claims.channels.reduce(0) { $0 + max(0, $1.claimed - Double(claims.most(of: $1))) } / Double(max(claims.orders, 1))
  }

  private static func share(_ claims: Reconciliation) -> Double { claims.claimed / Double(max(claims.orders, 1)) }

  private static func chart(_ client: String, _ claims: Reconciliation, isChosen: Bool) -> ClaimRanges {
    var subtitle = phrase("Conversions and orders by channel, {days}.", ["days": Dates.range(claims.window)])
    if excess(claims) > 0 { subtitle += " " + phrase("Over: claims beyond the most that is possible.") }
    var note = [
      phrase("At least: orders of customers whose recorded first source it is."),
      phrase("At most: with every order that has no recorded source."),
      phrase(
        "{count} order has no recorded source and counts for no channel.",
        "{count} orders have no recorded source and count for no channel.", of: claims.unsourced),
      phrase("Claims are compared here and never added up as sales."),
    ]
    if isChosen { note.append(phrase("Shown is the client whose claims go furthest beyond what is possible.")) }
    return ClaimRanges(
      head: FigureHead(
        id: anchor,
        title: phrase(
          "{client}: platforms claim {claimed} conversions; {count} order is recorded",
          "{client}: platforms claim {claimed} conversions; {count} orders are recorded", of: claims.orders,
          ["client": client, "claimed": Quantity.count.text(Int(min(claims.claimed.rounded(), 1e15)))]),
        subtitle: subtitle,
        name: phrase("Conversions and orders by channel: platform claims, analytics and records"),
        note: note.joined(separator: " ")),
      labels: ClaimRanges.Labels(
        row: phrase("Channel"), claim: phrase("Platform claims"), seen: phrase("Analytics"),
        recorded: phrase("Recorded"), range: phrase("Possible: at least to at most"), least: phrase("At least"),
        most: phrase("At most"), excess: phrase("Over")),
      rows: claims.channels.map { row in
        ClaimRanges.Row(
          row.channel.word, claim: row.claimed.rounded(), seen: row.seen.map { $0.rounded() },
          recorded: Charting.Estimate(
            Double(row.recorded), low: Double(row.recorded), high: Double(claims.most(of: row))))
      }, format: Quantity.count.chartFormat)
  }
}
