import Testing
import Vocabulary

@testable import Warehouse

struct FileTotalsTests {
  private func row(_ section: Int, spend: Int64, clicks: Int64?) -> AdPerformance {
    var row = ad("A", "2026-03-01", spend: spend)
    row.origin = RecordOrigin(line: 2, section: section)
    row.clicks = clicks
    return row
  }

  /// In a workbook the rows of its sheets come in turn where several batches hold some of each.
  @Test func sumsAreKeptBySectionInWhateverOrderTheRowsCome() throws {
    var totals = FileTotals(file: "a")
    let rows: [(section: Int, spend: Int64, clicks: Int64?)] = [
      (1, 5, 2), (2, 7, nil), (1, 11, 3), (0, 1, nil), (2, 13, nil),
    ]
    for (section, spend, clicks) in rows {
      try totals.add(row(section, spend: spend, clicks: clicks))
    }
    #expect(
      totals.sums == [
        FileTotals.Key(section: 0, metric: .spend): 1_000_000, FileTotals.Key(section: 1, metric: .spend): 16_000_000,
        FileTotals.Key(section: 1, metric: .clicks): 5_000_000, FileTotals.Key(section: 2, metric: .spend): 20_000_000,
      ])
  }

  @Test func contactsAndOrdersAreCountedInTheirSection() throws {
    var totals = FileTotals(file: "a")
    var contact = Contact(origin: RecordOrigin(line: 2, section: 3), platform: "HubSpot", contactID: "1", email: nil)
    try totals.add(contact)
    contact.contactID = "2"
    try totals.add(contact)
    #expect(totals.sums == [FileTotals.Key(section: 3, metric: .contacts): 2_000_000])
  }

  @Test func whatDoesNotFitIsRefused() throws {
    var totals = FileTotals(file: "a")
    try totals.add(.max, .spend, section: 0)
    #expect(throws: WarehouseError.self) { try totals.add(1, .spend, section: 0) }
    #expect(throws: WarehouseError.self) { try totals.add(count: .max, .clicks, section: 0) }
  }
}
