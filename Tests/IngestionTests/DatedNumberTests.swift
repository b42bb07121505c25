import Testing
import Vocabulary

@testable import Ingestion

struct DatedNumberTests {
  private func isOne(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { DatedNumber.expected($0) != nil }
  }

  @Test(arguments: [
    "10. Dez", "10-Dec", "Dec-10", "Jan 99", "Jan. 99", "10 déc.", "2026-12-10 00:00:00", "2026-12-10", "10.12.2026",
    "12/31/2026",
  ])
  func dates(text: String) { #expect(isOne(text)) }

  @Test(arguments: [
    "2026-12-10 10:11:12", "2026-03-01T00:00+0100", "10.12", "10 pcs", "Dec", "Dec 2026", "May the 4", "n/a",
    "12,50", "1.2.3",
  ])
  func others(text: String) { #expect(!isOne(text)) }

  /// The row says what has happened to the price and what to do.
  @Test func aPriceThatBecameADateIsCalledSo() throws {
    let reading = try Sample(
      "Campaign,Day,Currency code,Cost,Impr.\nA,2026-01-01,EUR,1.50,9\nA,2026-01-02,EUR,10. Dez,9\n"
        + "A,2026-01-03,EUR,2026-12-10 00:00:00,9\nA,2026-01-04,EUR,1.50,Jan 99\nA,2026-01-05,EUR,none at all,9\n"
    ).read()
    #expect(reading.all.rejectedRows.map(\.line) == [3, 4, 5, 6])
    #expect(
      reading.all.rejectedRows.map { $0.expected == DatedNumber.expected } == [true, true, true, false])
    #expect(reading.all.rejectedRows.map(\.found).prefix(3) == ["10. Dez", "2026-12-10 00:00:00", "Jan 99"])
    #expect(reading.total(.spend) == "1.5")
  }
}
