import Testing
import Vocabulary

struct ChannelConditionTests {
  private func takes(_ field: ChannelCondition.Field, _ patterns: [TextPattern], _ origin: TrafficSource) -> Bool {
    let rule = ChannelRule("own", .sms, [ChannelCondition(field, patterns)])
    return ChannelGrouping(version: "test", rules: [rule]).channel(of: origin) == .sms
  }

  @Test(arguments: [
    ("partner.example", true), ("www.partner.example", true), ("Blog.Partner.Example", true),
    ("notpartner.example", false), ("partner.example.org", false), ("partner", false), ("partner.example / x", false),
  ])
  func aHostTakesAllThatLiesBelowIt(source: String, expected: Bool) {
    let origin = TrafficSource(source: source, medium: "referral")
    #expect(takes(.host, [.exactly("partner.example")], origin) == expected)
  }

  @Test func otherPatternsSeeTheHostWithoutItsFirstLabelWww() {
    let origin = TrafficSource(source: "www.partner.example", medium: "referral")
    #expect(takes(.host, [.beginning("partner.")], origin))
    #expect(!takes(.host, [.beginning("www.")], origin))
    #expect(takes(.source, [.beginning("www.")], origin))
  }

  @Test func eachFieldIsItsOwn() {
    let origin = TrafficSource(source: "One", medium: "Two", campaign: "Three", clickID: "GCLID")
    #expect(takes(.source, [.exactly("one")], origin) && !takes(.source, [.exactly("two")], origin))
    #expect(takes(.medium, [.exactly("cpc")], origin), "the click id makes it paid")
    #expect(takes(.campaign, [.ending("ree")], origin) && !takes(.campaign, [.ending("two")], origin))
    #expect(takes(.clickID, [.exactly("gclid")], origin))
    #expect(takes(.sourceKind, [.exactly("search")], TrafficSource(source: "www.google.de", medium: "x")))
    #expect(!takes(.sourceKind, [.exactly("social")], TrafficSource(source: "www.google.de", medium: "x")))
  }

  @Test(arguments: TextPattern.Comparison.allCases)
  func aPatternIsMadeAgainOfItsParts(comparison: TextPattern.Comparison) throws {
    let pattern = try TextPattern(comparison, "ab")
    #expect(pattern.comparison == comparison && pattern.text == "ab")
    #expect(try TextPattern(pattern.comparison, pattern.text) == pattern)
  }

  /// One text of each, and one that only the neighbouring comparison would take.
  @Test(arguments: [
    (TextPattern.exactly("ab"), "ab", "abc"), (.beginning("ab"), "abc", "cab"), (.ending("ab"), "cab", "abc"),
    (.containing("ab"), "cabc", "acb"),
  ])
  func comparisons(pattern: TextPattern, taken: String, refused: String) {
    #expect(takes(.medium, [pattern], TrafficSource(source: "x", medium: taken)))
    #expect(!takes(.medium, [pattern], TrafficSource(source: "x", medium: refused)))
  }
}
