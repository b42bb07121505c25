import Ingestion
import Testing
import Vocabulary

struct MailchimpCampaignsTests {
  @Test func mailings() throws {
    let reading = try Sample(
      """
      Title,Subject,List,"Send Date","Send Weekday","Total Recipients","Successful Deliveries","Soft Bounces","Hard Bounces","Total Bounces","Unique Opens","Open Rate","Total Opens","Unique Clicks","Click Rate","Total Clicks",Unsubscribes,"Abuse Complaints","Unique Id","Total Orders","Total Revenue"
      "Spring","New, for you","Main","Jun 09, 2018 09:30 pm",Saturday,"1,110","1,108",1,1,2,300,27.08%,570,7,0.63%,9,4,0,ab12,3,$120.50
      "Summer","Hot","Main","Jul 01, 2018 08:00 am",Sunday,10,10,0,0,0,3,30.00%,3,0,0.00%,0,0,1,ab13,0,$0.00
      """
    ).read(ReadOptions(currency: Currency("USD")))
    #expect(reading.recognition.format == "MailchimpCampaigns")
    #expect(reading.total(.emails) == "1118" && reading.total(.opens) == "573" && reading.total(.clicks) == "9")
    #expect(reading.total(.revenue) == "120.5")
    let mailing = try #require(reading.all.emailCampaigns.first)
    #expect(mailing.campaignID == "ab12" && mailing.campaign == "Spring" && mailing.list == "Main")
    #expect(mailing.sentDay?.description == "2018-06-09" && mailing.recipients == 1_110 && mailing.uniqueOpens == 300)
    #expect(mailing.softBounces == 1 && mailing.unsubscribes == 4 && mailing.orders == 3)
    #expect(mailing.currency?.code == "USD")
  }
}
