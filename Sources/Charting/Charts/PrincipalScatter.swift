/// Customers on the two directions in which they differ most, by segment: are the segments apart? More than 400 points
/// are gathered in a grid, where the area of a mark tells how many it stands for.
package struct PrincipalScatter: Chart {
  package struct Point: Sendable, Equatable {
    package let x: Double
    package let y: Double
    /// Index into `segments`.
    package let segment: Int

    package init(_ x: Double, _ y: Double, segment: Int) {
      self.x = x
      self.y = y
      self.segment = segment
    }
  }

  package let head: FigureHead
  /// At most eight.
  package let segments: [String]
  package let points: [Point]
  package let xLabel: String
  package let yLabel: String
  package let segmentHeading: String
  package let words: ChartWords
  package let format: ValueFormat

  package init(
    head: FigureHead, segmentHeading: String, segments: [String], points: [Point], xLabel: String, yLabel: String,
    format: ValueFormat = ValueFormat(.plain), words: ChartWords = .current
  ) {
    self.head = head
    self.segmentHeading = segmentHeading
    self.segments = segments
    self.points = points
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.format = format
    self.words = words
  }

  private static let top = 24.0
  private static let height = 300.0
  private static let right = 20.0

  package func draw() throws(ChartProblem) -> Figure {
    guard segments.count <= 8 else {
      throw .tooMany(figure: head.slug, what: "segments", found: segments.count, most: 8)
    }
    if let stray = points.first(where: { !segments.indices.contains($0.segment) }) {
      throw .tooMany(figure: head.slug, what: "segments", found: stray.segment + 1, most: segments.count)
    }
    let known = points.filter { $0.x.isFinite && $0.y.isFinite }
    let numbers = table(known)
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    let present = segments.indices.filter { index in known.contains { $0.segment == index } }
    let key = present.map { KeyItem(.symbol(Symbol.nth($0), ink: "\($0 + 1)"), segments[$0]) }
    let left = points.count - known.count
    return Figure(
      head, key: key, body: drawing(known), numbers: numbers,
      addedToNote: [
        known.count > PointGrid.most ? words.manyPoints : "",
        left > 0 ? ChartWords.fill(words.missingRows, "\(left)") : "",
      ])
  }

  /// Per segment, because single customers are nobody's business here.
  private func table(_ known: [Point]) -> NumbersTable {
    let rows = segments.indices.map { index -> [NumbersTable.Cell] in
      let own = known.filter { $0.segment == index }
      let count = Double(own.count)
      let x = own.isEmpty ? nil : own.map(\.x).reduce(0, +) / count
      let y = own.isEmpty ? nil : own.map(\.y).reduce(0, +) / count
      return [.text(segments[index]), .count(own.count), .number(x, format), .number(y, format)]
    }
    return NumbersTable(
      caption: head.name,
      columns: [
        .text(segmentHeading), .number(words.sizeHeading), .number("\(words.average): \(xLabel)"),
        .number("\(words.average): \(yLabel)"),
      ],
      rows: rows)
  }

  private func axis(_ values: [Double]) -> ValueScale {
    let limit = Domain.clip(values) ?? .infinity
    let (low, high) = Domain.around(values.filter { abs($0) <= limit })
    let (start, end) = Ticks.nice(low, high, count: 5)
    return .linear(low: start, high: end)
  }

  private func drawing(_ known: [Point]) -> String {
    let across = axis(known.map(\.x))
    let up = axis(known.map(\.y))
    let bottom = Self.top + Self.height
    let xTicks = Ticks.linear(across.low, across.high, count: 5)
    let yTicks = Ticks.linear(up.low, up.high, count: 4)
    let yLabels = format.ticks(yTicks)
    var marks = Axis.up(yTicks, labels: yLabels, on: up, top: Self.top, bottom: bottom)
    let left = (yLabels.map(TextWidth.of).max() ?? 0) + 12
    marks += Axis.across(
      xTicks, labels: format.ticks(xTicks), on: across, top: Self.top, bottom: bottom,
      narrowest: Frame.narrowest(left: left, right: Self.right))
    marks += AxisNames.around(x: xLabel, y: yLabel, bottom: bottom)
    let dots = PointGrid.gather(
      known.map { ($0.x, $0.y, $0.segment) }, seriesCount: segments.count, across: across, up: up)
    for dot in dots {
      let symbol = Symbol.nth(dot.series)
      let y = up.pixel(min(max(dot.y, up.low), up.high), top: Self.top, bottom: bottom)
      let x = Length.percent(across.clamped(dot.x))
      let ink = "\(dot.series + 1)"
      marks.append(symbol.mark(x: x, y: y, ink: ink, radius: dot.radius ?? 4))
    }
    return Frame.fluid(head, description: spoken(known), height: bottom + 44, left: left, right: Self.right, marks)
  }

  private func spoken(_ known: [Point]) -> String {
    let parts = segments.indices.map { index -> String in
      let own = known.filter { $0.segment == index }
      guard !own.isEmpty else { return "\(segments[index]): 0" }
      let x = own.map(\.x).reduce(0, +) / Double(own.count)
      let y = own.map(\.y).reduce(0, +) / Double(own.count)
      return "\(segments[index]): \(own.count), \(words.average) \(format.text(x)); \(format.text(y))"
    }
    return "\(xLabel); \(yLabel). " + parts.joined(separator: ". ") + "."
  }

  package static let specimen: PrincipalScatter = {
    // A spiral per segment: spread without chance.
    let centres = [(2.4, 1.1), (0.6, -1.6), (-1.2, 1.4), (-2.1, -0.9)]
    let turns = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (0.7, 0.7), (-0.7, 0.7), (-0.7, -0.7), (0.7, -0.7)]
    let points = centres.enumerated().flatMap { segment, centre in
      (0..<40).map { index in
        let radius = (Double(index) / 40).squareRoot() * 1.2
        let turn = turns[(index * 3) % 8]
        return Point(centre.0 + radius * turn.0, centre.1 + radius * 0.8 * turn.1, segment: segment)
      }
    }
    return PrincipalScatter(
      head: FigureHead(
        id: "fig-components", title: "Regulars stand apart; the other segments touch",
        subtitle: "A sample of 160 customers on the two directions that hold 63% of their differences.",
        name: "Customers on two principal components, by segment"),
      segmentHeading: "Segment", segments: ["Regulars", "Big-basket", "New", "Slipping away"], points: points,
      xLabel: "Orders and visits (41%)", yLabel: "Basket size (22%)")
  }()
}
