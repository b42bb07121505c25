import Testing

@testable import Charting

@Suite struct BandLabelTests {
  @Test func shortNamesStayOnOneLine() {
    #expect(BandLabel("Email") == BandLabel("Email", width: 40))
    #expect(BandLabel("Email").lines == ["Email"])
  }

  @Test func longNamesWrapAtAPlaceToBreak() {
    let label = BandLabel("Shopping: tents and sleeping bags")
    #expect(label.lines.count == 2 && !label.isCut)
    #expect(label.lines.joined(separator: " ") == "Shopping: tents and sleeping bags")
  }

  @Test func codesWithoutBreaksAreCutInTheMiddle() {
    let label = BandLabel("UKBrandExactMatchHighIntentPurchasers2026Q4")
    #expect(label.isCut && label.lines.count == 1)
    #expect(label.lines[0].hasPrefix("UK") && label.lines[0].hasSuffix("Q4") && label.lines[0].contains("…"))
  }

  @Test(arguments: EdgeCases.labels)
  func everyLineFits(_ name: String) {
    #expect(BandLabel(name).width <= BandLabel.widest)
  }

  @Test func familiesAndWideLettersAreMeasuredByCluster() {
    #expect(TextWidth.of("👨‍👩‍👧‍👦") == 1.25 * 12 * 1.08)
    #expect(TextWidth.of("東京") == 2 * 12 * 1.08)
    #expect(TextWidth.of("e\u{301}") == TextWidth.of("é"))
  }
}
