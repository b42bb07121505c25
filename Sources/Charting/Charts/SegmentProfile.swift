/// One panel per segment with bars to both sides of the average customer (100): what makes the groups differ?
package struct SegmentProfile: Chart {
  package struct Segment: Sendable, Equatable {
    package let name: String
    /// Such as "4,210 customers, 18% of all".
    package let size: String
    /// One index per measure, average = 100; nil where unknown.
    package let indices: [Double?]

    package init(_ name: String, size: String, _ indices: [Double?]) {
      self.name = name
      self.size = size
      self.indices = indices
    }
  }

  package let head: FigureHead
  package let segmentHeading: String
  package let measures: [String]
  package let segments: [Segment]
  package let words: ChartWords
  package let format: ValueFormat

  package init(
    head: FigureHead, segmentHeading: String, measures: [String], segments: [Segment],
    format: ValueFormat = ValueFormat(.plain, .decimals(0)), words: ChartWords = .current
  ) {
    self.head = head
    self.segmentHeading = segmentHeading
    self.measures = measures
    self.segments = segments
    self.format = format
    self.words = words
  }

  private static let average = 100.0
  /// An index past this is cut off with an arrow.
  private static let limit = 220.0
  /// More panels than this stand only in the data table.
  private static let most = 24

  package func draw() throws(ChartProblem) -> Figure {
    for segment in segments where segment.indices.count != measures.count {
      throw .lengthMismatch(
        figure: head.slug, what: "a segment", found: segment.indices.count, expected: measures.count)
    }
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(segmentHeading)] + measures.map { .number($0) },
      rows: segments.map { segment in [.text(segment.name)] + segment.indices.map { .number($0, format) } })
    guard segments.contains(where: { $0.indices.contains { finite($0) != nil } }) else {
      return .empty(head, words: words, numbers: numbers)
    }
    let shown = segments.prefix(Self.most)
    let panels = shown.enumerated().map(panel).joined()
    let isCut = segments.contains { $0.indices.contains { finite($0) ?? 0 > Self.limit } }
    return Figure(
      head, body: "<div class=\"panels\">\(panels)</div>", numbers: numbers,
      addedToNote: [isCut ? words.axisCut : "", words.onlySomeSentence(Self.most, of: segments.count)])
  }

  private func panel(_ index: Int, _ segment: Segment) -> String {
    let part = "-\(index + 1)"
    let panelHead = FigureHead(
      id: head.id, title: "", subtitle: "", name: "\(segment.name): \(head.name)")
    let svg = Frame.fluid(
      panelHead, description: spoken(segment), height: rowHeight * Double(measures.count),
      left: (labels.map(\.width).max() ?? 0) + 14, right: numberWidth + 8, part: part,
      marks(segment))
    return "<div class=\"panel\"><h4>\(Element.escape(segment.name))</h4>"
      + "<p class=\"panel-size\">\(Element.escape(segment.size))</p>\(svg)</div>"
  }

  private func marks(_ segment: Segment) -> [Element] {
    // Room left of the shortest bar for its number.
    let known = segments.flatMap { $0.indices.compactMap(finite) }
    let least = min(known.min() ?? 0, Self.average)
    let high = min(max(known.max() ?? 0, 110), Self.limit)
    let scale = ValueScale.linear(low: least - (high - least) * 0.24, high: high)
    let centre = scale.percent(Self.average)
    let (rowHeight, labels) = (rowHeight, labels)
    let height = rowHeight * Double(measures.count)
    var marks: [Element] = []
    for (row, value) in segment.indices.enumerated() {
      let top = Double(row) * rowHeight
      let middle = top + rowHeight / 2
      marks += Label.band(labels[row], name: measures[row], y: middle, class: "")
      guard let value = finite(value) else {
        marks.append(Label.text(NumberFormat.missing, x: .percent(centre), y: middle + 4, dx: 6, class: "dim"))
        continue
      }
      let isAbove = value >= Self.average
      let end = scale.clamped(value)
      let text = format.text(value)
      let hover = "\(segment.name), \(measures[row]): \(text)"
      if value == Self.average {
        marks.append(Bar.stub(at: centre, y: top + 6, height: rowHeight - 12, class: "f1", hover: hover))
      } else {
        marks.append(
          Bar.horizontal(
            from: centre, to: end, y: top + 6, height: rowHeight - 12, class: isAbove ? "f1" : "f2", hover: hover))
      }
      if isAbove {
        let words = value > Self.limit ? "▶ " + text : text
        marks.append(Label.text(words, x: .percent(end), y: middle + 4, dx: 6, class: "lab"))
      } else {
        // In a narrow panel the number would run into the names: it moves to the far side of the average.
        marks.append(Label.text(text, x: .percent(end), y: middle + 4, dx: -6, anchor: .end, class: "lab t5"))
        marks.append(Label.text(text, x: .percent(centre), y: middle + 4, dx: 6, class: "lab n5"))
      }
    }
    return marks + [Rule.vertical(centre, from: -2, to: height + 2, class: "ref")]
  }

  private var labels: [BandLabel] { measures.map { BandLabel(words.named($0)) } }

  /// Room for a second line where a name needs one.
  private var rowHeight: Double {
    let labels = labels
    return labels.contains { $0.lines.count > 1 } ? BandLabel.rowHeight(labels, least: 32) : 26
  }

  /// Of the widest number right of the average.
  private var numberWidth: Double {
    let above = segments.flatMap { $0.indices.compactMap(finite) }.filter { $0 >= Self.average }
    return above.map { TextWidth.of(($0 > Self.limit ? "▶ " : "") + format.text($0)) }.max() ?? 0
  }

  private func spoken(_ segment: Segment) -> String {
    let parts = zip(measures, segment.indices).map { "\($0) \(format.text($1))" }
    return parts.joined(separator: ", ") + "; \(words.average) = 100."
  }

  package static let specimen = SegmentProfile(
    head: FigureHead(
      id: "fig-segments", title: "Regulars order twice as often as the average customer",
      subtitle: "Average customer = 100 (dotted line). Blue: above average. Orange: below.",
      name: "how this segment differs from the average customer",
      note: "Segments come from a six-group mixture model on 23,890 customers."),
    segmentHeading: "Segment", measures: ["Orders a year", "Recent visits", "Basket size", "Risk of leaving"],
    segments: [
      Segment("Regulars", size: "4,210 customers, 18% of all", [210, 171, 118, 62]),
      Segment("Big-basket occasionals", size: "2,890 customers, 12% of all", [74, 84, 214, 80]),
      Segment("New this quarter", size: "3,640 customers, 15% of all", [62, 130, 92, 92]),
      Segment("Sale shoppers", size: "5,120 customers, 21% of all", [140, 110, 61, 90]),
      Segment("Slipping away", size: "3,970 customers, 17% of all", [58, 48, 88, 150]),
      Segment("One and done", size: "4,060 customers, 17% of all", [30, 48, nil, 310]),
    ])
}
