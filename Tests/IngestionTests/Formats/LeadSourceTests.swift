import Testing
import Vocabulary

@testable import Ingestion

struct LeadSourceTests {
  @Test(arguments: [
    ("Trade Show", Channel.offline), ("External Referral", .referral), ("Google AdWords", .paidSearch),
    ("Web", .other), ("Advertisement", .other),
  ])
  func words(text: String, channel: Channel) { #expect(LeadSource.channel(text) == channel) }

  @Test func nothingIsNotRecorded() { #expect(LeadSource.channel("") == nil) }
}
