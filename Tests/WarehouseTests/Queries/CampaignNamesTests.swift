import Testing

@testable import Warehouse

@Suite struct CampaignNamesTests {
  @Test func namesAndIdsOfAllRowsAreTold() throws {
    let scratch = try Scratch()
    try scratch.load(
      Export(
        "ads.csv",
        ads: [
          ad("Summer", "2026-09-01", spend: 3), ad("Brand", "2026-09-01", spend: 5, id: "12"),
          ad("Brand", "2026-09-02", spend: 6, id: "12"), ad("", "2026-09-01", spend: 2, id: "7"),
          ad("", "2026-09-01", spend: 1),
        ]))
    let names = try CampaignNames.fetch(from: scratch.warehouse)
    #expect(
      names == [
        CampaignName(name: "", id: "7"), CampaignName(name: "Brand", id: "12"), CampaignName(name: "Summer", id: ""),
      ])
  }
}
