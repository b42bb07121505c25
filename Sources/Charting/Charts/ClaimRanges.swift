/// What a platform claims of each channel beside what others saw and recorded, over the range of what is possible: how
/// far do claims go beyond it?
package struct ClaimRanges: Chart {
  package struct Row: Sendable, Equatable {
    package let label: String
    package let claim: Double?
    /// What web analytics saw; nil where it says nothing.
    package let seen: Double?
    /// The recorded number, with the least and the most that is possible.
    package let recorded: Estimate

    package init(_ label: String, claim: Double?, seen: Double?, recorded: Estimate) {
      self.label = label
      self.claim = claim
      self.seen = seen
      self.recorded = recorded
    }

    /// How far the claim lies beyond the most that is possible; nil where it does not.
    var excess: Double? {
      guard let claim = finite(claim), let most = recorded.shownHigh, claim > most else { return nil }
      return claim - most
    }
  }

  /// What the marks and columns are called.
  package struct Labels: Sendable, Equatable {
    package let row: String
    package let claim: String
    package let seen: String
    package let recorded: String
    package let range: String
    package let least: String
    package let most: String
    /// Above the column of what is beyond.
    package let excess: String

    package init(
      row: String, claim: String, seen: String, recorded: String, range: String, least: String, most: String,
      excess: String
    ) {
      self.row = row
      self.claim = claim
      self.seen = seen
      self.recorded = recorded
      self.range = range
      self.least = least
      self.most = most
      self.excess = excess
    }
  }

  package let head: FigureHead
  package let labels: Labels
  package let rows: [Row]
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, labels: Labels, rows: [Row], format: ValueFormat, words: ChartWords = .current
  ) {
    self.head = head
    self.labels = labels
    self.rows = rows
    self.format = format
    self.words = words
  }

  /// More rows than this stand only in the data table.
  private static let most = 15

  package func draw() throws(ChartProblem) -> Figure {
    for (index, row) in rows.enumerated() { try row.recorded.check(figure: head.slug, row: index) }
    let numbers = NumbersTable(
      caption: head.name,
      columns: [.text(labels.row)]
        + [labels.claim, labels.seen, labels.recorded, labels.least, labels.most, labels.excess].map { .number($0) },
      rows: rows.map { row in
        [.text(row.label)]
          + [row.claim, row.seen, row.recorded.value, row.recorded.low, row.recorded.high, row.excess]
          .map { .number($0, format) }
      })
    let shown = Array(rows.prefix(Self.most))
    let known = shown.flatMap(values)
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    var key = [KeyItem(.symbol(.hollowDiamond, ink: "m"), labels.claim)]
    if shown.contains(where: { finite($0.seen) != nil }) {
      key.append(KeyItem(.symbol(.hollowDot, ink: "1"), labels.seen))
    }
    key.append(KeyItem(.symbol(.square, ink: "1"), labels.recorded))
    key.append(KeyItem(.area(classes: "fband"), labels.range))
    return Figure(
      head, key: key, body: ClaimRangesDrawing(chart: self, rows: shown, known: known).body, numbers: numbers,
      addedToSubtitle: [known.allSatisfy { $0 == 0 } ? words.allZero : ""],
      addedToNote: [
        Domain.clip(known) == nil ? "" : words.axisCut, words.onlySomeSentence(Self.most, of: rows.count),
      ])
  }

  private func values(_ row: Row) -> [Double] {
    [finite(row.claim), finite(row.seen), row.recorded.shownValue, row.recorded.shownLow, row.recorded.shownHigh]
      .compactMap { $0 }
  }

  package static let specimen = ClaimRanges(
    head: FigureHead(
      id: "fig-reconcile", title: "Northwind Outdoor: platforms claim 2,309 orders; the shop had 2,046",
      subtitle: "Orders by channel, 9–15 November 2026.",
      name: "Orders by channel: platform claims, analytics and the shop",
      note: "Claims are compared here and never added up as sales."),
    labels: Labels(
      row: "Channel", claim: "Platform claims", seen: "Analytics", recorded: "Shop, last touch",
      range: "Possible: at least to at most", least: "At least", most: "At most", excess: "Over"),
    rows: [
      Row("Paid search", claim: 812, seen: 571, recorded: Estimate(534, low: 412, high: 668)),
      Row("Email", claim: 486, seen: 322, recorded: Estimate(341, low: 236, high: 455)),
      Row("Paid social", claim: 640, seen: 214, recorded: Estimate(176, low: 121, high: 298)),
      Row("Affiliates", claim: 182, seen: 131, recorded: Estimate(128, low: 92, high: 171)),
      Row("Display", claim: 148, seen: 38, recorded: Estimate(22, low: 11, high: 61)),
      Row("TikTok", claim: 41, seen: 9, recorded: Estimate(7, low: 4, high: 15)),
    ],
    format: ValueFormat(.count))
}
