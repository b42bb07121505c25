import Testing

@testable import Ingestion

struct DayNumberTests {
  @Test(arguments: [
    ("45901", true), (" 45901 ", true), ("30000", true), ("60000", true), ("29999", false), ("60001", false),
    ("45901.5", false), ("4590a", false), ("045901", false), ("", false),
  ])
  func wholeNumbersOfDays(cell: String, isOne: Bool) {
    #expect(Array(cell.utf8).withUnsafeBufferPointer { DayNumber.isOne($0) } == isOne)
  }

  @Test func theCellsRowSaysWhatItIs() throws {
    let reading = try Sample("Campaign name,Day,Amount spent (EUR)\nA,45901,1\nB,2025-09-02,2\n").read()
    #expect(reading.all.rejectedRows.map(\.found) == ["45901"])
    #expect(reading.all.rejectedRows.map(\.expected) == [DayNumber.expected])
  }
}
