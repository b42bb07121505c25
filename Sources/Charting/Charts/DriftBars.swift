/// How far the inputs of a model have moved since it was trained, largest first: has something changed? Beside each bar
/// the two distributions, then (grey) and now.
package struct DriftBars: Chart {
  package struct Input: Sendable, Equatable {
    package let name: String
    /// Population stability index; nil where it cannot be told.
    package let drift: Double?
    /// Shares of 1 in the same steps, in training and now; empty when not known.
    package let before: [Double]
    package let now: [Double]
    /// Values that were not there in training, and those that are gone.
    package let newCategories: [String]
    package let lostCategories: [String]

    package init(
      _ name: String, drift: Double?, before: [Double] = [], now: [Double] = [], newCategories: [String] = [],
      lostCategories: [String] = []
    ) {
      self.name = name
      self.drift = drift
      self.before = before
      self.now = now
      self.newCategories = newCategories
      self.lostCategories = lostCategories
    }
  }

  package let head: FigureHead
  package let inputHeading: String
  package let driftHeading: String
  package let inputs: [Input]
  /// From the first on there is some drift, from the second on it is large.
  package let limits: (some: Double, large: Double)
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, inputHeading: String, driftHeading: String, inputs: [Input],
    limits: (some: Double, large: Double) = (0.1, 0.25), format: ValueFormat = ValueFormat(.plain),
    words: ChartWords = .current
  ) {
    self.head = head
    self.inputHeading = inputHeading
    self.driftHeading = driftHeading
    self.inputs = inputs
    self.limits = limits
    self.format = format
    self.words = words
  }

  private static let most = 15
  private static let rowHeight = 30.0
  private static let thickness = 16.0
  /// Per cent of the plot for the bars; then come their numbers, then the distributions.
  private static let barEnd = 52.0
  private static let shapeStart = 82.0
  private static let right = 12.0

  package func draw() throws(ChartProblem) -> Figure {
    for (index, input) in inputs.enumerated() {
      guard input.before.count == input.now.count else {
        throw .lengthMismatch(
          figure: head.slug, what: "a distribution", found: input.now.count, expected: input.before.count)
      }
      if let drift = finite(input.drift), drift < 0 { throw .negativeCount(figure: head.slug, row: index) }
    }
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(inputHeading), .number(driftHeading), .text("")],
      rows: inputs.map { [.text($0.name), .number($0.drift, format), .text(word($0.drift))] })
    let known = inputs.filter { finite($0.drift) != nil }
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    let sorted = known.enumerated().sorted {
      ($1.element.drift ?? 0, $0.offset) < ($0.element.drift ?? 0, $1.offset)
    }
    let shown = sorted.prefix(Self.most).map(\.element)
    let missing = inputs.filter { finite($0.drift) == nil }.map(\.name)
    let changes = shown.flatMap { input in
      [
        input.newCategories.isEmpty
          ? "" : ChartWords.fill(words.newCategories, input.name, list(input.newCategories)),
        input.lostCategories.isEmpty
          ? "" : ChartWords.fill(words.lostCategories, input.name, list(input.lostCategories)),
      ]
    }
    let hasShapes = shown.contains { !$0.now.isEmpty }
    let key =
      hasShapes
      ? [
        KeyItem(.line(classes: "ln thin sm"), words.inTraining), KeyItem(.line(classes: "ln s1"), words.latestHeading),
      ]
      : []
    return Figure(
      head, key: key, body: drawing(shown), numbers: numbers,
      addedToSubtitle: [known.allSatisfy { $0.drift == 0 } ? words.allZero : ""],
      addedToNote: changes + [
        words.missingSentence(missing), limit(shown) == nil ? "" : words.axisCut,
        words.onlySomeSentence(Self.most, of: known.count),
      ])
  }

  private func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", +\(names.count - 5)" : "")
  }

  private func word(_ drift: Double?) -> String {
    guard let drift = finite(drift) else { return words.tooFew }
    return drift >= limits.large ? words.largeDrift : drift >= limits.some ? words.someDrift : words.smallDrift
  }

  /// Nil as well when it is the limits that lie far above all bars.
  private func limit(_ shown: [Input]) -> Double? {
    let drifts = shown.compactMap(\.drift)
    guard let limit = Domain.clip(drifts + [limits.large]), drifts.contains(where: { $0 > limit }) else { return nil }
    return limit
  }

  private func drawing(_ shown: [Input]) -> String {
    let limit = limit(shown)
    let largest = shown.compactMap(\.drift).filter { $0 <= limit ?? .infinity }.max() ?? 0
    let scale = ValueScale.linear(low: 0, high: max(largest, limits.large * 1.1))
    func x(_ value: Double) -> Double { scale.clamped(value) * Self.barEnd / 100 }
    let labels = shown.map { BandLabel(words.named($0.name)) }
    let left = (labels.map(\.width).max() ?? 0) + 14
    let narrowest = Frame.narrowest(left: left, right: Self.right)
    let rowHeight = BandLabel.rowHeight(labels, least: Self.rowHeight)
    let height = rowHeight * Double(shown.count)
    var marks: [Element] = []
    for value in [limits.some, limits.large] {
      marks.append(Rule.vertical(x(value), from: 0, to: height, class: "ref"))
    }
    // Away from each other, so that they never meet.
    let ticks = format.ticks([limits.some, limits.large])
    marks.append(Label.text(ticks[0], x: .percent(x(limits.some)), y: height + Axis.drop, dx: -2, anchor: .end))
    marks.append(Label.text(ticks[1], x: .percent(x(limits.large)), y: height + Axis.drop, dx: 2))
    for (row, input) in shown.enumerated() {
      let y = Double(row) * rowHeight + (rowHeight - Self.thickness) / 2
      let middle = y + Self.thickness / 2
      let drift = input.drift ?? 0
      marks += Label.band(labels[row], name: input.name, y: middle)
      let text = "\(format.text(drift)) \(word(drift))"
      let ink = drift >= limits.some ? "f2" : "fm"
      if drift == 0 {
        marks.append(Bar.stub(at: 0, y: y, height: Self.thickness, class: ink, hover: "\(input.name): \(text)"))
      } else {
        marks.append(
          Bar.horizontal(
            from: 0, to: x(drift), y: y, height: Self.thickness, class: ink, hover: "\(input.name): \(text)"))
      }
      let cut = drift > limit ?? .infinity ? "▶ " : ""
      func ending(_ words: String, _ classes: String = "") -> Element {
        Label.text(
          cut + words, x: .percent(x(drift)), y: middle + 4, dx: 6, class: "b halo \(classes)".trimmedSpaces)
      }
      // In a narrow plot the place of the bar's end between the limits says the word.
      let isTight = narrowest * x(drift) / 100 + 6 + TextWidth.of(cut + text) > narrowest + Self.right
      marks += isTight ? [ending(text, "t4"), ending(format.text(drift), "n4")] : [ending(text)]
      marks += shapes(input, y: y - 2)
    }
    marks.append(Rule.vertical(0, from: 0, to: height, class: "zero"))
    let spoken = shown.map { "\($0.name) \(format.text($0.drift)), \(word($0.drift))" }.joined(separator: "; ") + "."
    return Frame.fluid(head, description: spoken, height: height + 24, left: left, right: Self.right, marks)
  }

  /// Both distributions as steps; they step back when the plot is narrow.
  private func shapes(_ input: Input, y: Double) -> [Element] {
    let all = input.before + input.now
    guard let most = all.max(), most > 0, all.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return [] }
    func steps(_ shares: [Double]) -> [StretchedPath.Point?] {
      let width = 100 / Double(shares.count)
      return shares.enumerated().flatMap { index, share -> [StretchedPath.Point?] in
        let height = 100 - share / most * 100
        return [(Double(index) * width, height), (Double(index + 1) * width, height)]
      }
    }
    let box = Element("svg", class: "t2").at([
      "x": .percent(Self.shapeStart), "y": .pixels(y), "width": .percent(100 - Self.shapeStart),
      "height": .pixels(Self.thickness + 4),
    ]).set("viewBox", "0 0 100 100").set("preserveAspectRatio", "none").set("overflow", "visible")
    return [
      box.adding(
        StretchedPath.line(steps(input.before), class: "thin sm"),
        StretchedPath.line(steps(input.now), class: "thin s1"))
    ]
  }

  package static let specimen = DriftBars(
    head: FigureHead(
      id: "fig-drift", title: "Customers visit less often than when the score was trained",
      subtitle: "Inputs of the churn score, customers of training against those of 15 November 2026.",
      name: "Drift of the inputs since training",
      note: "Drift (PSI): under 0.1 small, 0.1 to 0.25 some, over 0.25 large."),
    inputHeading: "Input", driftHeading: "Drift",
    inputs: [
      Input("Visits in 30 days", drift: 0.31, before: [0.1, 0.2, 0.4, 0.2, 0.1], now: [0.3, 0.3, 0.25, 0.1, 0.05]),
      Input("Customer age in days", drift: 0.16, before: [0.3, 0.3, 0.2, 0.1, 0.1], now: [0.2, 0.2, 0.25, 0.2, 0.15]),
      Input(
        "Country", drift: 0.08, before: [0.7, 0.2, 0.1], now: [0.6, 0.25, 0.15], newCategories: ["Norway"]),
      Input("Orders in a year", drift: 0.02, before: [0.5, 0.3, 0.2], now: [0.49, 0.31, 0.2]),
      Input("Basket size", drift: 0, before: [0.5, 0.5], now: [0.5, 0.5]), Input("Referrer", drift: nil),
    ])
}
