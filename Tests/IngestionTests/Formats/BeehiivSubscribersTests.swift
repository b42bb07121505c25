import Ingestion
import Testing
import Vocabulary

struct BeehiivSubscribersTests {
  @Test func aWordThatIsNoStateIsRefused() throws {
    let reading = try Sample(
      "email,status,tier,created_at,unsubscribed_at\nann@example.org,snoozed,free,2026-01-02 10:00:00 UTC,\n"
    ).read()
    #expect(reading.recognition.format == "BeehiivSubscribers")
    #expect(reading.summary.problems.map(\.column) == ["status"])
  }

  /// Counted by hand: nine rows, of which two are inactive, one is pending, and one is active and yet unsubscribed.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("other-newsletter/members.csv")
    #expect(reading.summary.rowsRead == 9 && reading.summary.rowsRejected == 0)
    #expect(reading.total(.subscribers) == "5")
    let members = reading.all.listMemberships
    #expect(members.count { $0.state == .unsubscribed } == 3 && members.count { $0.state == .pending } == 1)
    #expect(members.first { $0.email.normalized == "unsublit@example.com" }?.sinceDay?.description == "2024-03-13")
    #expect(members.count { $0.tags == "premium" } == 4)
    #expect(reading.recognition.window?.description == "2023-03-24…2023-04-11")
  }
}
