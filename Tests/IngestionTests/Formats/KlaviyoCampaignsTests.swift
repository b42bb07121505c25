import Ingestion
import Testing
import Vocabulary

struct KlaviyoCampaignsTests {
  @Test func campaignsAndTheirVersions() throws {
    let reading = try Sample(
      """
      Campaign Name,Variant Name,Subject,List,Send Time,Total Recipients,Unique Placed Order,Revenue,Unique Opens,Total Opens,Unique Clicks,Total Clicks,Unsubscribes,Spam Complaints,Successful Deliveries,Bounces,Campaign ID,Campaign Channel
      Spring,A,Hello,Main,2026-03-01 10:00:00,100,2,50.25,40,60,5,6,1,0,99,1,01AB,email
      Spring,B,Hi,Main,2026-03-01 10:00:00,100,1,10,30,35,4,4,0,0,98,2,01AB,email
      Text,,,Main,2026-03-02 10:00:00,50,0,0,0,0,3,3,0,0,50,0,01AC,sms
      """
    ).read()
    #expect(reading.recognition.format == "KlaviyoCampaigns")
    #expect(reading.all.emailCampaigns.map(\.campaignID) == ["01AB / A", "01AB / B"])
    #expect(reading.all.skippedRows.map(\.reason) == [.otherKind])
    #expect(reading.recognition.columns.first { $0.header == "Campaign Channel" }?.meaning == "channel")
    #expect(reading.total(.emails) == "197" && reading.total(.opens) == "95" && reading.total(.clicks) == "10")
    #expect(reading.total(.revenue) == "60.25" && reading.all.emailCampaigns[0].orders == 2)
  }

  /// A custom report of campaigns has words of its own.
  @Test func customReports() throws {
    let reading = try Sample(
      "Campaign name,Variant,Subject line,Audiences list,Message send date time,Message channel,Total recipients,"
        + "Unique opens,Unique clicks,Unique unsubscribes,Total spam complaints,Count of unique conversions,Conversion value\n"
        + "Spring,A,New chairs,All,2026-01-02 10:00:00,Email,100,40,10,1,0,2,45.00\n"
    ).read()
    #expect(reading.recognition.format == "KlaviyoCampaigns")
    let mailing = try #require(reading.all.emailCampaigns.first)
    #expect(mailing.subject == "New chairs" && mailing.list == "All" && mailing.sentDay?.description == "2026-01-02")
    #expect(mailing.recipients == 100 && mailing.orders == 2 && mailing.revenueMicros == 45_000_000)
    #expect(mailing.unsubscribes == 1 && mailing.complaints == 0)
  }
}
