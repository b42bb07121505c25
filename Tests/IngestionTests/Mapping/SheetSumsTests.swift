import Ingestion
import Testing
import Vocabulary

/// A sheet for each channel, and one that sums them up.
struct SheetSumsTests {
  private static let sameDays = " hold rows of the same days, and all of them count: if one of them sums up others, "

  private func read(_ sheets: [(name: String, rows: [String])]) throws -> Reading {
    var mapping = TableMapping(name: "plan", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Day"]), .campaign: FieldMapping(["Campaign"]), .spend: FieldMapping(["Cost"]),
      .clicks: FieldMapping(["Clicks"]),
    ]
    mapping.constants = [.channel: "offline", .currency: "EUR"]
    let book = WorkbookSample(
      sheets: sheets.map { sheet -> (name: String, state: String, xml: String) in
        let rows = (["Day,Campaign,Cost,Clicks"] + sheet.rows).enumerated().map { place, row in
          WorkbookSample.row(place + 1, row.split(separator: ",").map(String.init))
        }
        return (sheet.name, "visible", WorkbookSample.sheet(rows.joined()))
      })
    return try book.sample().read(ReadOptions(mappings: [mapping]))
  }

  private static let google = ["2026-03-11,G,10.25,2", "2026-03-12,G,11,3"]
  private static let meta = ["2026-03-11,M,20,4", "2026-03-12,M,21.50,0"]

  /// 10.25 + 20 and 11 + 21.50 euros, 2 + 4 and 3 + 0 clicks.
  @Test(arguments: ["Summary", "Gesamt", "All channels", "Übersicht 2026"])
  func theOverviewIsLeftOut(name: String) throws {
    let reading = try read([
      (name, ["2026-03-11,All,30.25,6", "2026-03-12,All,32.5,3"]), ("Google", Self.google), ("Meta", Self.meta),
    ])
    #expect(reading.total(.spend) == "62.75" && reading.total(.clicks) == "9" && reading.summary.rowsRead == 4)
    #expect(reading.all.adPerformance.map(\.campaign) == ["G", "G", "M", "M"])
    #expect(reading.recognition.dialect == "sheet \"Google\", sheet \"Meta\"")
    #expect(
      reading.recognition.notes.contains(
        "sheet \"\(name)\" is left out: its figures are on each day the sums of those of the other sheets"))
    #expect(!reading.recognition.notes.contains { $0.contains(Self.sameDays) })
  }

  private static let unproven: [(name: String, rows: [String], meta: [String], count: Int, sheets: String)] = [
    ("TV", ["2026-03-11,All,30.25,6", "2026-03-12,All,32.5,3"], meta, 6, "\"TV\", \"Google\", \"Meta\""),
    ("Summary", ["2026-03-11,All,30.25,6", "2026-03-12,All,32.5,4"], meta, 6, "\"Summary\", \"Google\", \"Meta\""),
    (
      "Summary", ["2026-03-11,All,30.25,6", "2026-03-12,All,32.5,3", "2026-03-13,All,1,1"], meta, 7,
      "\"Summary\", \"Google\", \"Meta\""
    ),
    ("Summary", ["2026-03-11,All,10.25,2", "2026-03-12,All,11,3"], [], 4, "\"Summary\", \"Google\""),
  ]

  /// A sheet that adds up by chance and has another name, an overview of other clicks, one of a further day, and one of
  /// a single sheet: all rows count, and the user is told.
  @Test(arguments: unproven)
  func whatIsNotProven(name: String, rows: [String], meta: [String], count: Int, sheets: String) throws {
    let reading = try read([(name, rows), ("Google", Self.google), ("Meta", meta)])
    #expect(reading.all.adPerformance.count == count)
    #expect(
      reading.recognition.notes.contains("sheets \(sheets)\(Self.sameDays)hide or delete it in the workbook"))
  }

  @Test func aSheetForEachMonthIsNothingToTell() throws {
    let reading = try read([("March", Self.google), ("April", ["2026-04-11,G,20,4"])])
    #expect(reading.total(.spend) == "41.25")
    #expect(!reading.recognition.notes.contains { $0.contains(Self.sameDays) })
  }
}
