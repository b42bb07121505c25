/// Who is leaving? One row each with the probability as a bar, highest first, in a table. At most 50 rows; the names are
/// the caller's, masked where privacy asks for it.
package struct RiskList: Chart {
  package struct Row: Sendable, Equatable {
    package let name: String
    /// Small, beneath the name; empty for none.
    package let detail: String
    /// A share of 1 with its interval.
    package let risk: Estimate

    package init(_ name: String, detail: String = "", _ risk: Estimate) {
      self.name = name
      self.detail = detail
      self.risk = risk
    }
  }

  package let head: FigureHead
  package let nameHeading: String
  package let riskHeading: String
  package let rows: [Row]
  /// Shares at which the bars are marked: the ends of the bands, or the cut-off in use.
  package let marks: [Double]
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, nameHeading: String, riskHeading: String, rows: [Row], marks: [Double] = [],
    format: ValueFormat = ValueFormat(.percent, .decimals(0)), words: ChartWords = .current
  ) {
    self.head = head
    self.nameHeading = nameHeading
    self.riskHeading = riskHeading
    self.rows = rows
    self.marks = marks
    self.format = format
    self.words = words
  }

  private static let most = 50

  package func draw() throws(ChartProblem) -> Figure {
    for (index, row) in rows.enumerated() { try row.risk.check(figure: head.slug, row: index) }
    let sorted = rows.enumerated().sorted {
      ($1.element.risk.shownValue ?? -1, $0.offset) < ($0.element.risk.shownValue ?? -1, $1.offset)
    }.map(\.element)
    let numbers = NumbersTable(
      caption: head.name,
      columns: [.text(nameHeading), .number(riskHeading), .number(words.lowHeading), .number(words.highHeading)],
      rows: sorted.map { row in
        [.text(row.name)] + NumbersTable.Cell.interval(row.risk, format)
      })
    let known = sorted.filter { $0.risk.shownValue != nil }
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    guard known.allSatisfy({ (0...1).contains($0.risk.shownValue ?? 0) }) else {
      return Figure(head, body: Frame.empty(words.noData, words.noShare), numbers: numbers, hasDrawing: false)
    }
    let missing = sorted.filter { $0.risk.shownValue == nil }.map(\.name)
    return Figure(
      head, body: table(known.prefix(Self.most)), numbers: numbers,
      addedToSubtitle: [known.allSatisfy { $0.risk.shownValue == 0 } ? words.allZero : ""],
      addedToNote: [
        words.missingSentence(missing),
        words.onlySomeSentence(Self.most, of: known.count),
      ])
  }

  /// The bars alone, in the order of the rows, for a table that the caller lays out. Escaped SVG.
  package func column() throws(ChartProblem) -> [String] {
    for (index, row) in rows.enumerated() { try row.risk.check(figure: head.slug, row: index) }
    return rows.map { row in
      guard let risk = row.risk.shownValue, (0...1).contains(risk) else { return Element.escape(words.noData) }
      return cell(row)
    }
  }

  private func table(_ shown: ArraySlice<Row>) -> String {
    let body = shown.map { row -> String in
      let name =
        Element.escape(words.named(row.name))
        + (row.detail.isEmpty ? "" : Element("span", class: "small").text(row.detail).markup)
      return "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">\(name)</th>"
        + "<td role=\"cell\" class=\"cell-plot\">\(cell(row))</td></tr>"
    }.joined()
    return "<table class=\"rows\" role=\"table\"><caption class=\"vh\">\(Element.escape(head.name))</caption>"
      + "<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">"
      + "\(Element.escape(nameHeading))</th><th role=\"columnheader\" scope=\"col\" class=\"cell-plot\">"
      + "\(Element.escape(riskHeading))</th></tr></thead><tbody role=\"rowgroup\">\(body)</tbody></table>"
  }

  private func cell(_ row: Row) -> String {
    let scale = ValueScale.linear(low: 0, high: 1)
    let value = row.risk.shownValue ?? 0
    var drawn = [Element("rect", class: "ft").at(["x": 0, "y": 9, "width": .percent(100), "height": 10, "rx": 2])]
    drawn.append(
      value == 0
        ? Bar.stub(at: 0, y: 9, height: 10, class: "f2", hover: nil)
        : Bar.horizontal(from: 0, to: value * 100, y: 9, height: 10, class: "f2"))
    drawn += marks.filter { (0...1).contains($0) }.map { Rule.vertical($0 * 100, from: 5, to: 23, class: "ref") }
    if row.risk.shownLow != nil || row.risk.shownHigh != nil {
      drawn.append(Element("g", class: "slim").adding(IntervalMark.line(row.risk, on: scale, y: 14, ink: "i")))
    }
    drawn.append(Label.text(format.text(value), x: .percent(100), y: 18, dx: 8, class: "b"))
    let svg = Element("svg", class: "f").set("role", "img").set("aria-label", spoken(row)).set("width", "100%")
      .at(["height": 28]).set("overflow", "visible").adding(drawn)
    return Element("div", class: "plot gr-48").adding(svg).markup
  }

  private func spoken(_ row: Row) -> String {
    let start = "\(row.name): \(format.text(row.risk.value))"
    guard row.risk.shownLow != nil || row.risk.shownHigh != nil else { return start }
    func bound(_ value: Double?) -> String { value.map(format.text) ?? words.unknownBound }
    return start + ", \(bound(row.risk.shownLow))\u{2013}\(bound(row.risk.shownHigh))"
  }

  package static let specimen = RiskList(
    head: FigureHead(
      id: "fig-risk", title: "Six regulars are more likely to leave than to stay",
      subtitle: "Chance of no order in the next 90 days, with 90% interval. Dotted: the cut-off in use.",
      name: "Chance of leaving by customer"),
    nameHeading: "Customer", riskHeading: "Chance of leaving in 90 days",
    rows: [
      Row("C-4e81", detail: "Regulars, last order 61 days ago", Estimate(0.82, low: 0.74, high: 0.88)),
      Row("C-b07a", detail: "Big-basket occasionals", Estimate(0.71, low: 0.6, high: 0.8)),
      Row("C-1190", detail: "Regulars", Estimate(0.66, low: 0.52, high: nil)),
      Row("C-93fd", detail: "New this quarter", Estimate(0.53, low: 0.41, high: 0.66)), Row("C-6c22", Estimate(0.4)),
      Row("C-0d5b", detail: "Only one order", Estimate(nil)),
    ],
    marks: [0.5])
}
