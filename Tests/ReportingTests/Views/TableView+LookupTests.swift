import Testing

@testable import Reporting

@Suite struct TableViewLookupTests {
  private let cell = CellView("4", "n", label: "Orders", detail: "3–5", tag: TagView("In use", .good), plot: "<svg/>")

  /// A stored property that the look-up does not know would be looked for in the models around it.
  @Test func everyStoredPropertyAnswers() {
    let table = TableView(
      caption: "Orders", columns: [ColumnView("Day"), .number("Orders")], rows: [[CellView("Monday"), cell]])
    let (tag, empty) = (TagView("In use", .good), CellView(""))
    let models: [(Any, (String) -> Any?)] = [
      (table, table.child), (table.columns[0], table.columns[0].child), (table.rows[0], table.rows[0].child),
      (cell, cell.child), (empty, empty.child), (tag, tag.child),
    ]
    for (model, child) in models {
      for property in Mirror(reflecting: model).children {
        #expect(child(property.label ?? "") != nil, "\(type(of: model)).\(property.label ?? "")")
      }
      #expect(child("headline") == nil)
    }
  }

  @Test func whatIsMissingIsNotWritten() throws {
    let templates = try TemplateSet(overrides: [:])
    #expect(templates.render(CellView("4"), with: "cell") == "4")
    #expect(templates.render(cell, with: "cell").hasPrefix("<svg/>4<span class=\"tag up-good\">"))
    #expect(templates.render(cell, with: "cell").hasSuffix("In use</span><span class=\"small\">3–5</span>"))
  }
}
