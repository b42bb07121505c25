import Testing
import Vocabulary

@testable import Analysis
@testable import Warehouse

struct DataQualityAnalysisTests {
  /// The newer file ends on the 30th; the figures that it changed are of the 4th to the 6th.
  @Test func restatedFiguresTellTheirOwnDays() throws {
    let rows = [monday + 3, monday + 5].map { day in
      Restatement(
        table: "adPerformance", metric: "spendMicros", key: "\(day)", day: monday + 29, oldValue: 1_500_000,
        newValue: 2_000_000, oldFile: "old", newFile: "new", window: DateWindow(day: day))
    }
    let restated = try #require(DataQualityAnalysis.restated(rows).first)
    #expect(restated.window == DateWindow(first: monday + 3, last: monday + 5))
    #expect(restated.rows == 2 && restated.old == 3 && restated.new == 4)
    #expect(restated.table == "adPerformance" && restated.column == "spendMicros" && restated.metric == "spend")
    var undated = rows[0]
    undated.window = nil
    #expect(DataQualityAnalysis.restated([undated]).first?.window == DateWindow(day: monday + 29))
  }
}
