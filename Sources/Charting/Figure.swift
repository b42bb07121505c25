/// A finished chart: its words, its drawing, and the numbers behind it.
package struct Figure: Sendable, Equatable {
  /// Unique on the page, safe in an id attribute and a link.
  package let id: String
  /// The finding.
  package let title: String
  /// Measure, unit, period, and what the axis does that a reader could miss. Plain text.
  package let subtitle: String
  /// Above the drawing, in the order of the marks; empty when the title says it all.
  package let key: [KeyItem]
  /// HTML to be inserted as it is: the drawing in its box, panels, a table with drawings, or the sentence that stands
  /// for an empty chart. Escaped; no script, style attribute or event attribute.
  package let body: String
  /// Source and uncertainty. Plain text.
  package let note: String
  package let numbers: NumbersTable
  /// False when the body is only a sentence.
  package let hasDrawing: Bool

  /// The key as an HTML list, or nothing.
  package var keyMarkup: String {
    key.isEmpty ? "" : Element("ul", class: "key").adding(key.map(\.element)).markup
  }
}

extension Figure {
  init(
    _ head: FigureHead, key: [KeyItem] = [], body: String, numbers: NumbersTable, addedToSubtitle: [String] = [],
    addedToNote: [String] = [], hasDrawing: Bool = true
  ) {
    func joined(_ sentences: [String]) -> String { sentences.filter { !$0.isEmpty }.joined(separator: " ") }
    self.init(
      id: head.slug, title: head.title, subtitle: joined([head.subtitle] + addedToSubtitle), key: key, body: body,
      note: joined([head.note] + addedToNote), numbers: numbers, hasDrawing: hasDrawing)
  }

  static func empty(_ head: FigureHead, words: ChartWords, numbers: NumbersTable) -> Figure {
    Figure(
      head, body: Frame.empty(words.notEnoughData, words.nothingToDraw), numbers: numbers, hasDrawing: false)
  }
}
