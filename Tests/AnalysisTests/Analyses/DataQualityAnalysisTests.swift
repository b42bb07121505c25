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

  /// Monday and Thursday: of advertising two days are missing, of payments none is.
  @Test func aDayWithoutASaleIsNoGap() throws {
    let windows = [DateWindow(day: monday), DateWindow(day: monday + 3)]
    let ads = try #require(
      DataQualityAnalysis.source(CoveredSource(kind: .advertising, platform: "A", windows: windows)))
    let payments = try #require(
      DataQualityAnalysis.source(CoveredSource(kind: .payments, platform: "A", windows: windows)))
    let between = DateWindow(first: monday + 1, last: monday + 2)
    #expect(ads.gaps == [between].compactMap { $0 } && ads.silences.isEmpty && ads.isDaily)
    #expect(payments.gaps.isEmpty && payments.silences == [between].compactMap { $0 } && !payments.isDaily)
    #expect(ads.daysWithout == 2 && payments.daysWithout == 2 && payments.days == 2)
  }

  /// Who was reached on two days may be the same person; visits and visitors are no sum, nor are two tables of one site.
  @Test func onlyWhatMayBeAddedIs() {
    func row(_ table: String, _ metric: String, _ figure: String, by dimension: String, isAdditive: Bool) -> Restatement
    {
      Restatement(
        table: table, metric: metric, figure: figure, dimension: dimension, isAdditive: isAdditive, key: "", day: nil,
        oldValue: 2_000_000, newValue: 3_000_000, oldFile: "old", newFile: "new", window: nil)
    }
    let sessions = row("webTraffic", "valueMicros", "sessions", by: "channel", isAdditive: true)
    let rows = [
      row("adPerformance", "reach", "", by: "", isAdditive: false),
      row("adPerformance", "reach", "", by: "", isAdditive: false), sessions, sessions,
      row("webTraffic", "valueMicros", "sessions", by: "country", isAdditive: true),
      row("webTraffic", "valueMicros", "users", by: "channel", isAdditive: false),
    ]
    let restated = DataQualityAnalysis.restated(rows)
    #expect(restated.map(\.metric) == ["reach", "sessions", "sessions", "users"])
    #expect(restated.map(\.dimension) == ["", "channel", "country", "channel"])
    #expect(restated.map(\.rows) == [2, 2, 1, 1])
    // A single row needs no sum.
    #expect(restated.map(\.old) == [nil, 4, 2, 2] && restated.map(\.new) == [nil, 6, 3, 3])
    #expect(restated.allSatisfy { !$0.isMoney })
  }
}
