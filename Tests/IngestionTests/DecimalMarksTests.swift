import Ingestion
import Testing
import Vocabulary

struct DecimalMarksTests {
  /// Semicolons come from a spreadsheet that writes decimal commas.
  @Test func afterASpreadsheetTheHabitSaysNothing() throws {
    let resaved = text.replacing(",", with: ";")
    #expect(
      try Sample(resaved, name: "a.csv").failure() == .ambiguousNumbers(file: "a.csv", column: "N. Revenue", line: 2))
    #expect(
      try Sample(resaved).read(ReadOptions(locale: "de")).all.customerOrders.first?.subtotalMicros == 1_234_000_000)
  }

  private let text = "Date,Order #,Status,Product(s),Items sold,N. Revenue\n2026-03-02,77,completed,Cap,1,1.234\n"

  @Test func whatOnlyTheHabitDecidesIsSaid() throws {
    let reading = try Sample(text).read()
    #expect(reading.all.customerOrders.first?.subtotalMicros == 1_234_000)
    let note = try #require(reading.recognition.notes.first)
    #expect(
      note.hasPrefix("\"N. Revenue\": a figure such as the one in line 2 reads both as thousands and as decimals"))
    #expect(note.contains("1.234 is one and a bit") && note.hasSuffix("--locale de"))
  }

  @Test func aLocaleAnswersIt() throws {
    let reading = try Sample(text).read(ReadOptions(locale: "de"))
    #expect(reading.all.customerOrders.first?.subtotalMicros == 1_234_000_000)
    #expect(reading.recognition.notes.isEmpty)
  }

  /// A neighbour's comma says that points group.
  @Test func anotherFigureOfTheFileAnswersIt() throws {
    let reading = try Sample(text + "2026-03-03,78,completed,Cap,1,\"12,50\"\n").read()
    #expect(reading.all.customerOrders.map(\.subtotalMicros) == [1_234_000_000, 12_500_000])
    #expect(reading.recognition.notes.isEmpty)
  }

  @Test func theCommaOfAGermanReportToo() throws {
    let reading = try Sample(
      "Startdatum (in UTC)\tName der Kampagne\tGesamtausgaben\tImpressionen\n5.9.2026\tOak\t1.234\t7\n"
    ).read()
    #expect(reading.all.adPerformance.first?.spendMicros == 1_234_000_000)
    #expect(reading.recognition.notes.contains { $0.contains("1.234 is 1234") && $0.hasSuffix("--locale en") })
  }
}
