/// The same share by several methods, one lane for each: do the methods agree?
package struct MethodDots: Chart {
  package struct Row: Sendable, Equatable {
    package let label: String
    /// One per method, nil where a method says nothing.
    package let values: [Double?]

    package init(_ label: String, _ values: [Double?]) {
      self.label = label
      self.values = values
    }
  }

  package let head: FigureHead
  package let rowHeading: String
  /// At most eight; their shapes and colours follow this order.
  package let methods: [String]
  package let rows: [Row]
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, rowHeading: String, methods: [String], rows: [Row], format: ValueFormat,
    words: ChartWords = .current
  ) {
    self.head = head
    self.rowHeading = rowHeading
    self.methods = methods
    self.rows = rows
    self.format = format
    self.words = words
  }

  /// Hollow first, so that neighbours differ in more than outline.
  private static let symbols: [Symbol] = [
    .hollowDot, .diamond, .square, .triangle, .dot, .hollowDiamond, .hollowSquare, .hollowTriangle,
  ]
  /// More rows than this stand only in the data table.
  private static let most = 15
  private static let inks = ["m", "2", "1", "3", "4", "5", "6", "8"]

  package func draw() throws(ChartProblem) -> Figure {
    guard methods.count <= 8 else {
      throw .tooMany(figure: head.slug, what: "methods", found: methods.count, most: 8)
    }
    for row in rows where row.values.count != methods.count {
      throw .lengthMismatch(figure: head.slug, what: "a row", found: row.values.count, expected: methods.count)
    }
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(rowHeading)] + methods.map { .number($0) },
      rows: rows.map { row in [.text(row.label)] + row.values.map { .number($0, format) } })
    let known = shown.flatMap { $0.values.compactMap(finite) }
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    let key = methods.enumerated().map {
      KeyItem(.symbol(Self.symbols[$0.offset], ink: Self.inks[$0.offset]), $0.element)
    }
    return Figure(
      head, key: key, body: drawing(known), numbers: numbers,
      addedToSubtitle: [known.allSatisfy { $0 == 0 } ? words.allZero : ""],
      addedToNote: [
        Domain.clip(known) == nil ? "" : words.axisCut, words.onlySomeSentence(Self.most, of: rows.count),
      ])
  }

  private var shown: ArraySlice<Row> { rows.prefix(Self.most) }

  private func drawing(_ known: [Double]) -> String {
    let limit = Domain.clip(known) ?? .infinity
    var (low, high) = Domain.withZero(known.filter { abs($0) <= limit })
    (low, high) = Ticks.nice(low, high, count: 4)
    let scale = ValueScale.linear(low: low, high: high)
    let ticks = Ticks.linear(low, high, count: 4)
    let labels = format.ticks(ticks)
    let names = shown.map { BandLabel(words.named($0.label)) }
    let left = (names.map(\.width).max() ?? 0) + 14
    let right = (labels.last.map(TextWidth.of) ?? 0) / 2 + 4
    let rowHeight = BandLabel.rowHeight(names, least: 14 + 10 * Double(methods.count))
    let height = rowHeight * Double(shown.count)
    var marks = Axis.across(
      ticks, labels: labels, on: scale, top: 0, bottom: height, narrowest: Frame.narrowest(left: left, right: right))
    for (index, row) in shown.enumerated() {
      let middle = (Double(index) + 0.5) * rowHeight
      marks += Label.band(names[index], name: row.label, y: middle)
      marks.append(Rule.horizontal(middle + rowHeight / 2, class: "g"))
      for (method, value) in row.values.enumerated() {
        guard let value = finite(value) else { continue }
        let y = middle + (Double(method) - Double(methods.count - 1) / 2) * 10
        let hover = "\(row.label), \(methods[method]): \(format.text(value))"
        if abs(value) > limit {
          let right = value > 0
          marks.append(IntervalMark.arrow(at: right ? 100 : 0, y: y, pointsRight: right, ink: Self.inks[method]))
          marks.append(
            Label.text(
              format.text(value), x: .percent(right ? 100 : 0), y: y + 4, dx: right ? -14 : 14,
              anchor: right ? .end : .start, class: "b halo"))
        } else {
          marks.append(
            Self.symbols[method].mark(x: .percent(scale.percent(value)), y: y, ink: Self.inks[method], hover: hover))
        }
      }
    }
    return Frame.fluid(head, description: spoken, height: height + 24, left: left, right: right, marks)
  }

  private var spoken: String {
    shown.map { row in
      let parts = zip(methods, row.values).map { "\($0) \(format.text($1))" }
      return "\(row.label): \(parts.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  package static let specimen = MethodDots(
    head: FigureHead(
      id: "fig-attribution", title: "Last click credits paid social with twice what the model does",
      subtitle: "Share of revenue credited to each channel, by method, 12 weeks to 15 November 2026.",
      name: "Share of revenue credited to each channel by three methods",
      note: "The rest, to 100%, is direct and organic. The methods answer different questions."),
    rowHeading: "Channel", methods: ["Last click", "Data-driven", "Marketing-mix model"],
    rows: [
      Row("Paid search", [0.34, 0.31, 0.29]), Row("Email", [0.12, 0.17, 0.19]),
      Row("Paid social", [0.22, 0.15, 0.10]), Row("Affiliates", [0.09, 0.06, 0.05]),
      Row("Display", [0.08, 0.04, 0.02]),
    ],
    format: ValueFormat(.percent))
}
