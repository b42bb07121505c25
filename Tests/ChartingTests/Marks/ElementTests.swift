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

  /// Browsers take a sign under an accent for the sign; no control character is written.
  @Test func escapingLooksAtEachCodePoint() {
    let markup = Element("g").set("a", "x\"\u{301}").text("£\u{85}5 \u{7F}é\n東\u{A0}").markup
    #expect(Array(markup.utf8) == Array("<g a=\"x&quot;\u{301}\">£5 é 東\u{A0}</g>".utf8))
    for (text, written) in [("\u{80}a\u{9F}", "a"), ("\u{7F}\u{A0}\u{BF}", "\u{A0}¿"), ("£", "£"), ("\u{9F}", "")] {
      #expect(Element.escape(text) == written)
    }
  }

  @Test(arguments: [
    (0.0, "0"), (-0.001, "0"), (0.005, "0.01"), (-0.004, "0"), (-0.05, "-0.05"), (0.1, "0.1"), (12.5, "12.5"),
    (99.999, "100"), (-7.25, "-7.25"), (100, "100"), (1_234.5678, "1234.57"), (1e12, "1000000000"),
    (-1e12, "-1000000000"), (999_999_999.99, "999999999.99"), (-999_999_999.99, "-999999999.99"), (10.01, "10.01"),
  ])
  func coordinates(_ value: Double, _ text: String) { #expect(Length.number(value) == text) }

  @Test func anElementThatIsUsedTwiceStaysItself() {
    let rule = Element("line").set("x", "1")
    let (long, short) = (rule.set("y", "2").text("a"), rule.set("z", "3"))
    #expect(rule.markup == "<line x=\"1\"/>")
    #expect(long.markup == "<line x=\"1\" y=\"2\">a</line>" && short.markup == "<line x=\"1\" z=\"3\"/>")
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
