/// Of all who left, how many are reached by contacting the highest scores first? With the line of contacting at random,
/// and the cut-off in use.
package struct GainsCurve: Chart {
  /// Both are shares of 1, rising from (0, 0) to (1, 1). Equal scores make one straight stretch.
  package struct Point: Sendable, Equatable {
    package let contacted: Double
    package let reached: Double

    package init(_ contacted: Double, _ reached: Double) {
      self.contacted = contacted
      self.reached = reached
    }
  }

  package let head: FigureHead
  package let contactedHeading: String
  package let reachedHeading: String
  package let points: [Point]
  package let cutOff: Point?
  /// Such as "17% contacted, 52% reached".
  package let cutOffLabel: String
  package let words: ChartWords
  package let format: ValueFormat

  package init(
    head: FigureHead, contactedHeading: String, reachedHeading: String, points: [Point], cutOff: Point? = nil,
    cutOffLabel: String = "", format: ValueFormat = ValueFormat(.percent), words: ChartWords = .current
  ) {
    self.head = head
    self.contactedHeading = contactedHeading
    self.reachedHeading = reachedHeading
    self.points = points
    self.cutOff = cutOff
    self.cutOffLabel = cutOffLabel
    self.format = format
    self.words = words
  }

  /// More points than a drawing of 300 px shows are thinned.
  private static let most = 200

  package func draw() throws(ChartProblem) -> Figure {
    let known = points.filter { $0.contacted.isFinite && $0.reached.isFinite }
    let every = max(1, (known.count + Self.most - 1) / Self.most)
    let kept = known.enumerated().filter { $0.offset.isMultiple(of: every) || $0.offset == known.count - 1 }
      .map(\.element)
    let numbers = NumbersTable(
      caption: head.name, columns: [.number(contactedHeading), .number(reachedHeading)],
      rows: kept.map { [.number($0.contacted, format), .number($0.reached, format)] })
    guard kept.count > 1 else { return .empty(head, words: words, numbers: numbers) }
    guard kept.allSatisfy({ (0...1).contains($0.contacted) && (0...1).contains($0.reached) }) else {
      return Figure(head, body: Frame.empty(words.noData, words.noShare), numbers: numbers, hasDrawing: false)
    }
    let key = [KeyItem(.line(classes: "ln s1"), head.name), KeyItem(.line(classes: "ref"), words.byChance)]
    return Figure(head, key: key, body: drawing(kept), numbers: numbers)
  }

  private func drawing(_ points: [Point]) -> String {
    let square = UnitSquare()
    var marks = square.grid(format)
    marks.append(square.diagonal)
    marks.append(StretchedPath.line(points.map { square.point($0.contacted, $0.reached) }, class: "s1"))
    if let cutOff, cutOff.contacted.isFinite, cutOff.reached.isFinite {
      let point = square.point(cutOff.contacted, cutOff.reached)
      marks.append(square.segment((point.x, point.y), (point.x, square.bottom), "ref"))
      marks.append(Symbol.dot.mark(x: .pixels(point.x), y: point.y, ink: "1", radius: 6))
      marks += cutOffWords(at: point, in: square)
    }
    marks.append(
      Label.text(
        contactedHeading, x: .pixels(square.left + square.side / 2), y: square.bottom + 38, anchor: .middle,
        class: "dim"))
    return Frame.scaled(head, description: spoken(points), width: square.width, height: square.bottom + 46, marks)
  }

  /// Below and right of the curve is the free side; near the axis it is above. In two lines where one has no room.
  private func cutOffWords(at point: StretchedPath.Point, in square: UnitSquare) -> [Element] {
    let onRight = point.x < square.left + square.side / 2
    func lines(_ words: [String], class classes: String) -> [Element] {
      let rest = Double(words.count - 1) * Self.lineHeight
      let first = point.y + 20 + rest > square.bottom - 6 ? point.y - 14 - rest : point.y + 20
      return words.enumerated().map { index, line in
        Label.text(
          line, x: .pixels(point.x + (onRight ? 10 : -10)), y: first + Double(index) * Self.lineHeight,
          anchor: onRight ? .start : .end, class: "b halo \(classes)".trimmedSpaces)
      }
    }
    let label = BandLabel(cutOffLabel, width: 150)
    guard label.lines.count > 1 else { return lines(label.lines, class: "") }
    // From 300 px of plot width on, text is at most a quarter larger than its 12 px.
    let room = (onRight ? square.left + square.side - point.x : point.x - square.left) - 10
    guard !label.isCut, TextWidth.of(cutOffLabel) * 1.25 <= room else { return lines(label.lines, class: "") }
    return lines([cutOffLabel], class: "t3") + lines(label.lines, class: "n3")
  }

  /// The style sheet enlarges text to 17 px where the drawing is scaled to two thirds.
  private static let lineHeight = 24.0

  private func spoken(_ points: [Point]) -> String {
    let marks = [0.1, 0.2, 0.5].compactMap { share in points.last { $0.contacted <= share } }
    var facts = marks.map { "\(format.text($0.contacted)) → \(format.text($0.reached))" }
    if !cutOffLabel.isEmpty { facts.append(cutOffLabel) }
    return "\(contactedHeading) → \(reachedHeading): " + facts.joined(separator: "; ") + "."
  }

  package static let specimen = GainsCurve(
    head: FigureHead(
      id: "fig-gains", title: "Contacting one customer in six reaches half of those who leave",
      subtitle: "Share of leavers reached, by share of customers contacted, highest score first.",
      name: "By churn score"),
    contactedHeading: "Customers contacted", reachedHeading: "Leavers reached",
    points: [
      Point(0, 0), Point(0.02, 0.09), Point(0.05, 0.21), Point(0.1, 0.36), Point(0.17, 0.52), Point(0.25, 0.65),
      Point(0.35, 0.77), Point(0.5, 0.88), Point(0.7, 0.96), Point(0.85, 0.99), Point(1, 1),
    ],
    cutOff: Point(0.17, 0.52), cutOffLabel: "17% contacted, 52% reached")
}
