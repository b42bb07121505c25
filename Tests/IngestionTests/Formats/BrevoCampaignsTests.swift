import Ingestion
import Testing
import Vocabulary

struct BrevoCampaignsTests {
  @Test func mailings() throws {
    let reading = try Sample(
      """
      Campaign ID;Campaign Name;Subject;Sent Date;Recipients;Delivered;Trackable openers;Opens;Unique clickers;Clicks;Unsubscribed;Hard bounces;Soft bounces;Complaints
      12;Spring;Hello;25-01-2026 10:00:00;100;97;40;55;8;9;1;2;1;0
      13;Summer;Hi;26-01-2026 10:00:00;10;10;;;1;1;0;0;0;0
      """
    ).read()
    #expect(reading.recognition.format == "BrevoCampaigns")
    #expect(reading.total(.emails) == "107" && reading.total(.opens) == "55" && reading.total(.clicks) == "10")
    #expect(reading.all.emailCampaigns.map(\.uniqueOpens) == [40, nil])
    #expect(reading.all.emailCampaigns[0].sentDay?.description == "2026-01-25")
    #expect(reading.all.emailCampaigns[0].hardBounces == 2 && reading.all.emailCampaigns[0].recipients == 100)
  }
}
