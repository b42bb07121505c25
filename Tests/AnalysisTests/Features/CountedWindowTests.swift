import Testing
import Vocabulary

@testable import Analysis

struct CountedWindowTests {
  private struct Told {
    var property = "Shop"
    var window: DateWindow
    var name: String
  }

  private func told(_ days: ClosedRange<Int>, _ name: String, property: String = "Shop") -> Told {
    let window = DateWindow(first: monday + days.lowerBound, last: monday + days.upperBound)
    return Told(property: property, window: window ?? DateWindow(day: monday), name: name)
  }

  private func counted(_ facts: [Told]) -> [String] {
    CountedWindow.all(of: facts, property: \.property, window: \.window).flatMap { $0.facts.map(\.name) }
  }

  @Test func theLaterWindowCountsAndOfTwoThatEndTogetherTheLonger() {
    #expect(
      counted([told(6...6, "Sunday"), told(0...6, "week"), told(-3...1, "earlier"), told(-9 ... -4, "before")])
        == ["week", "before"])
  }

  @Test func propertiesStandBesideEachOther() {
    #expect(
      counted([told(0...6, "shop"), told(-1...5, "blog", property: "Blog"), told(0...6, "shop too")])
        == ["shop", "shop too", "blog"])
  }

  /// It may be of the same site.
  @Test func withoutAPropertyAWindowCountsWhereNoOtherDoes() {
    #expect(
      counted([told(0...6, "unnamed", property: ""), told(3...3, "shop"), told(7...9, "alone", property: "")])
        == ["shop", "alone"])
  }
}
