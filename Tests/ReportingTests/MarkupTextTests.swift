import Testing

@testable import Reporting

struct MarkupTextTests {
  private let escape = MarkupText().escapeText

  @Test func signsThatMeanSomethingBecomeReferences() {
    #expect(escape("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
    #expect(escape("£184k, 東京 👨‍👩‍👧 ` = /") == "£184k, 東京 👨‍👩‍👧 ` = /")
    #expect(escape("") == "" && escape("&") == "&amp;" && escape("&&lt;") == "&amp;&amp;lt;")
  }

  /// Sign and accent are one character; a browser ends the attribute at the sign all the same.
  @Test func aSignUnderAnAccentIsStillASign() {
    #expect(Array(escape("\"\u{301} onclick=x").utf8) == Array("&quot;\u{301} onclick=x".utf8))
    #expect(Array(escape("<\u{338}b").utf8) == Array("&lt;\u{338}b".utf8))
  }

  @Test func everyTemplateWritesItsValuesSo() throws {
    let templates = try TemplateSet(overrides: [:])
    let wicked = "\"\u{301}><b>"
    let table = TableView(
      caption: wicked, columns: [ColumnView(wicked), ColumnView(wicked)],
      rows: [[CellView(wicked), CellView(wicked, detail: wicked, tag: TagView(wicked, .open))]])
    let card = CardView(anchor: "a", width: "w12", title: wicked, subtitle: wicked, table: table, note: wicked)
    let part = PartView("p", wicked, wicked, cards: [card], limits: [])
    let html = templates.render(part, with: "part")
    let bytes = Array(html.utf8)
    let (open, accent) = (Array("\"\u{301}".utf8), Array("&quot;\u{301}&gt;&lt;b&gt;".utf8))
    #expect(!bytes.indices.contains { bytes[$0...].starts(with: open) })
    // Heading, question, title and the link to it, subtitle, caption, two columns, a label, the name, the cell's text,
    // detail and tag, and the note.
    #expect(bytes.indices.count { bytes[$0...].starts(with: accent) } == 14)
  }

  /// The first line of what is parsed is not the user's.
  @Test func aFaultInTheFirstLineIsNamedThere() {
    #expect {
      try TemplateSet(overrides: ["cell.mustache": Array("{{text}} {{#tag}}".utf8)])
    } throws: { error in
      guard case ReportingError.templateSyntax("cell.mustache", 1, _, _) = error else { return false }
      return true
    }
  }

  /// A tag alone on the first line leaves no line behind.
  @Test func theFirstLineIsAnyLine() throws {
    let templates = try TemplateSet(overrides: ["cell.mustache": Array("{{#text}}\n<i>{{.}}</i>\n{{/text}}\n".utf8)])
    #expect(templates.render(CellView("4 < 5"), with: "cell") == "<i>4 &lt; 5</i>\n")
  }
}
