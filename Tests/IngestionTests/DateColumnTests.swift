import Ingestion
import Testing
import Vocabulary

/// Day 45909 is 2025-09-09, 45914 the 14th.
struct DateColumnTests {
  /// A workbook of advertising whose days are these cells; style 1 is a date.
  private static func sample(_ days: [String]) throws -> Sample {
    let rows = days.enumerated().map { place, day in
      "<row r=\"\(place + 2)\"><c t=\"inlineStr\"><is><t>A\(place)</t></is></c>\(day)<c><v>5</v></c></row>"
    }
    return try WorkbookSample(
      WorkbookSample.row(1, ["Campaign name", "Day", "Amount spent (EUR)"]) + rows.joined(),
      styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
    ).sample()
  }

  private static func date(_ number: Int) -> String { "<c s=\"1\"><v>\(number)</v></c>" }

  private static func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }

  /// A spreadsheet of another locale made a date of 09/09/2025 and could make none of the 13th.
  @Test(arguments: ["13/09/2025", "13.09.2025", "09-13-2025", "13/09/25"])
  func datesThatASpreadsheetHasPartlyTurnedRoundAreRefused(left: String) throws {
    let sample = try Self.sample([Self.date(45_909), Self.text(left), Self.date(45_909)])
    let order = left.hasPrefix("13") ? DateOrder.dayMonthYear : .monthDayYear
    #expect(
      sample.failure(ReadOptions(dateOrder: order)) == .turnedDates(file: "book.xlsx", column: "Day", line: 2))
  }

  @Test func datesThatAreNoneOfThatAreRead() throws {
    let late = try Self.sample([Self.date(45_909), Self.date(45_914), Self.text("15/09/2025")])
    #expect(try late.read().recognition.window?.description == "2025-09-09…2025-09-15")
    let early = try Self.sample([Self.date(45_909), Self.text("2025-09-13")])
    #expect(try early.read().recognition.window?.description == "2025-09-09…2025-09-13")
  }
}
