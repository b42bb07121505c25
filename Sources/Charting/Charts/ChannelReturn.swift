/// Return per unit of spend by channel, in the cells of a table: dot and interval, what the platform claims as a hollow
/// diamond, and a rule where the money comes back. Which channels pay back?
///
/// Log scale (each step doubles) unless something shown is zero or less. A channel without an estimate keeps its row.
package struct ChannelReturn: Chart {
  package enum Tone: String, Sendable, Equatable {
    case good = "g"
    case bad = "b"
    case open = "i2"
  }

  package struct Row: Sendable, Equatable {
    package let channel: String
    package let estimate: Estimate
    /// What the ad platform reports of itself.
    package let claim: Double?
    package let tone: Tone
    /// Over the dot, as rounded as the interval asks for; empty: in the chart's format.
    package let label: String
    /// Shown in place of the plot when there is no estimate, such as "5 of the 8 weeks needed".
    package let emptyReason: String

    package init(
      _ channel: String, _ estimate: Estimate, claim: Double?, tone: Tone, label: String = "", emptyReason: String = ""
    ) {
      self.channel = channel
      self.estimate = estimate
      self.claim = claim
      self.tone = tone
      self.label = label
      self.emptyReason = emptyReason
    }
  }

  package struct Reference: Sendable, Equatable {
    package let value: Double
    /// With the value: "Break-even £1.82".
    package let label: String

    package init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// The plot column of a table that the caller lays out: all parts share one scale. Escaped SVG.
  package struct Column: Sendable, Equatable {
    package let header: String
    /// One per row, in the order given.
    package let cells: [String]
    package let isLogarithmic: Bool
  }

  package let head: FigureHead
  package let channelHeading: String
  package let valueHeading: String
  package let claimHeading: String
  package let estimateLabel: String
  package let rows: [Row]
  package let reference: Reference?
  /// "90%"
  package let level: String
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, channelHeading: String, valueHeading: String, claimHeading: String, estimateLabel: String,
    rows: [Row], reference: Reference?, level: String, format: ValueFormat, words: ChartWords = .current
  ) {
    self.head = head
    self.channelHeading = channelHeading
    self.valueHeading = valueHeading
    self.claimHeading = claimHeading
    self.estimateLabel = estimateLabel
    self.rows = rows
    self.reference = reference
    self.level = level
    self.format = format
    self.words = words
  }

  package func column() throws(ChartProblem) -> Column {
    for (index, row) in rows.enumerated() { try row.estimate.check(figure: head.slug, row: index) }
    let drawing = ReturnColumn(chart: self)
    return Column(
      header: drawing.header, cells: rows.map { drawing.cell($0) }, isLogarithmic: drawing.isLogarithmic)
  }

  /// More rows than this stand only in the data table of a figure.
  private static let most = 15

  /// A whole table of two columns. A page that has more to say per channel takes `column()` and lays out its own.
  package func draw() throws(ChartProblem) -> Figure {
    let column = try column()
    let numbers = NumbersTable(
      caption: head.name,
      columns: [
        .text(channelHeading), .number(valueHeading), .number("\(level) \(words.lowHeading)"),
        .number("\(level) \(words.highHeading)"), .number(claimHeading),
      ],
      rows: rows.map { row in
        [.text(row.channel)] + NumbersTable.Cell.interval(row.estimate, format) + [.number(row.claim, format)]
      })
    guard !rows.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    var key = [KeyItem(.interval(ink: "i2"), estimateLabel)]
    if rows.contains(where: { finite($0.claim) != nil }) {
      key.append(KeyItem(.symbol(.hollowDiamond, ink: "m"), claimHeading))
    }
    if let reference { key.append(KeyItem(.line(classes: "ref"), reference.label)) }
    return Figure(
      head, key: key, body: table(column), numbers: numbers,
      addedToSubtitle: column.isLogarithmic ? [words.doubling] : [],
      addedToNote: [words.onlySomeSentence(Self.most, of: rows.count)])
  }

  private func table(_ column: Column) -> String {
    var body = ""
    for (row, cell) in zip(rows, column.cells).prefix(Self.most) {
      body +=
        "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">\(Element.escape(words.named(row.channel)))</th>"
        + "<td role=\"cell\" class=\"cell-plot\">\(cell)</td></tr>"
    }
    return "<table class=\"rows\" role=\"table\"><caption class=\"vh\">\(Element.escape(head.name))</caption>"
      + "<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">"
      + "\(Element.escape(channelHeading))</th><th role=\"columnheader\" scope=\"col\" class=\"cell-plot\">"
      + "\(Element.escape(valueHeading))\(column.header)</th></tr></thead>"
      + "<tbody role=\"rowgroup\">\(body)</tbody></table>"
  }

  package static let specimen = ChannelReturn(
    head: FigureHead(
      id: "fig-roi", title: "Paid search, affiliates and email pay back. Display does not",
      subtitle: "Revenue per £1 of spend, 12 weeks to 15 November 2026, ordered by spend.",
      name: "Revenue per £1 of spend by channel, with 90% intervals",
      note: "An interval is the range we would expect 9 times in 10. Break-even assumes a 55% gross margin."),
    channelHeading: "Channel", valueHeading: "Revenue back per £1 of spend",
    claimHeading: "What the ad platform reports", estimateLabel: "Our estimate, with 90% interval",
    rows: [
      Row("Paid search", Estimate(4.6, low: 3.9, high: 5.3), claim: 6.1, tone: .good),
      Row("Paid social", Estimate(1.9, low: 1.2, high: 2.7), claim: 4.4, tone: .open),
      Row("Display", Estimate(1.1, low: 0.6, high: 1.6), claim: 2.9, tone: .bad),
      Row("Affiliates", Estimate(3.2, low: 2.4, high: 4.1), claim: 3.4, tone: .good),
      Row("Email", Estimate(9.4, low: 7.1, high: 12), claim: 11.8, tone: .good),
      Row("TikTok", Estimate(nil), claim: nil, tone: .open, emptyReason: "Not enough data: 5 of the 8 weeks needed"),
    ],
    reference: Reference(1.82, "Break-even £1.82"), level: "90%",
    format: ValueFormat(.money("GBP"), .decimals(1)))
}
