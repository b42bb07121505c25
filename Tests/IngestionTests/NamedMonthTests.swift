import Testing
import Vocabulary

@testable import Ingestion

struct NamedMonthTests {
  private func isOne(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { NamedMonth.isOne($0) }
  }

  @Test(arguments: ["01/2026", "1.2026", "2026-01", "Januar 2026", "Jan-2026", "janv. 2026"])
  func months(text: String) { #expect(isOne(text)) }

  @Test(arguments: ["13/2026", "2026-13", "March 15", "1.50", "10.2500", "01/03/2026", "2026", "", "Nobody 2026"])
  func others(text: String) { #expect(!isOne(text)) }

  /// The row says why it is refused and what to do.
  @Test func aMonthIsNoDay() throws {
    var mapping = TableMapping(name: "till", kind: .offlineSales)
    mapping.fields = [.day: FieldMapping(["Monat"]), .net: FieldMapping(["Netto"])]
    mapping.constants = [.currency: "EUR"]
    let reading = try Sample("Monat;Netto\nJanuar 2026;10\n02/2026;5\n").read(ReadOptions(mappings: [mapping]))
    #expect(reading.all.rejectedRows.map(\.found) == ["Januar 2026", "02/2026"])
    #expect(reading.all.rejectedRows.allSatisfy { $0.expected == NamedMonth.expected })
  }
}
