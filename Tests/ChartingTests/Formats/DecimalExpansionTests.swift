import Testing

@testable import Charting

@Suite struct DecimalExpansionTests {
  private func text(_ value: Double, _ decimals: Int) -> String {
    DecimalExpansion(value).magnitude(decimals: decimals, point: ".", group: ",")
  }

  @Test func roundsAsTheDigitsRead() {
    #expect(text(1.005, 2) == "1.01")
    #expect(text(2.5, 0) == "3")
    #expect(text(0.5, 0) == "1")
    #expect(text(0.049, 1) == "0.0")
    #expect(text(999.95, 1) == "1,000.0")
  }

  @Test func holdsTheWholeRange() {
    #expect(text(1e21, 0) == "1,000,000,000,000,000,000,000")
    #expect(text(1e-9, 9) == "0.000000001")
    #expect(DecimalExpansion(-0.0) == DecimalExpansion(0))
    #expect(DecimalExpansion(.greatestFiniteMagnitude).exponent == 309)
  }
}
