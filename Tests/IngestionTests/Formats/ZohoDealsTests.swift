import Ingestion
import Testing
import Vocabulary

struct ZohoDealsTests {
  @Test func deals() throws {
    let reading = try Sample(
      """
      Record Id,Deal Owner,Deal Name,Amount,Closing Date,Account Name,Stage,Pipeline,Lead Source,Created Time
      zcrm_5110001,Somebody,Renewal,1250.50,2026-03-25,Acme,Closed Won,Standard,Cold Call,2026-01-02 10:00:00
      zcrm_5110002,Somebody,Launch,,2026-05-25,Acme,Needs Analysis,Standard,,2026-01-02 10:00:00
      zcrm_5110003,Somebody,Start,7,2026-05-25,Acme,Waiting for legal,Standard,,2026-01-02 10:00:00
      """
    ).read()
    #expect(reading.recognition.format == "ZohoDeals")
    #expect(reading.all.deals.map(\.outcome) == [.won, .open, nil])
    #expect(reading.all.deals.map(\.channel) == [.offline, nil, nil])
    #expect(reading.all.deals[0].dealID == "zcrm_5110001" && reading.all.deals[0].companyID == "Acme")
    #expect(reading.total(.dealAmount) == "1257.5")
  }
}
