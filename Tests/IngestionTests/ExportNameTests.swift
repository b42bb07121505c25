import Testing
import Vocabulary

@testable import Ingestion

struct ExportNameTests {
  @Test(
    "the day on which a file was made, by its name; a period is none",
    arguments: [
      ("orders-2026-10-05.csv", "2026-10-05"), ("2026-10-05/orders (2026-10-06).csv", "2026-10-06"),
      ("2026-10-05/orders.csv", "2026-10-05"),
      ("ads_2026-01-01_2026-12-31.csv", nil), ("ads_2026-01-01_2026-01-31_2026-02-02.csv", "2026-02-02"),
      ("2026-10-12 week of 2026-10-05.csv", "2026-10-05"), ("orders.csv", nil), ("2026-13-05.csv", nil),
    ] as [(String, String?)])
  func theDayOfExport(name: String, day: String?) {
    #expect(ExportName.lastDay(name) == day.flatMap { Day(iso: $0) })
  }

  /// The year in the third is no count of copies.
  @Test(arguments: [
    ("Chart (1).csv", "Chart", " (1)"), ("Chart.csv.gz", "Chart", ""), ("Plan (2026).csv", "Plan (2026)", ""),
    ("(1).csv", "(1)", ""), ("Chart(1).xls", "Chart(1)", ""), ("shop.de (12).csv.bz2", "shop.de", " (12)"),
  ])
  func endingsAndMarksOfCopies(name: String, leaf: String, mark: String) {
    let export = ExportName("A shop.com (1).zip/b.com/" + name)
    #expect(export.leaf == leaf && export.copyMark == mark)
    #expect(export.folders == ["b.com", "A shop.com"])
  }
}
