import Testing
import Vocabulary

@testable import Ingestion

struct CaseSlotsTests {
  private enum One: CaseIterable { case only }
  private enum Word: String, CaseIterable { case zebra, apple, mango }

  @Test func eachCaseHasAPlaceOfItsOwn() {
    var slots = CaseSlots<TotalMetric, Int>()
    for (number, metric) in TotalMetric.allCases.enumerated() { slots[metric] = number }
    for (number, metric) in TotalMetric.allCases.enumerated() { #expect(slots[metric] == number) }
    slots[.spend] = nil
    #expect(slots[.spend] == nil && slots.filled.count == TotalMetric.allCases.count - 1)
  }

  @Test func orderIsThatOfTheDeclaration() {
    var slots = CaseSlots<Word, Int>()
    slots[.mango] = 3
    slots[.zebra] = 1
    #expect(slots.filled.map(\.key) == [.zebra, .mango] && slots[.apple] == nil)
  }

  @Test func aSingleCaseTakesNoSpace() {
    var slots = CaseSlots<One, String>()
    slots[.only] = "x"
    #expect(slots[.only] == "x")
  }
}
