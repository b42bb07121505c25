import Ingestion
import Testing
import Vocabulary

struct RepeatedHeadersTests {
  private static var options: ReadOptions {
    var mapping = TableMapping(name: "plan", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Date"]), .spend: FieldMapping(["Cost"]), .clicks: FieldMapping(["Clicks"]),
    ]
    mapping.constants = [.currency: "EUR"]
    return ReadOptions(mappings: [mapping])
  }

  /// The first row has the same in both.
  @Test func oneOfTwoThatDifferIsNotChosen() throws {
    let sample = try Sample(
      "Date,Cost,Clicks,cost,Clicks\n2026-03-10,10.50,1,10.50,1\n2026-03-11,11.50,2,21.25,2\n2026-03-12,1,3,2,4\n")
    #expect(
      sample.failure(Self.options)
        == .repeatedHeaders(file: "sample.csv", columns: ["Cost", "Clicks"], line: 3))
  }

  /// The same in both, nothing in the second, something else below a name that the mapping does not read, and a row of
  /// sums: 10.50 + 11.50.
  @Test(arguments: [
    "Date,Cost,Cost\n2026-03-10,10.50, 10.50\n2026-03-11,11.50,11.50\n",
    "Date,Cost,Cost\n2026-03-10,10.50,\n2026-03-11,11.50,--\n",
    "Date,Cost,Note,Note\n2026-03-10,10.50,a,b\n2026-03-11,11.50,c,d\n",
    "Date,Cost,Cost\n2026-03-10,10.50,\n2026-03-11,11.50,\nTotal,22,44\n",
  ])
  func aSecondColumnThatSaysNothingElseIsHarmless(text: String) throws {
    let reading = try Sample(text).read(Self.options)
    #expect(reading.total(.spend) == "22" && reading.summary.rowsRejected == 0)
  }

  /// Of a column that is empty and a later one that is not, the figures would be lost.
  @Test func theFirstMayBeTheEmptyOne() throws {
    let sample = try Sample("Date,Cost,Cost\n2026-03-10,,10.50\n")
    #expect(
      sample.failure(Self.options) == .repeatedHeaders(file: "sample.csv", columns: ["Cost"], line: 2))
  }
}
