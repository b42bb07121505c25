/// The last weeks of one figure on its usual range: is this normal? 34 px high, no words of its own.
///
/// Fewer than four values draw nothing. Without a range the end dot stays grey.
package struct Sparkline: Chart {
  package enum Tone: String, Sendable, Equatable {
    /// Outside the usual range on the good side.
    case good = "g"
    case bad = "b"
    case usual = "m"
  }

  package let head: FigureHead
  /// Evenly spaced, oldest first; nil is a gap.
  package let values: [Double?]
  /// Names of the same length, for the table.
  package let periods: [String]
  package let usualRange: Estimate?
  package let tone: Tone
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, values: [Double?], periods: [String], usualRange: Estimate?, tone: Tone, format: ValueFormat,
    words: ChartWords = .current
  ) {
    self.head = head
    self.values = values
    self.periods = periods
    self.usualRange = usualRange
    self.tone = tone
    self.format = format
    self.words = words
  }

  package func draw() throws(ChartProblem) -> Figure {
    guard periods.count == values.count else {
      throw .lengthMismatch(figure: head.slug, what: "periods", found: periods.count, expected: values.count)
    }
    try usualRange?.check(figure: head.slug, row: 0)
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(""), .number(head.name)],
      rows: zip(periods, values).map { [.text($0), .number($1, format)] })
    let known = values.compactMap(finite)
    guard known.count >= 4 else { return Figure(head, body: "", numbers: numbers, hasDrawing: false) }
    return Figure(head, body: drawing(known), numbers: numbers)
  }

  private static let height = 34.0

  private func drawing(_ known: [Double]) -> String {
    let band = [usualRange?.shownLow, usualRange?.shownHigh].compactMap { $0 }
    let (low, high) = Domain.around(known + band)
    let room = (high - low) * 0.12
    let scale = ValueScale.linear(low: low - room, high: high + room)
    func y(_ value: Double) -> Double { 100 - scale.percent(value) }
    let step = 100 / Double(values.count - 1)
    let points = values.enumerated().map { index, value in finite(value).map { (Double(index) * step, y($0)) } }
    var marks: [Element] = []
    if let low = usualRange?.shownLow, let high = usualRange?.shownHigh {
      let top = y(high) / 100 * Self.height
      marks.append(
        Element("rect", class: "ft").at([
          "x": 0, "y": .pixels(top), "width": .percent(100), "height": .pixels(y(low) / 100 * Self.height - top),
          "rx": 2,
        ]))
    }
    marks.append(StretchedPath.box(top: 0, height: Self.height, [StretchedPath.line(points, class: "thin sm")]))
    let ink = usualRange == nil ? Tone.usual : tone
    if let index = points.lastIndex(where: { $0 != nil }), let last = points[index] {
      marks.append(
        Symbol.dot.mark(x: .percent(last.0), y: last.1 / 100 * Self.height, ink: ink.rawValue, radius: 4))
    }
    let svg = Element("svg", class: "f").set("role", "img").set("aria-label", head.description ?? spoken(known))
      .set("width", "100%").at(["height": .pixels(Self.height)]).set("overflow", "visible").adding(marks)
    return Element("div", class: "plot spark gr-12").adding(svg).markup
  }

  private func spoken(_ known: [Double]) -> String {
    var facts = [head.name + ", " + format.range(known.min(), known.max())]
    if let range = usualRange {
      facts.append(ChartWords.fill(words.usually, format.interval(range.low, range.high)))
    }
    facts.append(ChartWords.fill(words.latest, format.text(known.last)))
    return facts.joined(separator: "; ")
  }

  package static let specimen = Sparkline(
    head: FigureHead(
      id: "spark-revenue", title: "Revenue", subtitle: "Per week, last 13 weeks.", name: "Revenue, last 13 weeks"),
    values: [157.5, 163, 168.4, 171.9, nil, 162.3, 169.8, 165.1, 172.6, 169, 175.8, 173.1, 184.2].map {
      $0.map { $0 * 1_000 }
    },
    periods: (34...46).map { "Week \($0)" }, usualRange: Estimate(nil, low: 158_000, high: 181_000), tone: .good,
    format: ValueFormat(.money("GBP")))
}
