import Testing
import Vocabulary

@testable import Ingestion

struct MappedTableTests {
  private static var radio: TableMapping {
    var mapping = TableMapping(name: "radio", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Datum"]), .campaign: FieldMapping(["Spot", "Kampagne"]),
      .spend: FieldMapping(["Kosten"]), .impressions: FieldMapping(["Kontakte"], unit: .thousands),
    ]
    mapping.constants = [.platform: "Radio Nord", .channel: "offline", .currency: "EUR"]
    mapping.timeZone = LocalZone(name: "Europe/Berlin") { _ in 3_600 }
    mapping.totalsLabel = "summe"
    return mapping
  }

  private static let text = """
    Radio Nord, Buchungen;;;
    Datum;Kampagne;Kosten;Kontakte
    01.03.2026;Frühling;1.234,50;12,5
    14.03.2026;Sommer;65,50;--
    Summe;;1.300,00;12,5

    """

  private func options(_ mapping: TableMapping) -> ReadOptions { ReadOptions(mappings: [mapping]) }

  /// 1,234.50 + 65.50 euros; 12.5 thousand contacts.
  @Test func aTableIsReadByItsMapping() throws {
    let reading = try Sample(Self.text).read(options(Self.radio))
    #expect(reading.recognition.format == "mapping radio")
    #expect(reading.total(.spend) == "1300" && reading.total(.impressions) == "12500")
    #expect(reading.summary.rowsRead == 3 && reading.summary.rowsSkipped == 1)
    let rows = reading.all.adPerformance
    #expect(rows.map(\.campaign) == ["Frühling", "Sommer"])
    #expect(rows.allSatisfy { $0.platform == "Radio Nord" && $0.channel == .offline && $0.currency?.code == "EUR" })
    #expect(rows.map(\.impressions) == [12_500, nil])
    #expect(reading.recognition.timeZone == "Europe/Berlin")
    #expect(reading.recognition.window == DateWindow(first: try day("2026-03-01"), last: try day("2026-03-14")))
    #expect(reading.all.controlTotals.first { $0.metric == .spend }?.valueMicros == 1_300_000_000)
  }

  /// Clocks five hours behind UTC: half past two in the night is the evening before. A time without an offset is theirs.
  @Test func aMomentFallsOnTheDayOfTheMappingsZone() throws {
    var mapping = TableMapping(name: "shop", kind: .orders)
    mapping.fields = [.orderID: FieldMapping(["No"]), .day: FieldMapping(["At"]), .total: FieldMapping(["Total"])]
    mapping.timeZone = LocalZone(name: "America/New_York") { _ in -5 * 3_600 }
    let reading = try Sample(
      "No,At,Total\n1,2026-03-02T02:30:00Z,1\n2,2026-03-02T12:30:00+00:00,1\n3,2026-03-02 02:30:00,1\n"
    ).read(options(mapping))
    #expect(reading.all.customerOrders.map(\.day.description) == ["2026-03-01", "2026-03-02", "2026-03-02"])
    #expect(reading.all.customerOrders[0].instant == 1_772_418_600)
    #expect(reading.recognition.window == DateWindow(first: try day("2026-03-01"), last: try day("2026-03-02")))
  }

  @Test func withoutTheMappingNobodyKnowsIt() throws {
    guard case .unrecognised = try Sample(Self.text).failure() else {
      Issue.record("it was recognised")
      return
    }
  }

  @Test func aTableThatLacksARequiredColumnIsAnotherTable() throws {
    var mapping = Self.radio
    mapping.fields[.impressions]?.isRequired = true
    let text = "Datum;Spot;Kosten\n14.03.2026;A;1\n"
    #expect(try Sample(text).failure(options(mapping)) != nil)
    #expect(try Sample(text).read(options(Self.radio)).total(.spend) == "1")
  }

  @Test func aTableWithLessThanHalfOfTheColumnsIsAnotherTable() throws {
    var mapping = Self.radio
    for field in [TableField.clicks, .reach, .adGroup] { mapping.fields[field] = FieldMapping([field.rawValue]) }
    #expect(try Sample("Datum,Kosten,X\n2026-03-01,1,2\n").failure(options(mapping)) != nil)
  }

  @Test func aFormatGoesFirstUnlessTheMappingSaysSo() throws {
    let text = "Campaign name,Day,Impressions,Amount spent (EUR)\nA,2026-03-01,10,1.50\n"
    var mapping = TableMapping(name: "mine", kind: .adPerformance)
    mapping.fields = [.day: FieldMapping(["Day"]), .spend: FieldMapping(["amount spent"])]
    #expect(try Sample(text).read(options(mapping)).recognition.format == "MetaAdsReport")
    mapping.goesFirst = true
    let reading = try Sample(text).read(options(mapping))
    #expect(reading.recognition.format == "mapping mine")
    #expect(reading.recognition.currency?.code == "EUR" && reading.total(.spend) == "1.5")
  }

  /// 123,456 cents and 1,500,000 micros.
  @Test func unitsAreBroughtToMajorOnes() throws {
    var mapping = TableMapping(name: "units", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["d"]), .spend: FieldMapping(["cost_cents"], unit: .cents),
      .conversionValue: FieldMapping(["value_micros"], unit: .micros),
    ]
    let reading = try Sample("d,cost_cents,value_micros\n2026-03-01,123456,1500000\n").read(options(mapping))
    #expect(reading.all.adPerformance[0].spendMicros == 1_234_560_000)
    #expect(reading.all.adPerformance[0].conversionValueMicros == 1_500_000)
  }

  @Test func lengthsOfTimeComeOutInSeconds() throws {
    for (unit, cell) in [
      (FieldUnit.minutes, "62.05"), (.clock, "1:02:03"), (.milliseconds, "3723000"), (.seconds, "3723"),
    ] {
      var mapping = TableMapping(name: "time", kind: .webTraffic)
      mapping.fields = [
        .day: FieldMapping(["d"]), .sessions: FieldMapping(["s"]), .seconds: FieldMapping(["t"], unit: unit),
      ]
      let reading = try Sample("d,s,t\n2026-03-01,7,\(cell)\n").read(options(mapping))
      #expect(reading.all.webTraffic.first { $0.metric == .seconds }?.valueMicros == 3_723_000_000, "\(unit)")
      #expect(reading.total(.sessions) == "7")
    }
  }

  @Test func aCurrencyBesideAnAmountCounts() throws {
    var mapping = TableMapping(name: "marked", kind: .adPerformance)
    mapping.fields = [.day: FieldMapping(["Day"]), .spend: FieldMapping(["Cost"])]
    mapping.constants = [.currency: "GBP"]
    let reading = try Sample("Day,Cost\n2026-09-15,\"EUR 45,4\"\n2026-09-16,\"89,22\"\n").read(options(mapping))
    #expect(reading.all.adPerformance.map(\.currency?.code) == ["EUR", "GBP"])
    #expect(reading.all.adPerformance.map(\.spendMicros) == [45_400_000, 89_220_000])
    // Euros and pounds have no sum.
    #expect(reading.total(.spend) == nil && reading.recognition.currency?.code == "EUR")
  }

  @Test func aDamagedIdentifierIsRefused() throws {
    var mapping = TableMapping(name: "ids", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Day"]), .spend: FieldMapping(["Cost"]), .campaignID: FieldMapping(["Id"]),
    ]
    let reading = try Sample("Day,Cost,Id\n2026-09-15,1,6.49E+17\n2026-09-16,1,649123456789012345\n")
      .read(options(mapping))
    #expect(reading.summary.rowsRejected == 1 && reading.all.adPerformance.map(\.campaignID) == ["649123456789012345"])
  }

  @Test func recordsInXMLAreLaidOutByTheirNames() throws {
    var mapping = TableMapping(name: "feed", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["date"]), .spend: FieldMapping(["cost"]), .clicks: FieldMapping(["clicks"]),
    ]
    let text = """
      <feed><item><date>2026-03-01</date><cost>1.5</cost></item>
      <item><clicks>4</clicks><cost>2</cost><date>2026-03-02</date></item></feed>
      """
    let reading = try Sample(text, name: "feed.xml").read(options(mapping))
    #expect(reading.total(.spend) == "3.5" && reading.total(.clicks) == "4")
    #expect(reading.all.adPerformance.map(\.clicks) == [nil, 4])
  }

  @Test func tablesOfPagesAreReadToo() throws {
    let text = """
      <html><body><table><tr><th>Datum</th><th>Spot</th><th>Kosten</th><th>Kontakte</th></tr>
      <tr><td>14.03.2026</td><td>A</td><td>2,50</td><td>1</td></tr></table></body></html>
      """
    let reading = try Sample(text, name: "radio.xls").read(options(Self.radio))
    #expect(reading.total(.spend) == "2.5" && reading.total(.impressions) == "1000")
  }

  /// 2.50 and 1.50 euros. What lays out the page is not told of, a table of other columns is.
  @Test func furtherTablesOfAPage() throws {
    let text = """
      <html><body><table><tr><td>Sender</td><td>Radio Nord</td></tr><tr><td>Stand</td><td>heute</td></tr></table>
      <table><tr><th>Datum</th><th>Spot</th><th>Kosten</th></tr>
      <tr><td>14.03.2026</td><td>A</td><td>2,50</td></tr></table>
      <table><tr><th>Kosten</th><th>Datum</th><th>Spot</th></tr>
      <tr><td>1,50</td><td>15.03.2026</td><td>B</td></tr></table>
      <table><tr><th>Datum</th><th>Budget</th></tr>
      <tr><td>14.03.2026</td><td>900</td></tr><tr><td>15.03.2026</td><td>900</td></tr></table></body></html>
      """
    let reading = try Sample(text, name: "radio.xls").read(options(Self.radio))
    #expect(reading.total(.spend) == "4" && reading.all.adPerformance.map(\.campaign) == ["A", "B"])
    #expect(reading.recognition.dialect == "table 2, table 3")
    #expect(
      reading.recognition.notes.filter { $0.contains("left out") } == [
        "table 4 is left out: other columns than the table that is read; put it into a file of its own"
      ])
  }

  @Test func anAmbiguousColumnIsAskedAboutUnlessTheMappingTells() throws {
    var mapping = Self.radio
    let text = "Datum;Spot;Kosten\n03/04/2026;A;1\n"
    guard case .ambiguousDates = try Sample(text).failure(options(mapping)) else {
      Issue.record("no question was asked")
      return
    }
    mapping.dateOrder = .dayMonthYear
    let reading = try Sample(text).read(options(mapping))
    #expect(reading.all.adPerformance.first?.window == DateWindow(day: try day("2026-04-03")))
  }

  /// What would be asked about follows the column beside it; what is declared or written with points does not.
  @Test func anAmbiguousColumnFollowsTheOneThatProvesItsOrder() throws {
    var mapping = Self.radio
    mapping.fields[.day] = nil
    mapping.fields[.firstDay] = FieldMapping(["Von"])
    mapping.fields[.lastDay] = FieldMapping(["Bis"])
    func windows(_ days: String) throws -> [String] {
      let reading = try Sample("Von;Bis;Spot;Kosten\n\(days);A;1\n").read(options(mapping))
      return reading.all.adPerformance.map(\.window.description)
    }
    #expect(try windows("03/04/2026;20/04/2026") == ["2026-04-03…2026-04-20"])
    #expect(try windows("03/04/2026;04/20/2026") == ["2026-03-04…2026-04-20"])
    #expect(try windows("03.04.2026;04/20/2026") == ["2026-04-03…2026-04-20"])
    mapping.dateOrder = .dayMonthYear
    #expect(try windows("03/04/2026;04/20/2026") == ["2026-04-03…2026-04-20"])
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  /// All three of the small one's columns are there, and three of the large one's six.
  @Test func theMappingThatFitsBestReads() throws {
    var large = TableMapping(name: "large", kind: .adPerformance)
    large.fields = [
      .day: FieldMapping(["Date"]), .campaign: FieldMapping(["Campaign"]), .clicks: FieldMapping(["Clicks"]),
      .spend: FieldMapping(["Cost"]), .currency: FieldMapping(["Currency"]), .impressions: FieldMapping(["Impr"]),
    ]
    var small = TableMapping(name: "small", kind: .adPerformance)
    small.fields = [
      .day: FieldMapping(["Date"]), .campaign: FieldMapping(["Campaign"]), .clicks: FieldMapping(["Clicks"]),
    ]
    let sample = try Sample("Date,Campaign,Clicks\n2026-10-01,A,10\n")
    for mappings in [[large, small], [small, large]] {
      #expect(try sample.read(ReadOptions(mappings: mappings)).recognition.format == "mapping small")
    }
    let whole = try Sample("Date,Campaign,Clicks,Cost,Currency,Impr\n2026-10-01,A,10,1.50,EUR,9\n")
    #expect(try whole.read(ReadOptions(mappings: [small, large])).recognition.format == "mapping large")
    var other = small
    other.name = "other"
    #expect(
      sample.failure(ReadOptions(mappings: [large, small, other]))
        == .rivalMappings(file: "sample.csv", names: ["small", "other"]))
    other.goesFirst = true
    #expect(try sample.read(ReadOptions(mappings: [small, other])).recognition.format == "mapping other")
  }

  /// Radio's and television's sheets have the same columns.
  @Test func aMappingIsForTheFilesThatItNames() throws {
    let text = "Datum;Kampagne;Kosten\n14.03.2026;A;1\n"
    var radio = Self.radio
    radio.fields[.impressions] = nil
    var television = radio
    television.name = "television"
    television.constants[.platform] = "TV"
    let both = ReadOptions(mappings: [radio, television])
    let sheet = try Sample(text, name: "TV_2026-03.csv")
    let refused = sheet.failure(both)
    #expect(refused == .rivalMappings(file: "TV_2026-03.csv", names: ["radio", "television"]))
    let advice = "; add `files: \"TV*\"` to the mapping that is for files of such names, or mark a column"
    #expect(refused?.description.contains(advice) == true)
    television.files = FileNames(["tv*", "fernsehen*"])
    // Whichever comes first, and though the other takes any file.
    for mappings in [[radio, television], [television, radio]] {
      let options = ReadOptions(mappings: mappings)
      #expect(try sheet.read(options).all.adPerformance.map(\.platform) == ["TV"])
      #expect(try Sample(text, name: "radio.csv").read(options).all.adPerformance.map(\.platform) == ["Radio Nord"])
    }
    guard case .unrecognised = try Sample(text, name: "radio.csv").failure(options(television)) else {
      Issue.record("a file of another name was read")
      return
    }
  }

  private static var shop: TableMapping {
    var mapping = TableMapping(name: "shop", kind: .orders)
    mapping.fields = [.orderID: FieldMapping(["No"]), .day: FieldMapping(["At"]), .total: FieldMapping(["Total"])]
    return mapping
  }

  @Test func aColumnThatTheFileHasNotIsSaid() throws {
    var mapping = Self.shop
    mapping.fields[.refunded] = FieldMapping(["Amount Refundd"])
    let reading = try Sample("No,At,Total,Amount Refunded\n1,2026-03-02,10,4\n").read(options(mapping))
    #expect(reading.summary.rowsRejected == 0)
    #expect(
      reading.recognition.notes == [
        "the mapping \"shop\" names a column that the file has not: \"Amount Refundd\" (refunded); correct the "
          + "mapping or the export"
      ])
  }

  /// Of several names one will do. A column that is left out on purpose is not missed.
  @Test func onlyAFieldWithoutAnyOfItsNamesIsSaid() throws {
    #expect(try Sample(Self.text).read(options(Self.radio)).recognition.notes.isEmpty)
    let none = try Sample("Datum;Spotname;Kosten\n14.03.2026;A;1\n").read(options(Self.radio))
    #expect(
      none.recognition.notes == [
        "the mapping \"radio\" names columns that the file has not: \"Spot\" or \"Kampagne\" (campaign), \"Kontakte\" "
          + "(impressions); correct the mapping or the export"
      ])
    var options = options(Self.radio)
    options.leftOut = ["kontakte"]
    let sample = try Sample("Datum;Spot;Kosten;Kontakte\n14.03.2026;A;1;2\n")
    #expect(try sample.read(options).recognition.notes.isEmpty)
  }

  /// Dollars are no pounds, be it that pounds stand before them.
  @Test(arguments: [("$900.00", 2), ("\u{A3}5.00\n2,2026-03-03,$900.00", 3)])
  func aCurrencyOfTheMappingThatTheMarksContradictIsRefused(cells: String, line: Int) throws {
    var mapping = Self.shop
    mapping.constants = [.currency: "GBP"]
    let pounds = try #require(Currency("GBP"))
    let sample = try Sample("No,At,Total\n1,2026-03-02,\(cells)\n")
    #expect(
      sample.failure(options(mapping))
        == .contradictoryCurrency(
          file: "sample.csv", column: "Total", line: line, mark: "$", declared: pounds, mapping: "shop"))
  }

  /// Each amount is in the currency that stands beside it; dollars may be anybody's.
  @Test(arguments: [("USD 5.00", "USD"), ("€5.00", "EUR"), ("$5.00", nil)] as [(String, String?)])
  func amountsInSeveralCurrenciesHaveNoSum(cell: String, code: String?) throws {
    let text = "No,At,Total\n1,2026-03-02,£10.00\n2,2026-03-03,\(cell)\n"
    let reading = try Sample(text).read(options(Self.shop))
    #expect(reading.all.customerOrders.compactMap(\.currency?.code) == ["GBP", code].compactMap { $0 })
    #expect(reading.total(.revenue) == (code == nil ? "10" : nil))
    #expect(reading.summary.problems.map(\.found) == (code == nil ? ["an amount in $"] : []))
  }

  @Test(arguments: ["€10.00\n2,2026-03-03,5.00", "5.00\n2,2026-03-03,€10.00"])
  func anUnmarkedAmountIsInTheCurrencyOfTheMarkedOnes(cells: String) throws {
    let sample = try Sample("No,At,Total\n1,2026-03-02,\(cells)\n")
    let reading = try sample.read(options(Self.shop))
    #expect(reading.all.customerOrders.map(\.currency?.code) == ["EUR", "EUR"])
    #expect(reading.recognition.currency?.code == "EUR" && reading.total(.revenue) == "15")
    // Unless somebody has said which.
    var declared = options(Self.shop)
    declared.currency = Currency("GBP")
    let mixed = try sample.read(declared)
    #expect(Set(mixed.all.customerOrders.map(\.currency?.code)) == ["EUR", "GBP"] && mixed.total(.revenue) == nil)
  }

  @Test func columnsThatDifferInTheirSignAloneAreTwo() throws {
    var mapping = Self.shop
    mapping.fields[.total] = FieldMapping(["Total (£)"])
    let reading = try Sample("No,At,Total ($),Total (£)\n1,2026-03-02,13,10\n").read(options(mapping))
    #expect(reading.total(.revenue) == "10" && reading.recognition.currency?.code == "GBP")
  }

  @Test func aCurrencyOfTheMappingThatSharesTheMarkStands() throws {
    var mapping = Self.shop
    mapping.constants = [.currency: "CAD"]
    let reading = try Sample("No,At,Total\n1,2026-03-02,$900.00\n").read(options(mapping))
    #expect(reading.total(.revenue) == "900" && reading.recognition.currency?.code == "CAD")
  }

  /// 25,100,000 and 500,000 millionths. A stated unit wins, and a part of a millionth is another unit.
  @Test func aHeaderThatSaysMicrosIsInMillionths() throws {
    var mapping = TableMapping(name: "api", kind: .adPerformance)
    mapping.fields = [.day: FieldMapping(["d"]), .spend: FieldMapping(["metrics_cost_micros"])]
    let text = "d,metrics_cost_micros\n2026-03-01,25100000\n2026-03-02,500000\n"
    let reading = try Sample(text).read(options(mapping))
    #expect(reading.all.adPerformance.map(\.spendMicros) == [25_100_000, 500_000])
    #expect(reading.recognition.notes.contains { $0.hasPrefix("\"metrics_cost_micros\" is read in millionths") })
    let fraction = try Sample(text + "2026-03-03,25.10\n").read(options(mapping))
    #expect(fraction.summary.problems.map(\.column) == ["metrics_cost_micros"] && fraction.total(.spend) == "25.6")
    mapping.fields[.spend] = FieldMapping(["metrics_cost_micros"], unit: .units)
    let stated = try Sample(text).read(options(mapping))
    #expect(stated.total(.spend) == "25600000" && stated.recognition.notes.isEmpty)
  }

  /// A cell of 12,345 euros that shows `12` below "TEUR" holds them whole; formats that only group figures say nothing.
  @Test(arguments: [
    ("#,##0,", "12345"), ("0.0,,&quot; Mio&quot;", "12345"), ("0,.0", "12345"), ("#,##0", "12345000"),
    ("_-* #,##0.00\\ _€_-;-* #,##0,", "12345000"),
  ])
  func figuresThatAFormatShowsInThousandsAreWhole(code: String, spend: String) throws {
    var mapping = TableMapping(name: "plan", kind: .adPerformance)
    mapping.fields = [.day: FieldMapping(["Day"]), .spend: FieldMapping(["Cost (TEUR)"])]
    mapping.constants = [.currency: "EUR"]
    let book = WorkbookSample(
      WorkbookSample.row(1, ["Day", "Cost (TEUR)"])
        + "<row r=\"2\"><c t=\"inlineStr\"><is><t>2026-03-13</t></is></c><c s=\"1\"><v>12345</v></c></row>",
      styles: "<numFmts><numFmt numFmtId=\"164\" formatCode=\"\(code)\"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>")
    #expect(try book.sample().read(options(mapping)).total(.spend) == spend)
  }

  /// 1.5 + 2.5 as they stand: the name of neither column says for sure what it counts. A stated unit ends the question.
  @Test func aWordThatMayBeAUnitIsAskedAbout() throws {
    var mapping = TableMapping(name: "plan", kind: .adPerformance)
    mapping.fields = [.day: FieldMapping(["Day"]), .spend: FieldMapping(["Cost (p)"])]
    let sample = try Sample("Day,Cost (p)\n2026-03-13,1.5\n2026-03-14,2.5\n")
    let reading = try sample.read(options(mapping))
    #expect(reading.total(.spend) == "4")
    #expect(
      reading.recognition.notes == [
        "does \"p\" in \"Cost (p)\" say what its figures are counted in? they are read as they stand; write `unit:` "
          + "beside it in the mapping \"plan\", `unit: units` if it does not"
      ])
    mapping.fields[.spend]?.unit = .units
    #expect(try sample.read(options(mapping)).recognition.notes.isEmpty)
  }

  /// 1.5 + 2.5 thousand euros, 200.5 thousand and 1.25 million times. A stated unit wins.
  @Test(arguments: [
    ("Cost (k€)", "Impressions (000)", "1.5", "2.5", "200.5", "4000", "200500"),
    ("Kosten in TEUR", "Impressionen in Mio.", "1.5", "2.5", "1.25", "4000", "1250000"),
    ("Kosten (ct)", "Impressionen", "150", "250", "7", "4", "7"),
    ("Cost per thousand (k€)", "Impressions (1)", "1.5", "2.5", "7", "4", "7"),
    ("Kostnad (tkr)", "曝光量（万）", "1.5", "2.5", "20.05", "4000", "200500"),
    ("Cost (pence)", "Impressions (lakh)", "150", "250", "2.005", "4", "200500"),
  ])
  func aHeaderThatSaysItsUnitIsReadInIt(
    cost: String, views: String, first: String, second: String, seen: String, spend: String, impressions: String
  ) throws {
    var mapping = TableMapping(name: "plan", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Day"]), .spend: FieldMapping([cost]), .impressions: FieldMapping([views]),
    ]
    mapping.constants = [.currency: "EUR"]
    let sample = try Sample("Day;\(cost);\(views)\n2026-03-13;\(first);\(seen)\n2026-03-14;\(second);\n")
    let options = ReadOptions(locale: "en", mappings: [mapping])
    let reading = try sample.read(options)
    #expect(reading.total(.spend) == spend && reading.total(.impressions) == impressions)
    #expect(reading.recognition.notes.contains { $0.hasPrefix("\"\(cost)\" is read in") } == !cost.contains("per"))
    mapping.fields[.spend]?.unit = .millions
    let stated = try sample.read(ReadOptions(locale: "en", mappings: [mapping]))
    #expect(stated.total(.spend) == (first == "150" ? "400000000" : "4000000"))
  }
}
