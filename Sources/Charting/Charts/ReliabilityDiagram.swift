/// Scores against what happened: are they honest? The step line pools neighbours until it never falls (PAV: Dimitriadis,
/// Gneiting and Jordan 2021), so no bins are chosen by hand; the band is where it would run if every score were right.
/// Counts by score stand below.
package struct ReliabilityDiagram: Chart {
  /// A block of scores with one observed rate. All three are shares of 1.
  package struct Step: Sendable, Equatable {
    package let from: Double
    package let to: Double
    package let observed: Double
    package let count: Int

    package init(from: Double, to: Double, observed: Double, count: Int) {
      self.from = from
      self.to = to
      self.observed = observed
      self.count = count
    }
  }

  package struct BandPoint: Sendable, Equatable {
    package let score: Double
    package let low: Double
    package let high: Double

    package init(_ score: Double, low: Double, high: Double) {
      self.score = score
      self.low = low
      self.high = high
    }
  }

  /// Words in the drawing, such as where scores are too high; middle of the text in shares of 1.
  package struct Remark: Sendable, Equatable {
    package let text: String
    package let x: Double
    package let y: Double

    package init(_ text: String, x: Double, y: Double) {
      self.text = text
      self.x = x
      self.y = y
    }
  }

  package let head: FigureHead
  package let headings: (score: String, to: String, observed: String, count: String)
  /// In order of score.
  package let steps: [Step]
  /// In order of score; empty for none.
  package let band: [BandPoint]
  /// Counts in bins of equal width over 0…1.
  package let counts: [Int]
  /// Nil writes "Scores too low" and "Scores too high" on their sides.
  package let remarks: [Remark]?
  package let bandLabel: String
  package let lineLabel: String
  package let diagonalLabel: String
  package let words: ChartWords
  package let format: ValueFormat

  package init(
    head: FigureHead, headings: (score: String, to: String, observed: String, count: String), steps: [Step],
    band: [BandPoint], counts: [Int], remarks: [Remark]? = nil, lineLabel: String, bandLabel: String,
    diagonalLabel: String, format: ValueFormat = ValueFormat(.percent), words: ChartWords = .current
  ) {
    self.head = head
    self.headings = headings
    self.steps = steps
    self.band = band
    self.counts = counts
    self.remarks = remarks
    self.lineLabel = lineLabel
    self.bandLabel = bandLabel
    self.diagonalLabel = diagonalLabel
    self.format = format
    self.words = words
  }

  package func draw() throws(ChartProblem) -> Figure {
    for (index, point) in band.enumerated() {
      try Estimate(nil, low: point.low, high: point.high).check(figure: head.slug, row: index)
    }
    for (index, step) in steps.enumerated() {
      try Estimate(nil, low: step.from, high: step.to).check(figure: head.slug, row: index)
    }
    for (index, count) in counts.enumerated() where count < 0 { throw .negativeCount(figure: head.slug, row: index) }
    let known = steps.filter { $0.from.isFinite && $0.to.isFinite && $0.observed.isFinite }
    let numbers = NumbersTable(
      caption: head.name,
      columns: [
        .number(headings.score), .number(headings.to), .number(headings.observed), .number(headings.count),
      ],
      rows: known.map { step in
        [.number(step.from, format), .number(step.to, format), .number(step.observed, format), .count(step.count)]
      })
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    guard known.allSatisfy({ step in [step.from, step.to, step.observed].allSatisfy { (0...1).contains($0) } }) else {
      return Figure(head, body: Frame.empty(words.noData, words.noShare), numbers: numbers, hasDrawing: false)
    }
    var key = [KeyItem(.line(classes: "ln s1"), lineLabel)]
    if !band.isEmpty { key.append(KeyItem(.area(classes: "fband"), bandLabel)) }
    key.append(KeyItem(.line(classes: "ref"), diagonalLabel))
    return Figure(head, key: key, body: drawing(known), numbers: numbers)
  }

  private func drawing(_ steps: [Step]) -> String {
    let square = UnitSquare()
    let base = square.bottom + 34 + 44
    var marks = square.grid(format)
    let points = band.filter { $0.score.isFinite && $0.low.isFinite && $0.high.isFinite }
    if points.count > 1 {
      marks.append(
        StretchedPath.area(
          low: points.map { square.point($0.score, $0.low) }, high: points.map { square.point($0.score, $0.high) },
          class: "fband"))
    }
    marks.append(square.diagonal)
    let line = steps.flatMap { [square.point($0.from, $0.observed), square.point($0.to, $0.observed)] }
    marks.append(StretchedPath.line(line, class: "s1"))
    if steps.count == 1, let step = steps.first {
      let point = square.point((step.from + step.to) / 2, step.observed)
      marks.append(Symbol.dot.mark(x: .pixels(point.x), y: point.y, ink: "1"))
    }
    for remark in remarks ?? standardRemarks {
      let point = square.point(remark.x, remark.y)
      marks.append(Label.text(remark.text, x: .pixels(point.x), y: point.y, anchor: .middle, class: "halo"))
    }
    marks += countMarks(square, base: base)
    return Frame.scaled(head, description: spoken(steps), width: square.width, height: base + 4, marks)
  }

  private var standardRemarks: [Remark] {
    [Remark(words.scoresTooLow, x: 0.24, y: 0.8), Remark(words.scoresTooHigh, x: 0.79, y: 0.16)]
  }

  private func countMarks(_ square: UnitSquare, base: Double) -> [Element] {
    guard let most = counts.max(), most > 0 else { return [] }
    let width = square.side / Double(counts.count)
    let format = ValueFormat(.count, .decimals(0), locale: format.locale)
    var marks: [Element] = []
    for (index, count) in counts.enumerated() where count > 0 {
      let height = max(1, Double(count) / Double(most) * 44)
      marks.append(
        Element("rect", class: "fm")
          .at([
            "x": .pixels(square.left + Double(index) * width + 1), "y": .pixels(base - height),
            "width": .pixels(max(width - 2, 1)), "height": .pixels(height),
          ])
          .hover("\(binLabel(index)): \(format.text(Double(count)))"))
    }
    marks.append(square.baseLine(base))
    if let index = counts.firstIndex(of: most) {
      let onRight = index * 2 < counts.count
      let x = square.left + (Double(index) + (onRight ? 1 : 0)) * width + (onRight ? 6 : -6)
      marks.append(
        Label.text(
          "\(binLabel(index)): \(format.text(Double(most)))", x: .pixels(x), y: base - 34,
          anchor: onRight ? .start : .end, class: "halo"))
    }
    return marks
  }

  private func binLabel(_ index: Int) -> String {
    let count = Double(counts.count)
    let shares = ValueFormat(.percent, .decimals(0), locale: format.locale)
    return shares.range(Double(index) / count, Double(index + 1) / count)
  }

  private func spoken(_ steps: [Step]) -> String {
    let total = counts.reduce(0, +)
    let parts = steps.prefix(12).map { "\(format.range($0.from, $0.to)): \(format.text($0.observed))" }
    return ChartWords.fill(words.size, ValueFormat(.count, .decimals(0), locale: format.locale).text(Double(total)))
      + ". " + parts.joined(separator: "; ") + (steps.count > 12 ? "; …" : ".")
  }

  package static let specimen = ReliabilityDiagram(
    head: FigureHead(
      id: "fig-reliability", title: "Churn scores can be trusted up to 50%, and are too high above that",
      subtitle:
        "Share of customers who left in 90 days, against the score we gave them. Bars below: customers by score.",
      name: "Reliability of churn scores", note: "12,480 customers scored 1 July 2026, outcomes to 29 September."),
    headings: ("Score from", "Score to", "Left", "Customers"),
    steps: [
      Step(from: 0.01, to: 0.05, observed: 0.03, count: 4_103),
      Step(from: 0.05, to: 0.12, observed: 0.09, count: 2_950),
      Step(from: 0.12, to: 0.2, observed: 0.17, count: 2_000), Step(from: 0.2, to: 0.31, observed: 0.28, count: 1_500),
      Step(from: 0.31, to: 0.42, observed: 0.36, count: 900), Step(from: 0.42, to: 0.55, observed: 0.47, count: 500),
      Step(from: 0.55, to: 0.7, observed: 0.55, count: 300), Step(from: 0.7, to: 0.85, observed: 0.64, count: 167),
      Step(from: 0.85, to: 0.93, observed: 0.72, count: 60),
    ],
    band: [
      BandPoint(0.01, low: 0, high: 0.03), BandPoint(0.2, low: 0.18, high: 0.22), BandPoint(0.4, low: 0.36, high: 0.44),
      BandPoint(0.6, low: 0.54, high: 0.66), BandPoint(0.8, low: 0.73, high: 0.88),
      BandPoint(0.93, low: 0.85, high: 1),
    ],
    counts: [4_103, 1_900, 1_500, 1_200, 900, 700, 520, 400, 310, 240, 190, 150, 120, 90, 60, 45, 30, 15, 7, 0],
    lineLabel: "What happened", bandLabel: "Where the line would run 19 times in 20 if every score were right",
    diagonalLabel: "Score = outcome")
}
