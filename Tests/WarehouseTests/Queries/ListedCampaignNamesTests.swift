import Testing
import Vocabulary

@testable import Warehouse

/// A list of campaigns joins tables that name them with tables that number them.
struct ListedCampaignNamesTests {
  private func list(_ name: String, _ campaigns: [(id: String, name: String)], account: String = "1") -> Export {
    var batch = CanonicalBatch()
    for (index, campaign) in campaigns.enumerated() {
      batch.adCampaigns.append(
        AdCampaign(
          origin: RecordOrigin(line: index + 2), platform: "Meta", account: account, campaignID: campaign.id,
          name: campaign.name))
    }
    batch.rowsRead = campaigns.count
    return Export(name, [batch])
  }

  private func spend(_ exports: [Export]) throws -> Int64 {
    var answers: Set<Int64> = []
    for order in [exports, exports.reversed()] {
      let scratch = try Scratch()
      for export in order { try scratch.load(export) }
      try scratch.warehouse.markUncountedAds()
      answers.insert(
        try AdSpendRows.fetch(from: scratch.warehouse).compactMap(\.spendMicros).reduce(0, +) / Micros.perUnit)
    }
    #expect(answers.count == 1, "the order of loading makes a difference")
    return answers.first ?? -1
  }

  @Test("a table by id does not count beside one by name, in the same shape and in another", arguments: ["", "device"])
  func namesAndIDs(breakdown: String) throws {
    let names = Export("ui", ads: [ad("Brand", "2026-03-01", spend: 10)])
    let ids = Export(
      "table", ads: [ad("", "2026-03-01", spend: 10, breakdown: breakdown, account: "1", id: "2012345678")])
    #expect(try spend([names, ids]) == 20)
    #expect(try spend([names, ids, list("list", [("2012345678", "Brand")])]) == 10)
    #expect(try spend([names, ids, list("list", [("2012345678", "Spring")])]) == 20)
  }

  @Test("two campaigns that a list calls alike are two, and one that two lists call otherwise is not known by name")
  func namesOfSeveral() throws {
    let ids = Export(
      "table",
      ads: [
        ad("", "2026-03-01", spend: 10, account: "1", id: "2012345678"),
        ad("", "2026-03-01", spend: 4, account: "1", id: "2012345679"),
      ])
    let both = list("list", [("2012345678", "Brand"), ("2012345679", "Brand")])
    #expect(try spend([ids, both]) == 14)
    let names = Export("ui", ads: [ad("Brand", "2026-03-01", spend: 10)])
    let first = list("list", [("2012345678", "Brand")])
    #expect(try spend([ids, names, first, list("other", [("2012345678", "Spring")], account: "2")]) == 24)
  }
}
