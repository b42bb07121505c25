import Ingestion
import Testing
import Vocabulary

struct IngestionErrorTests {
  private static let all: [IngestionError] = [
    .unopenable(file: "f", reason: "r"), .empty(file: "f"), .foreign(file: "f", kind: "k", advice: "a"),
    .unsafeArchive(file: "f", found: "x"), .damagedArchive(file: "f", found: "x"),
    .beyondLimit(file: "f", found: "x", limit: "1"), .invalidText(file: "f", encoding: "UTF-16LE", line: 1, byte: 2),
    .cutText(file: "f", encoding: "UTF-16LE", line: 1), .undecodable(file: "f", line: 1, byte: 2),
    .damagedText(file: "f", line: 1, byte: 2), .binary(file: "f", line: 1), .unclosedQuote(file: "f", line: 1),
    .malformedXML(file: "f", line: 1), .malformedJSON(file: "f", line: 1, byte: 2, fault: .cut),
    .documentType(file: "f"), .reportedFailure(file: "f"),
    .unrecognised(file: "f", kind: nil), .nearMapping(file: "f", mapping: "m", absent: ["\"c\" (day)"]),
    .leftOut(file: "f", kind: "k", advice: "a"),
    .rivalMappings(file: "f", names: ["a", "b"]), .stackedTables(file: "f", line: 9),
    .repeatedHeaders(file: "f", columns: ["c"], line: 2),
    .sparseLabels(file: "f", column: "c", line: 2, empty: 3, rows: 4),
    .noSuchTable(file: "f", table: 3, count: 2), .unreadPeriod(file: "f", line: 2),
    .unreadComparison(file: "f", column: "c", line: 2), .unreadComparison(file: "f", column: nil, line: 2),
    .ambiguousNumbers(file: "f", column: "c", line: 1),
    .contradictoryNumbers(file: "f", column: "c", dotLine: 1, commaLine: 2),
    .ambiguousDates(file: "f", column: "c", line: 1), .shortYears(file: "f", column: "c", line: 1),
    .contradictoryDates(file: "f", column: "c", dayFirstLine: 1, monthFirstLine: 2),
    .turnedDates(file: "f", column: "c", line: 1),
    Currency("EUR").map {
      .contradictoryCurrency(file: "f", column: "c", line: 1, mark: "$", declared: $0, mapping: nil)
    } ?? .empty(file: "f"),
    Currency("EUR").map {
      .contradictoryCurrency(file: "f", column: "c", line: 1, mark: "$", declared: $0, mapping: "m")
    } ?? .empty(file: "f"),
    .unknownLocale(file: "f", locale: "x"), .unnamedState(file: "f"), .unstatedPayment(file: "f"),
    .totalTooLarge(file: "f", metric: .spend),
  ]

  @Test(arguments: all)
  func sayWhereWhatExpectedAndWhatToDo(error: IngestionError) {
    let text = "\(error)"
    #expect(text.hasPrefix("f:"))
    #expect(text.contains("; expected "))
    #expect(text.split(separator: ";").count >= 3)
    #expect(!text.contains("\n"))
    #expect(error.file == "f")
  }

  @Test func wording() {
    #expect(
      "\(IngestionError.ambiguousDates(file: "a.csv", column: "Day", line: 2))"
        == "a.csv:2: dates in \"Day\" that read both day first and month first; expected a date that tells, or a declared "
        + "order; name it: --date-order dmy or --date-order mdy")
  }

  /// First what it may be from, in words; the byte is for who looks closer.
  @Test func textInAnotherCodePage() {
    #expect(
      "\(IngestionError.undecodable(file: "a.csv", line: 2, byte: 180))"
        == "a.csv:2: letters as Excel saves them in a plain CSV (byte 180 of the file is not UTF-8); expected UTF-8, or to "
        + "be told in which language it was saved; add --locale de for one from a German Excel, and so en, fr, es, pl, ru, "
        + "ja … (their code pages, such as windows-1252, differ), or save it as \"CSV UTF-8\"")
  }

  @Test func anUnknownTableIsAnsweredInOneReadableLine() {
    #expect(
      "\(IngestionError.unrecognised(file: "a.csv", kind: nil))"
        == "a.csv: no report known here; expected a report that `fairlead inspect --formats` lists, or a table that a mapping "
        + "file describes; `fairlead inspect` says what is in it and what to do")
  }

  @Test func columnsThatStandTwiceAreNamed() {
    #expect(
      "\(IngestionError.repeatedHeaders(file: "a.csv", columns: ["Cost"], line: 2))"
        == "a.csv:2: column \"Cost\" stands twice, with other cells; expected one column of each name that the mapping "
        + "reads; give the two different names, or take one out")
    #expect(
      "\(IngestionError.repeatedHeaders(file: "a.csv", columns: ["Cost", "Clicks"], line: 2))"
        .hasPrefix("a.csv:2: columns \"Cost\", \"Clicks\" stand twice, with other cells; "))
  }

  @Test func aPivotTableIsToldToRepeatItsLabels() {
    #expect(
      "\(IngestionError.sparseLabels(file: "a.csv", column: "Campaign", line: 3, empty: 9, rows: 12))"
        == "a.csv:3: column \"Campaign\" is empty in 9 of 12 rows, below rows that name one; expected the name in each row; "
        + "repeat it in each row (in a pivot table: Design, Report Layout, Repeat All Item Labels; merged cells: unmerge "
        + "and fill down)")
  }

  @Test func aMappingIsNamedWithTheColumnsThatItMisses() {
    #expect(
      "\(IngestionError.nearMapping(file: "a.csv", mapping: "orders", absent: ["\"order_idd\" (orderID)"]))"
        == "a.csv: no column \"order_idd\" (orderID), though the mapping \"orders\" names it; expected all "
        + "columns that the mapping cannot do without; correct the name in the mapping or in the export; "
        + "`fairlead inspect` lists the file's columns")
    #expect(
      "\(IngestionError.nearMapping(file: "a.csv", mapping: "orders", absent: ["\"a\" (day)", "\"b\" (tax)"]))"
        .contains("no column \"a\" (day), \"b\" (tax), though the mapping \"orders\" names them; "))
  }

  /// Who is to be corrected is whoever has said so.
  @Test func aCurrencyIsContradictedWhereItWasDeclared() throws {
    let pounds = try #require(Currency("GBP"))
    func text(_ mapping: String?) -> String {
      IngestionError.contradictoryCurrency(
        file: "a.csv", column: "Total", line: 2, mark: "$", declared: pounds, mapping: mapping
      ).description
    }
    #expect(
      text("orders")
        == "a.csv:2: amounts in \"Total\" written with $; expected amounts in GBP, as the mapping \"orders\" says; "
        + "correct the currency in the mapping, such as `currency: USD`, or the export")
    #expect(text(nil).hasSuffix("or fairlead.yml says; name the file's own currency, such as --currency USD"))
  }

  @Test func namesCannotDriveATerminal() {
    #expect("\(IngestionError.empty(file: "a\u{1B}[31m\n.csv"))".hasPrefix("a�[31m�.csv:"))
  }
}
