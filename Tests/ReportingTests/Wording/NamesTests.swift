import Testing

@testable import Reporting

@Suite struct NamesTests {
  @Test func controlAndDirectionCharactersGo() {
    #expect(Names.shown("a\u{0000}b\u{202E}c") == "a bc")
    #expect(Names.shown("שם") == "\u{2068}שם\u{2069}")
  }

  @Test func lists() {
    #expect(Names.list([]) == "")
    #expect(Names.list(["A"]) == "A")
    #expect(Names.list(["A", "B", "C"]) == "A, B and C")
  }

  @Test func tokensAreSpeltOut() {
    #expect(Names.spelledOut("daysSinceOrder") == "Days since order")
    #expect(Names.spelledOut("AUC") == "AUC")
  }
}
