import Ingestion
import Testing
import Vocabulary

struct DateColumnsTests {
  private let header = "Record ID,Deal Name,Deal Stage,Close Date,Create Date\n"

  /// The day of creation proves that days come first, so that the ambiguous day of closing is the third of April.
  @Test func aColumnThatLeavesTheOrderOpenFollowsTheOthers() throws {
    let reading = try Sample(header + "1,A,Demo,03/04/2026,25/03/2026\n").read()
    #expect(reading.all.deals.first?.closeDay?.description == "2026-04-03")
    // The file's own words go before what was declared.
    let told = try Sample(header + "1,A,Demo,03/04/2026,25/03/2026\n").read(ReadOptions(dateOrder: .monthDayYear))
    #expect(told.all.deals.first?.closeDay?.description == "2026-04-03")
  }

  @Test func withoutProofItIsAsked() throws {
    let sample = try Sample(header + "1,A,Demo,03/04/2026,05/03/2026\n")
    #expect(sample.failure() == .ambiguousDates(file: "sample.csv", column: "Create Date", line: 2))
    #expect(
      try sample.read(ReadOptions(dateOrder: .monthDayYear)).all.deals.first?.createdDay?.description == "2026-05-03")
  }
}
