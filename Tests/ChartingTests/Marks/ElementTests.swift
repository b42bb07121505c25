import Testing

@testable import Charting

@Suite struct ElementTests {
  @Test func textAndAttributesAreEscaped() {
    let element = Element("text", class: "a\"b").text("<script>&\"'</script>\u{1}")
    #expect(element.markup == "<text class=\"a&quot;b\">&lt;script&gt;&amp;&quot;&#39;&lt;/script&gt;</text>")
  }

  @Test func emptyHTMLElementsAreClosed() {
    #expect(Element("li").markup == "<li></li>")
    #expect(Element("rect").at(["x": .percent(12.5), "y": 3]).markup == "<rect x=\"12.5%\" y=\"3\"/>")
  }

  @Test func slugs() {
    func slug(_ id: String) -> String { FigureHead(id: id, title: "", subtitle: "", name: "").slug }
    #expect(slug("Fig ROI / Week 3") == "fig-roi-week-3")
    #expect(slug("3 months") == "fig-3-months")
    #expect(slug("東") == "u6771")
    #expect(slug("!!") == "figure")
    #expect(slug("a\"><b") == "a-b")
  }
}
