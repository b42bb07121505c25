import Ingestion
import Testing
import Vocabulary

struct CuratedSubscribersTests {
  @Test func subscribers() throws {
    let reading = try Sample(
      """
      Email Address,Subscribed at,UTM Source,UTM Medium,UTM Term,UTM Content,UTM Campaign,UTM Last Path,UTM Referrer
      ann@example.org,2026-02-04 23:55:20 +0000,x,,,,,,
      bob@example,2026-02-04 23:55:20 +0000,,,,,,,
      """
    ).read()
    #expect(reading.recognition.format == "CuratedSubscribers")
    #expect(reading.all.listMemberships.map(\.sinceDay?.description) == ["2026-02-04"])
    #expect(reading.summary.problems.map(\.column) == ["Email Address"])
    #expect(reading.total(.subscribers) == "1")
  }
}
