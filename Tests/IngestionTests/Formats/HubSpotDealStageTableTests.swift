import Ingestion
import Testing
import Vocabulary

struct HubSpotDealStageTableTests {
  @Test func aStageWithoutADealIsRefused() throws {
    let reading = try Sample("deal_id,date_entered,value\n1,2026-01-02 6:49:18,s1\n,2026-01-02 06:49:18,s1\n3,,s2\n")
      .read()
    #expect(reading.recognition.format == "HubSpotDealStageTable")
    #expect(reading.all.dealStageChanges.map(\.stage) == ["s1"])
    #expect(reading.summary.problems.map(\.column) == ["deal_id", "date_entered"])
  }

  /// Figures by Python's csv module over the same file; 2021-01-07T06:49:18Z is 1610002158.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("hubspot-api/deal_stage_data.csv")
    #expect(reading.summary.rowsRead == 14 && reading.summary.rowsRejected == 0)
    let changes = reading.all.dealStageChanges
    #expect(changes.first?.dealID == "3954699413" && changes.first?.instant == 1_610_002_158)
    #expect(changes.count { $0.stage == "09a969da1d61b38bd3746f0f49c1475a" } == 7)
    #expect(Set(changes.map(\.stage)).count == 3)
    #expect(reading.recognition.window?.description == "2021-01-07…2021-01-12")
  }
}
