/// From a start to an end, one bar per step: what adds to the total?
///
/// At most 15 steps; the smallest are put together. What the steps leave of `end` is a row "Not explained".
package struct Waterfall: Chart {
  package let head: FigureHead
  package let stepHeading: String
  package let start: CategoryValue
  /// In the order in which they are told; a step without a value is named below and not drawn.
  package let steps: [CategoryValue]
  package let end: CategoryValue
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, stepHeading: String, start: CategoryValue, steps: [CategoryValue], end: CategoryValue,
    format: ValueFormat, words: ChartWords = .current
  ) {
    self.head = head
    self.stepHeading = stepHeading
    self.start = start
    self.steps = steps
    self.end = end
    self.format = format
    self.words = words
  }

  private static let rowHeight = 32.0
  private static let thickness = 20.0

  private struct Row {
    let label: String
    let from: Double
    let to: Double
    let fill: String
    let text: String
    var isTotal = false
  }

  package func draw() throws(ChartProblem) -> Figure {
    let rows = rows
    let cells =
      [[NumbersTable.Cell.text(start.label), .number(start.value, format)]]
      + steps.map { [.text($0.label), .signed($0.value, format)] }
      + rows.filter { $0.label == words.notExplained }.map { [.text($0.label), .signed($0.to - $0.from, format)] }
      + [[.text(end.label), .number(end.value, format)]]
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(stepHeading), .number(head.name)], rows: cells)
    guard rows.contains(where: { !$0.isTotal }) else { return .empty(head, words: words, numbers: numbers) }
    let missing = ([start] + steps + [end]).filter { finite($0.value) == nil }.map(\.label)
    return Figure(
      head, body: drawing(rows), numbers: numbers,
      addedToSubtitle: [rows.allSatisfy { $0.from == 0 && $0.to == 0 } ? words.allZero : ""],
      addedToNote: [words.missingSentence(missing), finite(start.value) ?? 0 < 0 ? words.belowZero : ""])
  }

  /// The end is drawn where the steps lead when it is not known.
  private var rows: [Row] {
    let known = steps.enumerated().compactMap { index, step in
      finite(step.value).map { (index: index, label: step.label, value: $0) }
    }
    guard !known.isEmpty else { return [] }
    let bySize = known.sorted { (abs($1.value), $0.index) < (abs($0.value), $1.index) }
    let kept = bySize.prefix(RankedCategories.most).sorted { $0.index < $1.index }
    let rest = bySize.dropFirst(RankedCategories.most)
    var level = finite(start.value) ?? 0
    var rows = [Row(label: start.label, from: 0, to: level, fill: "fm", text: format.text(start.value), isTotal: true)]
    func add(_ label: String, _ value: Double, _ fill: String?) {
      rows.append(
        Row(
          label: label, from: level, to: level + value, fill: fill ?? (value < 0 ? "f2" : "f1"),
          text: format.signed(value)))
      level += value
    }
    for step in kept { add(step.label, step.value, nil) }
    if !rest.isEmpty { add(ChartWords.fill(words.others, "\(rest.count)"), rest.map(\.value).reduce(0, +), "fm") }
    if let last = finite(end.value), finite(start.value) != nil, abs(last - level) > 1e-9 * (abs(last) + abs(level)) {
      add(words.notExplained, last - level, "fm")
    }
    rows.append(Row(label: end.label, from: 0, to: level, fill: "fi2", text: format.text(level), isTotal: true))
    return rows
  }

  private func drawing(_ rows: [Row]) -> String {
    let (low, high) = Domain.withZero(rows.flatMap { [$0.from, $0.to] })
    let scale = ValueScale.linear(low: low, high: high)
    let zero = scale.percent(0)
    let labels = rows.map { BandLabel(words.named($0.label)) }
    let rowHeight = BandLabel.rowHeight(labels, least: Self.rowHeight)
    let height = rowHeight * Double(rows.count)
    var marks = [Hatch.definition(head.slug), Rule.vertical(zero, from: 0, to: height, class: "zero")]
    for (index, row) in rows.enumerated() {
      let y = Double(index) * rowHeight + (rowHeight - Self.thickness) / 2
      let middle = y + Self.thickness / 2
      let (from, to) = (scale.percent(row.from), scale.percent(row.to))
      marks += Label.band(labels[index], name: row.label, y: middle)
      let hover = "\(row.label): \(row.text)"
      if row.from == row.to {
        marks.append(Bar.stub(at: to, y: y, height: Self.thickness, class: row.fill, hover: hover))
      } else if index == 0 && row.to < 0 {
        marks.append(Hatch.area(head.slug, from: to, to: zero, y: y, height: Self.thickness, hover: hover))
      } else {
        marks.append(Bar.horizontal(from: from, to: to, y: y, height: Self.thickness, class: row.fill, hover: hover))
      }
      if index + 1 < rows.count {
        marks.append(Rule.vertical(to, from: y + Self.thickness, to: y + rowHeight, class: "ax"))
      }
      marks.append(Label.text(row.text, x: .percent(max(from, to, zero)), y: middle + 4, dx: 6, class: "b"))
    }
    let left = (labels.map(\.width).max() ?? 0) + 14
    let right = (rows.map { TextWidth.of($0.text) }.max() ?? 0) + 10
    let spoken = rows.map { "\($0.label) \($0.text)" }.joined(separator: ", ") + "."
    return Frame.fluid(head, description: spoken, height: height, left: left, right: right, marks)
  }

  package static let specimen = Waterfall(
    head: FigureHead(
      id: "fig-waterfall", title: "Advertising adds £71k to the £104k that would have come anyway",
      subtitle: "Revenue in the week to 15 November 2026, split by what brought it.", name: "Revenue by what brought it"
    ),
    stepHeading: "Part", start: CategoryValue("Without advertising", 104_000),
    steps: [
      CategoryValue("Paid search", 31_000), CategoryValue("Email", 22_500), CategoryValue("Paid social", 11_200),
      CategoryValue("Affiliates", 6_300), CategoryValue("Returns", -8_400), CategoryValue("Display", 0),
    ],
    end: CategoryValue("Revenue", 170_000), format: ValueFormat(.money("GBP")))
}
