import Ingestion
import Testing
import Vocabulary

struct FurtherHeaderTests {
  private var options: ReadOptions {
    var mapping = TableMapping(name: "ads", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Date"]), .spend: FieldMapping(["Cost"]), .clicks: FieldMapping(["Clicks"]),
    ]
    mapping.constants = [.currency: "EUR"]
    mapping.goesFirst = true
    return ReadOptions(mappings: [mapping])
  }

  private static let rows = "Date,Cost,Clicks\n2026-03-10,1.50,10\n2026-03-11,2.50,11\n"

  /// 5,000 impressions are no clicks, also where the tool's name stands between the two.
  @Test(arguments: [
    ("", "Date,Cost,Impressions", 4), ("\nMeta\n", "Date,Cost,Impressions", 6), ("", "Date,Clicks,Cost", 4),
    ("", "date,cost (USD),clicks", 4), ("", "Date,Cost,", 4),
  ])
  func anotherTableBelow(between: String, header: String, line: Int) throws {
    let failure = try Sample(Self.rows + between + header + "\n2026-03-10,3.50,5000\n").failure(options)
    #expect(failure == .stackedTables(file: "sample.csv", line: line))
  }

  /// 1.50 + 2.50 + 3.50 and 10 + 11 + 12.
  @Test(arguments: ["Date,Cost,Clicks", "DATE,COST,CLICKS"])
  func theSameHeaderAgain(header: String) throws {
    let reading = try Sample(Self.rows + header + "\n2026-03-12,3.50,12\n").read(options)
    #expect(reading.total(.spend) == "7.5" && reading.total(.clicks) == "33")
    #expect(reading.all.skippedRows.map(\.reason) == [.repeatedHeader] && reading.summary.rowsRejected == 0)
  }

  /// A header of two lines has one table below it.
  @Test func aSecondLineOfTheHeader() throws {
    let reading = try Sample("Date,Cost,Clicks\nDate,Cost,Link clicks\n2026-03-10,1.50,10\n").read(options)
    #expect(reading.total(.spend) == "1.5" && reading.all.rejectedRows.map(\.line) == [2])
  }
}
