/// Sorted bars to both sides of zero that add up: what moved the number?
///
/// At most 15 rows; the rest is one grey row. What the items leave of `total` is a row "Not explained".
package struct DivergingBars: Chart {
  package let head: FigureHead
  package let categoryHeading: String
  package let items: [CategoryValue]
  /// What the bars should add up to; the difference becomes a row when it would be seen.
  package let total: Double?
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, categoryHeading: String, items: [CategoryValue], total: Double? = nil, format: ValueFormat,
    words: ChartWords = .current
  ) {
    self.head = head
    self.categoryHeading = categoryHeading
    self.items = items
    self.total = total
    self.format = format
    self.words = words
  }

  package func draw() throws(ChartProblem) -> Figure {
    let ranked = RankedCategories(items, othersLabel: words.others)
    let sum = ranked.rows.map(\.value).reduce(0, +)
    var rows = ranked.rows
    if let total = finite(total), abs(total - sum) > 1e-9 * (abs(total) + abs(sum) + 1), !rows.isEmpty {
      rows.append(RankedCategories.Row(label: words.notExplained, value: total - sum, isRemainder: true))
    }
    var cells = items.map { [NumbersTable.Cell.text($0.label), .signed($0.value, format)] }
    if let left = rows.last, left.label == words.notExplained {
      cells.append([.text(left.label), .signed(left.value, format)])
    }
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(categoryHeading), .number(head.name)], rows: cells)
    guard !rows.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    let totalSentence = ChartWords.fill(words.total, format.signed(finite(total) ?? sum))
    let bars = BarRows(
      head: head,
      rows: rows.map { row in
        let fill = row.isRemainder ? "fm" : row.value < 0 ? "f2" : "f1"
        return BarRows.Row(label: words.named(row.label), value: row.value, text: format.signed(row.value), fill: fill)
      },
      rowHeight: 36,
      description: rows.map { "\($0.label) \(format.signed($0.value))" }.joined(separator: ", ") + ". " + totalSentence,
      format: format)
    return Figure(
      head, body: bars.body, numbers: numbers,
      addedToSubtitle: [totalSentence, rows.allSatisfy { $0.value == 0 } ? words.allZero : ""],
      addedToNote: [words.missingSentence(ranked.missing), bars.isCut ? words.axisCut : ""])
  }

  package static let specimen = DivergingBars(
    head: FigureHead(
      id: "fig-moves", title: "Email and paid search drove the rise",
      subtitle: "Change in revenue on the previous week, by channel.", name: "Change in revenue by channel",
      note: "Each order is credited by the data-driven model. The split is an estimate; the total is not."),
    categoryHeading: "Channel",
    items: [
      CategoryValue("Paid search", 5_400), CategoryValue("Email", 6_200), CategoryValue("Direct", 2_000),
      CategoryValue("Paid social", -2_200), CategoryValue("Affiliates", 400), CategoryValue("Organic search", -700),
    ],
    total: 11_100, format: ValueFormat(.money("GBP")))
}

extension ChartWords {
  /// Nothing when all are drawn.
  func onlySomeSentence(_ most: Int, of count: Int) -> String {
    count > most ? Self.fill(onlySome, "\(most)", "\(count)") : ""
  }

  func onlyLastSentence(_ most: Int, of count: Int) -> String {
    count > most ? Self.fill(onlyLast, "\(most)", "\(count)") : ""
  }

  /// Names what has no value: the first five, and how many more.
  func missingSentence(_ labels: [String]) -> String {
    guard !labels.isEmpty else { return "" }
    var names = labels.prefix(5).joined(separator: ", ")
    if labels.count > 5 { names += ", +\(labels.count - 5)" }
    return Self.fill(missingRows, names)
  }
}
