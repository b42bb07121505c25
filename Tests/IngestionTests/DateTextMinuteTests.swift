import Testing
import Vocabulary

@testable import Ingestion

struct DateTextMinuteTests {
  @Test(arguments: [
    ("2026-03-02 23:50:31", "2026-03-02 23:50"), ("2026-03-02 9:05", "2026-03-02 09:05"),
    ("Mar 2, 2026 12:01:14 AM", "2026-03-02 00:01"), ("2026-03-02T23:50:31-05:00", "2026-03-02 23:50"),
    ("2026-03-02", "2026-03-02"),
  ])
  func theMinuteIsThatOfTheCellsClock(text: String, minute: String) throws {
    #expect(try #require(DateText(text, order: nil)).minuteText == minute)
  }
}
