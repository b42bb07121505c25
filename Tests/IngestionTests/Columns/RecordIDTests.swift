import Testing

@testable import Ingestion

struct RecordIDTests {
  @Test(arguments: ["6.49E+17", "1,20253E+17", "2e+11"])
  func whatSpreadsheetsMakeOfLongNumbersIsDamaged(text: String) { #expect(RecordID.isDamaged(text)) }

  @Test(arguments: [
    "649000000000000000", "1E5", "006x0000001YtCrAAK", "E+5", "a1E+5", "1.2.3E+5", "3E+", "zcrm_5110", "",
  ])
  func idsAreNot(text: String) { #expect(!RecordID.isDamaged(text)) }
}
