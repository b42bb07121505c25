/// One panel per channel: what another unit of spend brings. The curve with its range, dashed past the most that was
/// ever spent, where spend stands now and where it might go: where does the next pound work?
package struct ResponseCurves: Chart {
  package struct Point: Sendable, Equatable {
    package let spend: Double
    package let response: Estimate

    package init(_ spend: Double, _ response: Estimate) {
      self.spend = spend
      self.response = response
    }
  }

  package struct Panel: Sendable, Equatable {
    package let channel: String
    /// What to do: "Spend £2k more a week".
    package let action: String
    /// In order of spend; empty for a channel that was never spent on.
    package let points: [Point]
    /// The most that was spent in one period.
    package let mostSpent: Double
    package let now: Double?
    package let suggested: Double?
    /// The data do not tell any curve from another.
    package let hasNoSignal: Bool

    package init(
      _ channel: String, action: String, points: [Point], mostSpent: Double, now: Double? = nil,
      suggested: Double? = nil, hasNoSignal: Bool = false
    ) {
      self.channel = channel
      self.action = action
      self.points = points
      self.mostSpent = mostSpent
      self.now = now
      self.suggested = suggested
      self.hasNoSignal = hasNoSignal
    }
  }

  package let head: FigureHead
  package let channelHeading: String
  package let spendHeading: String
  package let responseHeading: String
  package let panels: [Panel]
  package let spendFormat: ValueFormat
  package let responseFormat: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, channelHeading: String, spendHeading: String, responseHeading: String, panels: [Panel],
    spendFormat: ValueFormat, responseFormat: ValueFormat, words: ChartWords = .current
  ) {
    self.head = head
    self.channelHeading = channelHeading
    self.spendHeading = spendHeading
    self.responseHeading = responseHeading
    self.panels = panels
    self.spendFormat = spendFormat
    self.responseFormat = responseFormat
    self.words = words
  }

  private static let most = 24

  package func draw() throws(ChartProblem) -> Figure {
    for (index, panel) in panels.enumerated() {
      for point in panel.points { try point.response.check(figure: head.slug, row: index) }
    }
    let numbers = NumbersTable(
      caption: head.name,
      columns: [
        .text(channelHeading), .number(spendHeading), .number(responseHeading), .number(words.lowHeading),
        .number(words.highHeading),
      ],
      rows: panels.flatMap { panel in
        panel.points.map { point in
          [.text(panel.channel), .number(point.spend, spendFormat)]
            + NumbersTable.Cell.interval(point.response, responseFormat)
        }
      })
    let drawn = panels.compactMap { CurvePanel($0, of: self) }
    let never = panels.filter { $0.points.isEmpty }.map(\.channel)
    let neverSentence =
      never.isEmpty
      ? ""
      : ChartWords.fill(
        words.neverSpent,
        never.prefix(5).joined(separator: ", ")
          + (never.count > 5 ? ", +\(never.count - 5)" : ""))
    let shown = drawn.prefix(Self.most)
    guard !shown.isEmpty else {
      let body = Frame.empty(words.notEnoughData, never.isEmpty ? words.nothingToDraw : neverSentence)
      return Figure(head, body: body, numbers: numbers, hasDrawing: false)
    }
    let body = shown.enumerated().map { $0.element.markup(part: "-\($0.offset + 1)") }.joined()
    var key = [KeyItem(.line(classes: "ln s1"), words.spentSoFar)]
    if shown.contains(where: \.goesBeyond) { key.append(KeyItem(.line(classes: "ln s1 dash1"), words.beyondData)) }
    if shown.contains(where: \.showsNow) { key.append(KeyItem(.symbol(.dot, ink: "i"), words.latestHeading)) }
    if shown.contains(where: \.showsSuggestion) {
      key.append(KeyItem(.symbol(.hollowDiamond, ink: "i"), words.suggested))
    }
    return Figure(
      head, key: key, body: "<div class=\"panels\">\(body)</div>", numbers: numbers,
      addedToNote: [
        neverSentence,
        words.onlySomeSentence(Self.most, of: drawn.count),
      ])
  }

  package static let specimen: ResponseCurves = {
    func curve(_ ceiling: Double, _ half: Double, _ end: Double, _ doubt: Double) -> [Point] {
      (0...12).map { step in
        let spend = end * Double(step) / 12
        let value = ceiling * spend / (half + spend)
        return Point(spend, Estimate(value, low: value * (1 - doubt), high: value * (1 + doubt)))
      }
    }
    return ResponseCurves(
      head: FigureHead(
        id: "fig-response", title: "Affiliates can take more; paid social is past its best",
        subtitle: "Revenue a week by spend a week. The band holds the curve 9 times in 10.",
        name: "Revenue by spend"),
      channelHeading: "Channel", spendHeading: "Spend a week", responseHeading: "Revenue a week",
      panels: [
        Panel(
          "Paid search", action: "Keep spending £7k", points: curve(62_000, 5_200, 12_000, 0.15), mostSpent: 9_000,
          now: 7_000, suggested: 7_000),
        Panel(
          "Affiliates", action: "Spend £2k more", points: curve(40_000, 9_000, 8_000, 0.25), mostSpent: 4_000,
          now: 2_500, suggested: 4_500),
        Panel(
          "Paid social", action: "Spend £3k less", points: curve(14_000, 2_000, 10_000, 0.4), mostSpent: 10_000,
          now: 8_000, suggested: 5_000),
        Panel(
          "Display", action: "Hold still", points: curve(6_000, 900, 5_000, 1), mostSpent: 5_000, hasNoSignal: true),
        Panel("Podcasts", action: "", points: [], mostSpent: 0),
      ],
      spendFormat: ValueFormat(.money("GBP")), responseFormat: ValueFormat(.money("GBP")))
  }()
}
