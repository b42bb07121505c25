/// Customers by time since the last order (down) and number of orders (across), five by five: where are they? The
/// number stands in every cell; the shade repeats it.
package struct RecencyFrequencyMap: Chart {
  /// A named block of cells.
  package struct Group: Sendable, Equatable {
    package let name: String
    /// Inside 0…4.
    package let rows: ClosedRange<Int>
    package let columns: ClosedRange<Int>
    /// The group that the headline is about: outlined.
    package let isFinding: Bool

    package init(_ name: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, isFinding: Bool = false) {
      self.name = name
      self.rows = rows
      self.columns = columns
      self.isFinding = isFinding
    }
  }

  package let head: FigureHead
  package let rowHeading: String
  package let columnHeading: String
  package let rowLabels: [String]
  package let columnLabels: [String]
  /// Five rows of five.
  package let counts: [[Int]]
  package let groups: [Group]
  package let words: ChartWords
  package let format: ValueFormat

  package init(
    head: FigureHead, rowHeading: String, columnHeading: String, rowLabels: [String], columnLabels: [String],
    counts: [[Int]], groups: [Group] = [], format: ValueFormat = ValueFormat(.count), words: ChartWords = .current
  ) {
    self.head = head
    self.rowHeading = rowHeading
    self.columnHeading = columnHeading
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.counts = counts
    self.groups = groups
    self.format = format
    self.words = words
  }

  private static let size = 5
  private static let cell = 52.0
  private static let top = 40.0

  package func draw() throws(ChartProblem) -> Figure {
    for (what, found) in [
      ("rows", counts.count), ("row labels", rowLabels.count), ("column labels", columnLabels.count),
    ]
    where found != Self.size {
      throw .lengthMismatch(figure: head.slug, what: what, found: found, expected: Self.size)
    }
    for (index, row) in counts.enumerated() {
      guard row.count == Self.size else {
        throw .lengthMismatch(figure: head.slug, what: "a row", found: row.count, expected: Self.size)
      }
      guard row.allSatisfy({ $0 >= 0 }) else { throw .negativeCount(figure: head.slug, row: index) }
    }
    for group in groups where group.rows.upperBound >= Self.size || group.columns.upperBound >= Self.size {
      throw .tooMany(
        figure: head.slug, what: "rows or columns in a group",
        found: max(group.rows.upperBound, group.columns.upperBound) + 1, most: Self.size)
    }
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(rowHeading)] + columnLabels.map { .number($0) },
      rows: zip(rowLabels, counts).map { label, row in [.text(label)] + row.map { .count($0) } })
    guard counts.joined().contains(where: { $0 > 0 }) else { return .empty(head, words: words, numbers: numbers) }
    return Figure(head, body: drawing, numbers: numbers)
  }

  private var largest: Int { counts.joined().max() ?? 0 }

  /// 1…5 by the square root of the share of the largest cell, so that small cells still differ; 0 for none.
  private func step(_ count: Int) -> Int {
    guard count > 0 else { return 0 }
    let share = (Double(count) / Double(largest)).squareRoot()
    return min(5, Int(share * 5) + 1)
  }

  private var drawing: String {
    var marks = [
      Label.text(BandLabel.cutAtEnd(columnHeading, 160), x: .percent(50), y: 12, anchor: .middle, class: "dim")
    ]
    for (column, label) in columnLabels.enumerated() {
      marks += columnLabel(label, x: .percent((Double(column) + 0.5) * 20))
    }
    var cells: [Element] = []
    for row in 0..<Self.size {
      let y = Self.top + Double(row) * Self.cell
      marks += Label.band(BandLabel(rowLabels[row], width: 84), name: rowLabels[row], y: y + Self.cell / 2)
      for column in 0..<Self.size {
        let count = counts[row][column]
        let step = step(count)
        cells.append(
          Element("rect", class: "q\(step)")
            .at([
              "x": .percent(Double(column) * 20), "y": .pixels(y), "width": .percent(20), "height": .pixels(Self.cell),
            ])
            .hover("\(rowHeading) \(rowLabels[row]), \(columnHeading) \(columnLabels[column]): \(count)"))
        cells.append(
          Label.text(
            format.text(Double(count)), x: .percent(Double(column) * 20 + 10),
            y: y + Self.cell / 2 + (groups.isEmpty ? 4 : 10), anchor: .middle, class: "on\(step) figure"))
      }
    }
    marks.append(Element("g", class: "cells").adding(cells))
    marks += groupMarks
    return Frame.fluid(
      head, description: spoken, height: Self.top + 5 * Self.cell + 4,
      left: (rowLabels.map { BandLabel($0, width: 84).width }.max() ?? 0) + 12, marks)
  }

  /// Cut for the width of a cell: 60 px and more, or about 36 px in a narrow plot.
  private func columnLabel(_ label: String, x: Length) -> [Element] {
    let (wide, small) = (BandLabel.cutAtEnd(label, 52), BandLabel.cutAtEnd(label, 28))
    if wide == small { return [Label.text(label, x: x, y: 31, anchor: .middle)] }
    return [
      Label.text(wide, x: x, y: 31, anchor: .middle, class: "t3").hover(label),
      Label.text(small, x: x, y: 31, anchor: .middle, class: "n3").hover(label),
    ]
  }

  private var groupMarks: [Element] {
    var outlines: [Element] = []
    var names: [Element] = []
    for group in groups.filter({ !$0.isFinding }) + groups.filter(\.isFinding) {
      let y = Self.top + Double(group.rows.lowerBound) * Self.cell
      let x = Double(group.columns.lowerBound) * 20
      outlines.append(
        Element("rect", class: group.isFinding ? "outline" : "divide")
          .at([
            "x": .percent(x), "y": .pixels(y), "width": .percent(Double(group.columns.count) * 20),
            "height": .pixels(Double(group.rows.count) * Self.cell),
          ]))
      let step = step(counts[group.rows.lowerBound][group.columns.lowerBound])
      let wide = group.columns.count > 1
      names.append(
        Label.text(
          BandLabel.cutAtEnd(group.name, wide ? 96 : 62), x: .percent(x), y: y + 17, dx: 6,
          class: "group on\(step) t3"
        ).hover(group.name))
    }
    return outlines + names
  }

  private var spoken: String {
    let total = counts.joined().reduce(0, +)
    var text = "5 × 5, \(format.text(Double(total)))."
    for row in 0..<Self.size {
      let cells = zip(columnLabels, counts[row]).map { "\($0) \(format.text(Double($1)))" }
      text += " \(rowLabels[row]): \(cells.joined(separator: ", "))."
    }
    return text
  }

  package static let specimen = RecencyFrequencyMap(
    head: FigureHead(
      id: "fig-rfm", title: "3,190 good customers have not ordered for three months",
      subtitle: "Customers by days since the last order and orders in two years. Darker: more customers.",
      name: "Customers by time since last order and number of orders"),
    rowHeading: "Since last order", columnHeading: "Orders in two years",
    rowLabels: ["0–30 days", "31–90", "91–180", "181–365", "366–730"], columnLabels: ["1", "2", "3–4", "5–9", "10+"],
    counts: [
      [1_310, 620, 710, 860, 540], [1_890, 980, 1_120, 1_050, 430], [1_740, 1_130, 1_080, 690, 170],
      [2_260, 1_210, 860, 390, 0], [2_960, 1_080, 560, 170, 20],
    ],
    groups: [
      Group("New", rows: 0...1, columns: 0...0), Group("Promising", rows: 0...1, columns: 1...2),
      Group("Best", rows: 0...1, columns: 3...4), Group("Occasional", rows: 2...3, columns: 0...1),
      Group("At risk", rows: 2...3, columns: 2...4, isFinding: true), Group("Lost", rows: 4...4, columns: 0...4),
    ])
}
