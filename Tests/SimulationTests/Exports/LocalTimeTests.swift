import Testing
import Vocabulary

@testable import Simulation

@Suite struct LocalTimeTests {
  /// Clock changes of 2025: 30 March and 26 October.
  @Test(arguments: [
    ("2025-03-29", 43_200, "2025-03-29 12:00:00 +0000"), ("2025-03-30", 1_800, "2025-03-30 00:30:00 +0000"),
    ("2025-03-30", 5_400, "2025-03-30 02:30:00 +0100"), ("2025-03-30", 43_200, "2025-03-30 12:00:00 +0100"),
    ("2025-10-26", 1_800, "2025-10-26 00:30:00 +0100"), ("2025-10-26", 5_400, "2025-10-26 01:30:00 +0000"),
    ("2025-10-25", 86_399, "2025-10-25 23:59:59 +0100"), ("2026-03-29", 7_200, "2026-03-29 02:00:00 +0100"),
    ("2026-03-31", 0, "2026-03-31 00:00:00 +0100"), ("2026-10-25", 7_200, "2026-10-25 02:00:00 +0000"),
  ]) func londonTime(day: String, second: Int, expected: String) throws {
    let time = LocalTime(day: try #require(Day(iso: day)), second: second)
    #expect("\(time.text) \(time.offset)" == expected)
  }

  @Test func stretchingKeepsOrderAndDay() {
    var last = ""
    for step in 0..<1_000 {
      let time = LocalTime(time: 3 + Double(step) / 1_000, firstDay: BusinessPlan.usualFirstDay)
      #expect(time.day == BusinessPlan.usualFirstDay + 3)
      #expect(time.text >= last)
      last = time.text
    }
    #expect(last.hasPrefix("2024-11-07 23"))
  }
}
