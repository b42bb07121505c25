import Testing

@testable import Modeling

@Suite("WarmupSchedule")
struct WarmupScheduleTests {
  @Test("windows of Stan's default")
  func standard() {
    let schedule = WarmupSchedule(1_000)
    #expect(schedule.massRange == 75..<950)
    // 25, 50, 100, 200 and the rest of 500: ends after 100, 150, 250, 450 and 950 iterations.
    #expect(schedule.windowEnds == [99, 149, 249, 449, 949])
  }

  @Test("short warm-ups have one window, very short ones none")
  func short() {
    #expect(WarmupSchedule(100).massRange == 15..<90)
    #expect(WarmupSchedule(100).windowEnds == [89])
    #expect(WarmupSchedule(19).windowEnds == [])
  }
}
