/// Horizontal bars from zero, one a row, with the value at the end. A negative bar has its value right of zero, where
/// it cannot run into the names.
struct BarRows {
  struct Row {
    let label: String
    let value: Double
    let text: String
    let fill: String
  }

  let head: FigureHead
  let rows: [Row]
  /// Of rows with names of one line; of all, when a name needs more.
  let rowHeight: Double
  let description: String
  let format: ValueFormat

  /// True when one bar is cut off.
  var isCut: Bool { limit != nil }

  private var limit: Double? { Domain.clip(rows.map(\.value)) }

  var body: String {
    let limit = limit
    let shown = limit.map { limit in rows.map { min(max($0.value, -limit), limit) } } ?? rows.map(\.value)
    let (low, high) = Domain.withZero(shown)
    let scale = ValueScale.linear(low: low, high: high)
    let zero = scale.percent(0)
    let labels = rows.map { BandLabel($0.label) }
    let rowHeight = BandLabel.rowHeight(labels, least: rowHeight)
    let height = rowHeight * Double(rows.count)
    var marks: [Element] = []
    let thickness = min(28, self.rowHeight - 12)
    for (index, row) in rows.enumerated() {
      let y = Double(index) * rowHeight + (rowHeight - thickness) / 2
      let middle = y + thickness / 2
      marks += Label.band(labels[index], name: row.label, y: middle)
      let hover = "\(row.label): \(row.text)"
      if row.value == 0 {
        marks.append(Bar.stub(at: zero, y: y, height: thickness, class: row.fill, hover: hover))
      } else {
        marks.append(
          Bar.horizontal(
            from: zero, to: scale.percent(shown[index]), y: y, height: thickness, class: row.fill, hover: hover))
      }
      let cut = limit.map { abs(row.value) > $0 } ?? false
      let text = !cut ? row.text : row.value > 0 ? "▶ " + row.text : "◀ " + row.text
      marks.append(
        Label.text(text, x: .percent(max(scale.percent(max(shown[index], 0)), zero)), y: middle + 4, dx: 6, class: "b"))
    }
    marks.append(Rule.vertical(zero, from: 0, to: height, class: "zero"))
    let left = (labels.map(\.width).max() ?? 0) + 12
    let right = (rows.map { TextWidth.of($0.text) }.max() ?? 0) + (isCut ? 26 : 10)
    return Frame.fluid(head, description: description, height: height, left: left, right: right, marks)
  }
}
