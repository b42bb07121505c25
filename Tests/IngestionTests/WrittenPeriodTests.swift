import Testing

@testable import Ingestion

struct WrittenPeriodTests {
  @Test(arguments: [
    ("Shop-Campaigns-Feb-2-2026-Feb-8-2026.csv", "2026-02-02…2026-02-08"),
    ("Shop 24-Ad sets-Dec-29-2025-Jan-4-2026 (1).xlsx", "2025-12-29…2026-01-04"),
    ("ads.zip/Shop-Ads-Mar-5-2026-Mar-5-2026.csv", "2026-03-05"),
  ])
  func daysInWords(name: String, window: String) {
    #expect(WrittenPeriod.window(name)?.description == window)
  }

  @Test(arguments: [
    "Shop-Campaigns-Feb-2-2026.csv", "Shop-Campaigns-Feb-8-2026-Feb-2-2026.csv", "Shop 2 3 2026 4 5 2026.csv",
    "Shop-Campaigns-Feb-30-2026-Mar-2-2026.csv", "",
  ])
  func otherNamesTellNoPeriod(name: String) { #expect(WrittenPeriod.window(name) == nil) }
}
