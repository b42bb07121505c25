import Ingestion
import Testing
import Vocabulary

struct GoogleAdsEditorFileTests {
  @Test func settingsAreSkippedByName() throws {
    let reading = try Sample(
      "Campaign\tAd Group\tMax CPC\tMax CPM\tTarget CPA\tAudience targeting\tAd Group Status\nBrand\tExact\t0.01\t0.01\t\tAudience segments\tEnabled\n"
    ).read()
    #expect(reading.recognition.format == "GoogleAdsEditorFile")
    #expect(reading.all.skippedRows.map(\.reason) == [.settings])
    #expect(reading.summary.totals.isEmpty)
    #expect(reading.recognition.notes.first?.contains("settings, not results") == true)
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("google-ads/editor_campaign_utf16.csv")
    #expect(reading.recognition.format == "GoogleAdsEditorFile" && reading.recognition.encoding == "UTF-16LE")
    #expect(reading.summary.rowsRead == 15 && reading.summary.rowsSkipped == 15)
    #expect(Set(reading.all.skippedRows.map(\.reason)) == [.settings])
  }
}
