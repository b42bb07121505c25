import Testing
import Vocabulary

@testable import Ingestion

struct CanonicalBatchAccountTests {
  @Test("a declared account is of files that name none, and of no others")
  func account() throws {
    var options = ReadOptions()
    options.account = "North"
    let silent = try Sample("Campaign name,Day,Impressions,Amount spent (EUR)\nA,2026-03-01,10,1\n").read(options)
    #expect(silent.all.adPerformance.map(\.account) == ["North"])
    #expect(silent.recognition.account == "North")
    let named = try Sample(
      "Account name,Campaign name,Day,Impressions,Amount spent (EUR)\nSouth,A,2026-03-01,10,1\n"
    ).read(options)
    #expect(named.all.adPerformance.map(\.account) == ["South"])
  }

  @Test("sites, profiles and shops as well")
  func others() {
    let origin = RecordOrigin(line: 2)
    let day = Day(number: 20_000)
    var batch = CanonicalBatch()
    batch.orderLines = ["", "EU"].map {
      OrderLine(
        origin: origin, platform: "Shop", shop: $0, orderID: "1", position: 1, product: "Tea", sku: "", quantity: 1)
    }
    batch.refunds = [Refund(origin: origin, platform: "Shop", shop: "", refundID: "7", day: day)]
    batch.webSessions = [WebSession(origin: origin, tool: "Web", property: "", sessionID: "s", day: day)]
    batch.assign(account: "UK")
    #expect(batch.orderLines.map(\.shop) == ["UK", "EU"])
    #expect(batch.refunds.map(\.shop) == ["UK"] && batch.webSessions.map(\.property) == ["UK"])
  }
}
