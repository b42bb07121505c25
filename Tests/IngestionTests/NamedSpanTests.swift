import Testing
import Vocabulary

@testable import Ingestion

struct NamedSpanTests {
  private func isOne(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { NamedSpan.isOne($0) }
  }

  @Test(arguments: [
    "KW 10/2026", "KW10", "2026-W10", "W10 2026", "Week 10, 2026", "Semaine 10", "02.03.-08.03.2026",
    "2026-03-02 - 2026-03-08", "Mar 2 - Mar 8, 2026",
  ])
  func spans(text: String) { #expect(isOne(text)) }

  @Test(arguments: ["W", "KW 2026", "KW 54", "Week one", "10/2026", "02.03.2026", "SUM 10", "W10 W11", "All time", ""])
  func others(text: String) { #expect(!isOne(text)) }

  /// The row says why it is refused and what to do.
  @Test func aWeekIsNoDay() throws {
    var mapping = TableMapping(name: "till", kind: .offlineSales)
    mapping.fields = [.day: FieldMapping(["Woche"]), .net: FieldMapping(["Netto"])]
    mapping.constants = [.currency: "EUR"]
    let reading = try Sample("Woche;Netto\nKW 10/2026;10\n02.03.-08.03.2026;5\n").read(ReadOptions(mappings: [mapping]))
    #expect(reading.all.rejectedRows.map(\.found) == ["KW 10/2026", "02.03.-08.03.2026"])
    #expect(reading.all.rejectedRows.allSatisfy { $0.expected == NamedSpan.expected })
  }
}
