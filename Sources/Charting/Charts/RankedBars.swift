/// Bars from zero, largest first: which is biggest? At most 15 rows; the rest is one grey row at the end.
package struct RankedBars: Chart {
  package let head: FigureHead
  package let categoryHeading: String
  package let items: [CategoryValue]
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, categoryHeading: String, items: [CategoryValue], format: ValueFormat,
    words: ChartWords = .current
  ) {
    self.head = head
    self.categoryHeading = categoryHeading
    self.items = items
    self.format = format
    self.words = words
  }

  package func draw() throws(ChartProblem) -> Figure {
    let ranked = RankedCategories(items, othersLabel: words.others)
    let numbers = NumbersTable(
      caption: head.name, columns: [.text(categoryHeading), .number(head.name)],
      rows: items.map { [.text($0.label), .number($0.value, format)] })
    guard !ranked.rows.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    let bars = BarRows(
      head: head,
      rows: ranked.rows.map {
        BarRows.Row(
          label: words.named($0.label), value: $0.value, text: format.text($0.value),
          fill: $0.isRemainder ? "fm" : "f1")
      },
      rowHeight: 32,
      description: ranked.rows.map { "\($0.label) \(format.text($0.value))" }.joined(separator: ", ") + ".",
      format: format)
    return Figure(
      head, body: bars.body, numbers: numbers,
      addedToSubtitle: [ranked.rows.allSatisfy { $0.value == 0 } ? words.allZero : ""],
      addedToNote: [words.missingSentence(ranked.missing), bars.isCut ? words.axisCut : ""])
  }

  package static let specimen = RankedBars(
    head: FigureHead(
      id: "fig-campaigns", title: "Two brand campaigns bring half of the new customers",
      subtitle: "New customers by campaign, 12 weeks to 15 November 2026.", name: "New customers by campaign"),
    categoryHeading: "Campaign",
    items: [
      CategoryValue("Brand search", 4_120), CategoryValue("Shopping: tents and sleeping bags", 2_310),
      CategoryValue("UK_Prospecting_LookalikePurchasers_2026Q4", 1_480), CategoryValue("Autumn sale e-mail", 960),
      CategoryValue("Retargeting", 0), CategoryValue("Test campaign", nil),
    ],
    format: ValueFormat(.count))
}
