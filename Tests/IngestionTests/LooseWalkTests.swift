import Foundation
import Ingestion
import Testing
import Vocabulary

/// One table, polluted in every way in which files are found to be: what comes out is written by hand.
struct LooseWalkTests {
  private static let header = ["id", "day", "amount", "remark"]
  private static let rows = [
    ["1", "2026-03-01", "12.50", "plain"], ["2", "2026-03-02", "7.25", "a, b"], ["3", "2026-03-03", "9.00", "x \"y\""],
    ["4", "2026-03-04", "8.00", ""], ["5", "2026-03-05", "11.75", "it's"], ["6", "2026-03-06", "3.10", "end"],
  ]
  private static var table: [[String]] { [header] + rows }

  /// RFC 4180 with other characters.
  private static func line(_ row: [String], _ delimiter: String = ",", _ quote: String = "\"", all: Bool = false)
    -> String
  {
    row.map { cell in
      guard all || cell.contains(delimiter) || cell.contains(quote) || cell.contains(" ") else { return cell }
      return quote + cell.replacing(quote, with: quote + quote) + quote
    }
    .joined(separator: delimiter)
  }

  private static func text(_ table: [[String]] = table, _ delimiter: String = ",", _ quote: String = "\"") -> String {
    table.map { line($0, delimiter, quote) + "\n" }.joined()
  }

  private func read(_ text: String) throws -> [[String]] { try read(Array(text.utf8)).rows }

  private func read(_ bytes: [UInt8], table: Int = 1) throws -> (rows: [[String]], summary: TableSummary) {
    var rows: [[String]] = []
    let summary = try Sample(bytes).export().mendedRows(table: table) { rows.append($0) }
    return (rows, summary)
  }

  @Test(arguments: [",", ";", "\t", "|", "^", ":", " ", ", ", ";;", "||"], ["\"", "'"])
  func dialects(delimiter: String, quote: String) throws {
    #expect(try read(Self.text(Self.table, delimiter, quote)) == Self.table)
  }

  @Test func backslashesInPlaceOfDoubledMarks() throws {
    let lines = Self.table.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\\\"") + "\"" }.joined(separator: ",")
    }
    #expect(try read(lines.joined(separator: "\n")) == Self.table)
  }

  /// As databases write text without marks.
  @Test func backslashesBeforeLineEndsWithinCells() throws {
    let text =
      "id,day,note,sum\n1,2026-03-01,first\\, then\\\nsecond,5\n2,2026-03-02,plain,6\n3,2026-03-03,so\\, so,7\n"
      + "4,2026-03-04,end,8\n"
    let (rows, summary) = try read(Array(text.utf8))
    #expect(
      rows == [
        ["id", "day", "note", "sum"], ["1", "2026-03-01", "first, then\nsecond", "5"],
        ["2", "2026-03-02", "plain", "6"], ["3", "2026-03-03", "so, so", "7"], ["4", "2026-03-04", "end", "8"],
      ])
    #expect(summary.rowsMended == 0)
  }

  /// The first record lacks its figures, or says so in words; what it holds else stands below it again.
  @Test(arguments: [
    "shoes,,,on", "shoes,n/a,--,on", "shoes,unknown,<10,x", "shoes,(not set),none,y", "shoes,few,many,on",
  ])
  func aFirstRecordWithoutFiguresIsARecord(record: String) throws {
    let text = "campaign,clicks,cost,state\n\(record)\nc1,3,1.5,on\nc2,6,2.5,on\nc3,9,3.5,off\n"
    let (rows, summary) = try read(Array(text.utf8))
    #expect(rows.count == 5 && rows[0] == ["campaign", "clicks", "cost", "state"])
    #expect(rows[1] == record.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    #expect(summary.headerRows == 1)
  }

  @Test func joinedNamesAreCounted() throws {
    let (rows, summary) = try read(
      Array(("name,total,total\n,clicks,cost\n" + (1...12).map { "c\($0),\($0),1.5\n" }.joined()).utf8))
    #expect(rows[0] == ["name", "total clicks", "total cost"] && rows.count == 13)
    #expect(summary.headerRows == 2)
  }

  /// Sentences, days and lists with commas, also in as many parts as the table has columns.
  @Test(arguments: [
    "January 1, 2025 - March 31, 2025\n", "Campaign performance\nJanuary 1, 2025 - March 31, 2025\n",
    "Campaign performance\nJanuary 1, 2025 - March 31, 2025\n\n", "Report 1, 2, 3\n",
    "All shops, closed, sold, rented out, as of 1 April.\nMade by hand, please report errors.\n",
  ])
  func whatStandsAboveTheNamesIsNoPartOfThem(above: String) throws {
    let table = "campaign,clicks,cost,impr,conv\n" + (1...12).map { "c\($0),\($0),4,7,10\n" }.joined()
    let (rows, summary) = try read(Array((above + table).utf8))
    #expect(rows.map { $0.joined(separator: ",") + "\n" }.joined() == table)
    #expect(summary.rowsAbove == above.split(separator: "\n").count)
  }

  /// A record of another width may stand above one that lacks its figure, which names no columns.
  @Test(arguments: ["Lamp, large,Berlin,12", "Lamp,,12,x,y", ",12"])
  func raggedRecordsAreNotAboveTheNames(ragged: String) throws {
    let rest = (1...12).map { "c\($0),town \($0),\($0)\n" }.joined()
    let (rows, summary) = try read(Array(("item,city,price\n\(ragged)\nTable,Paris,on request\n" + rest).utf8))
    #expect(rows.first == ["item", "city", "price"])
    #expect(summary.rowsAbove == 0)
  }

  /// A cell too few, and text in marks that other delimiters would part.
  @Test func marksThatDoTheirWorkHoldATextTogether() throws {
    let text =
      "client,city,net,note\nAnn,Leeds,10,x\nTom,York,12,y\nZed,\"Bath, Avon, Somerset, UK\",14\nMia,Hull,16,z\n"
    #expect(try read(text)[3] == ["Zed", "Bath, Avon, Somerset, UK", "14", ""])
  }

  @Test func delimitersBehindBackslashes() throws {
    let text = "Datum,Klicks,Kosten\n" + (1...200).map { "0\($0 % 9 + 1).06.2025,\($0),1.642\\,11\n" }.joined()
    let rows = try read(text)
    #expect(rows.count == 201 && rows.allSatisfy { $0.count == 3 } && rows[7] == ["08.06.2025", "7", "1.642,11"])
  }

  @Test func noQuotationMarksAtAll() throws {
    let text = "id\tname\n1\tsay \"no\n2\t\"yes\" and\n3\tx\n"
    #expect(try read(text) == [["id", "name"], ["1", "say \"no"], ["2", "\"yes\" and"], ["3", "x"]])
  }

  /// One mark too many, at the start of a cell: cells in marks behind it stay what they are.
  @Test func aMarkThatOpensNothingBeforeCellsInMarks() throws {
    let rows = [
      ["city", "area", "day", "sum", "no"], ["Leeds", "Children, Families", "01/03/15", "2,934.21", "1"],
      ["Leeds", "\"Roads", "06/03/15", "25,664.32", "2"], ["York", "Parks", "07/03/15", "1,000.00", "3"],
      ["York", "Parks, Trees", "08/03/15", "2,000.00", "4"], ["York", "Parks", "09/03/15", "3,000.00", "5"],
    ]
    let lines = rows.map { row in row.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") }
    #expect(try read(lines.joined(separator: "\n") + "\n") == rows)
  }

  /// Three blanks would part the names as well as three commas do.
  @Test func aMarkTooManyAmongNamesOfSeveralWords() throws {
    let rows = [
      ["Body name", "\"Area", "Net sum", "Ref no"], ["Leeds, North", "Roads", "2,934.21", "1"],
      ["York", "Roads", "1,000.00", "2"], ["York", "Parks, Trees", "2,000.00", "3"],
      ["Hull", "Parks", "3,000.00", "4"], ["Hull", "Roads", "4,000.00", "5"],
    ]
    let lines = rows.map { row in row.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") }
    #expect(try read(lines.joined(separator: "\n") + "\n") == rows)
  }

  /// In a table of a few rows a mark in the header or in the first row makes neither what it is not.
  @Test(arguments: ["0:0", "0:1", "0:2", "1:0", "1:2", "2:2"], ["open", "close"])
  func oneMarkTooManyInAShortTable(place: String, side: String) throws {
    var rows = [
      ["sku", "name", "qty"], ["S0", "Cup", "9"], ["S1", "Cup", "9"], ["S2", "Mug, large", "6"], ["S3", "Pot", "2"],
      ["S4", "Mug, large", "2"], ["S5", "Pot", "1"],
    ]
    let at = place.split(separator: ":").compactMap { Int($0) }
    rows[at[0]][at[1]] = side == "open" ? "\"" + rows[at[0]][at[1]] : rows[at[0]][at[1]] + "\""
    let lines = rows.map { row in row.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") }
    #expect(try read(lines.joined(separator: "\n") + "\n") == rows)
  }

  @Test(arguments: [
    "A report\n", "A report\nmade in 2026\n", "A report\n\n", "A report,,,\n,,,\n", "Account,17\nPeriod,2026\n\n",
    "# of interest, perhaps\n",
  ])
  func linesAboveTheTable(lines: String) throws { #expect(try read(lines + Self.text()) == Self.table) }

  @Test(arguments: ["Source: us\n", "\nSource: us\n", "\nSource: us\nAll rights reserved\n"])
  func linesBelowTheTable(lines: String) throws { #expect(try read(Self.text() + lines) == Self.table) }

  @Test func severalHeaderRowsBecomeOne() throws {
    let upper = ["", "Reported", "Reported", ""]
    #expect(
      try read(Self.text([Self.header, upper, ["a", "b", "c", "d"]] + Self.rows))
        == [["id a", "day Reported b", "amount Reported c", "remark d"]] + Self.rows)
  }

  @Test func noHeaderIsInvented() throws { #expect(try read(Self.text(Self.rows)) == Self.rows) }

  @Test(arguments: ["\n", "\n\n", "\nAnother table\n", ""])
  func theFirstOfSeveralTables(between: String) throws {
    let second = (1...8).map { ["k\($0)", "\($0)"] }
    let text = Self.text() + between + Self.text([["key", "value"]] + second)
    let (rows, summary) = try read(Array(text.utf8))
    #expect(rows == Self.table)
    #expect(summary.tables == 2)
    #expect(try read(Array(text.utf8), table: 2).rows == [["key", "value"]] + second)
  }

  @Test func aSecondTableOfTheSameWidth() throws {
    #expect(try read(Self.text() + "\n" + Self.text()) == Self.table)
  }

  @Test func aBlankLineEndsNoTableByItself() throws {
    #expect(try read(Self.text(Array(Self.table[..<4])) + "\n" + Self.text(Array(Self.table[4...]))) == Self.table)
  }

  @Test(arguments: [",,,\n", ",,,\r\n", ",,,\n,,,\n"])
  func aSecondTableBehindRowsOfDelimitersAlone(between: String) throws {
    let second = [["key", "value", "", ""]] + (1...3).map { ["k\($0)", "\($0)", "", ""] }
    let text = Self.text() + between + Self.text(second)
    let (rows, summary) = try read(Array(text.utf8))
    #expect(rows == Self.table)
    #expect(summary.tables == 2)
    #expect(try read(Array(text.utf8), table: 2).rows == second)
  }

  @Test func aRowOfDelimitersAloneEndsTheTableBeforeItsOwnNames() throws {
    #expect(try read(Self.text() + ",,,\n" + Self.text()) == Self.table)
  }

  @Test(arguments: [["7", "2026-03-07", "1.50", "x"], ["n/a", "n/a", "n/a", "x"], ["Sum", "", "", ""]])
  func aRowOfDelimitersAloneEndsNoTableByItself(next: [String]) throws {
    let further = [["", "", "", ""], next, ["8", "2026-03-08", "2.50", "y"]]
    #expect(try read(Self.text(Self.table + further)) == Self.table + further)
  }

  @Test func raggedRecordsKeepTheirCells() throws {
    var lines = Self.table.map { Self.line($0) }
    lines[1] = "1,2026-03-0112.50,plain"
    lines[5] = "5,,2026-03-05,11.75,it's"
    var expected = Self.table
    expected[1] = ["1", "2026-03-0112.50", "plain", ""]
    expected[5] = ["5", "", "2026-03-05", "11.75", "it's"]
    let (rows, summary) = try read(Array(lines.joined(separator: "\n").utf8))
    #expect(rows == expected)
    #expect(summary.rowsMended == 2)
    #expect(summary.mendedLines == [2, 6])
    #expect(summary.rowsRejected == 0)
  }

  @Test(arguments: [0, 1, 3, 6], [";", "\t", " ", "|", ", ", ";;"])
  func oneRowWithAnotherDelimiter(row: Int, delimiter: String) throws {
    var lines = Self.table.map { Self.line($0) }
    lines[row] = Self.line(Self.table[row], delimiter)
    #expect(try read(lines.joined(separator: "\n")) == Self.table)
  }

  @Test(arguments: [0, 1, 2, 6])
  func oneRowInOtherMarks(row: Int) throws {
    var lines = Self.table.map { Self.line($0) }
    lines[row] = Self.line(Self.table[row], ",", "'", all: true)
    #expect(try read(lines.joined(separator: "\n")) == Self.table)
  }

  @Test func oneRowWithBackslashes() throws {
    var lines = Self.table.map { Self.line($0) }
    lines[3] = "3,2026-03-03,9.00,\"x \\\"y\\\"\""
    #expect(try read(lines.joined(separator: "\n")) == Self.table)
  }

  @Test func aMarkThatIsNeverClosedSwallowsNothing() throws {
    var lines = Self.table.map { Self.line($0) }
    lines[4] = "4,2026-03-04,8.00,\"open"
    var expected = Self.table
    expected[4][3] = "\"open"
    #expect(try read(lines.joined(separator: "\n")) == expected)
  }

  @Test func anOpenMarkEndsWithItsLineWhereTheNextLineIsARecord() throws {
    let text =
      "name,town,remark\nAnn,Oslo,\"quiet, tidy\nBob,Cork,tall\nCid,Lyon,likes tea\nDan,Graz,\"chess, badly\"\n"
    #expect(
      try read(text) == [
        ["name", "town", "remark"], ["Ann", "Oslo", "quiet, tidy"], ["Bob", "Cork", "tall"],
        ["Cid", "Lyon", "likes tea"],
        ["Dan", "Graz", "chess, badly"],
      ])
    // A cell of several lines stays one.
    let long = "name,remark\nAnn,\"she said no,\nleft\"\nBob,x\nCid,y\nDan,\"z, z\"\n"
    #expect(try read(long).first { $0[0] == "Ann" }?[1] == "she said no,\nleft")
  }

  @Test("what parts the values and not the names above them is part of the values")
  func marksWithinValues() throws {
    let days = ["Order day"] + (1...20).map { "\($0 + 9)/10/2021" }
    #expect(try read(days.joined(separator: "\n")) == days.map { [$0] })
    let times = [["start", "end"]] + (10...29).map { ["14:12:\($0)", "23:08:\($0)"] }
    #expect(try read(times.map { $0.joined(separator: ",") }.joined(separator: "\n")) == times)
    let places = [["place", "lat/lon"]] + (10...39).map { ["Oslo", "59.\($0), 10.7\($0)"] }
    #expect(try read(places.map { $0.joined(separator: "\t") }.joined(separator: "\n")) == places)
  }

  @Test("empty cells do not double the delimiter, and rows that end in them are not above the table")
  func sparseRows() throws {
    let rows = [
      "S0,Graz,,20,,,,,y", "S1,Cork,,47,,8.2,,,", "S2,Oslo,,3,,,,,x", "S3,Oslo,,5,,,,,", "S4,Gent,,6,,,\"a, b\",,",
    ]
    let table = rows.map { row in
      row.replacing("\"a, b\"", with: "a; b").components(separatedBy: ",").map { $0 == "a; b" ? "a, b" : $0 }
    }
    #expect(try read(rows.joined(separator: "\n")) == table)
    let last =
      ["S27,Lodz,,72,,,,,", "S28,Lodz,,82,,,,,"] + (29...36).map { "S\($0),Graz,,95,,\($0 % 3 == 0 ? "8.8" : ""),,,y" }
    #expect(try read(last.joined(separator: "\n")).count == 10)
  }

  @Test func aSentenceWithCommasIsNoRowOfNames() throws {
    let text =
      "Sums in EUR, USD, GBP and SEK\n"
      + Self.text(
        [["id", "day", "amount", "rate", "share"]] + (1...6).map { ["\($0)", "2026-03-0\($0)", "1.5", "2.5", "3.5"] })
    #expect(try read(text).first == ["id", "day", "amount", "rate", "share"])
  }

  @Test("lines within marks are no records because of the number of cells", arguments: ["\n", "\n\n"])
  func raggedRecordsOfSeveralLinesStayWhole(lineEnd: String) throws {
    let clean = (1...8).map { ["\($0)", "A\($0)", "Note \($0), ok", "x\($0)"] }
    let above = clean.map { Self.line($0) }
    let odd = "9,,Bob,\"Said: \"\"no\"\", then left.\(lineEnd)Try\",y"
    let text = (["Id,Name,Note,Tag"] + above + [odd] + above).joined(separator: "\n") + "\n"
    let row = ["9", "", "Bob", "Said: \"no\", then left.\(lineEnd)Try", "y"]
    #expect(try read(text) == [["Id", "Name", "Note", "Tag"]] + clean + [row] + clean)
  }

  @Test func aMarkTooManyBehindACellOfSeveralLines() throws {
    let clean = (1...8).map { ["\($0)", "A\($0)", "Note \($0), ok", "x\($0)"] }
    let above = clean.map { Self.line($0) }
    let odd = "9,A9,\"Said: \"\"no\"\", then left.\n\nTry\",\"\"c, d\""
    let text = (["Id,Name,Note,Tag"] + above + [odd] + above).joined(separator: "\n") + "\n"
    let row = ["9", "A9", "Said: \"no\", then left.\n\nTry", "\"c, d"]
    #expect(try read(text) == [["Id", "Name", "Note", "Tag"]] + clean + [row] + clean)
  }

  @Test("text after a closing mark belongs to its cell, and no record behind it is lost")
  func aDelimiterMissingAfterACellInMarks() throws {
    let header = "id,day,note,link,remark"
    let text =
      header + "\n1,2026-03-01,cup,https://a.example/1,x\n2,2026-03-02,\"mug, black, 4\"https://a.example/2,y\n"
      + "3,2026-03-03,\"pot, red\",https://a.example/3,z\n4,2026-03-04,\"jug, \"\"L\"\"\",https://a.example/4,w\n"
    #expect(
      try read(text) == [
        ["id", "day", "note", "link", "remark"], ["1", "2026-03-01", "cup", "https://a.example/1", "x"],
        ["2", "2026-03-02", "mug, black, 4https://a.example/2", "y", ""],
        ["3", "2026-03-03", "pot, red", "https://a.example/3", "z"],
        ["4", "2026-03-04", "jug, \"L\"", "https://a.example/4", "w"],
      ])
  }

  @Test("a cell in marks that is well written stays whole where its row lacks a delimiter")
  func aShortRowKeepsItsCells() throws {
    let header = "id,day,currency,note,country"
    let text =
      header + "\n1,2026-03-01,EUR,\"a, b\",DE\n22026-03-02,EUR,\"size 5\"\" to 7\"\", black\",BR\n"
      + "3,2026-03-03,EUR,\"c \"\"d\"\", e\",DE\n4,2026-03-04,EUR,f,DE\n5,2026-03-05,EUR,g,DE\n"
    #expect(try read(text)[2] == ["22026-03-02", "EUR", "size 5\" to 7\", black", "BR", ""])
  }

  /// The mark that opens the next row's cell would close this one, and give the row its width.
  @Test func aMarkThatIsNeverClosedTakesNoRowWithIt() throws {
    let clean = (1...8).map { ["\($0)", "A\($0)", "\($0),50", "x\($0)"] }
    let odd = "9,A9,\"9,50,x9"
    let text = (["Id,Name,Sum,Tag"] + clean.map { Self.line($0) } + [odd] + clean.map { Self.line($0) })
      .joined(separator: "\n")
    let rows = try read(text + "\n")
    #expect(rows.count == 18 && rows[9].first == "9" && Array(rows[10...]) == clean)
  }

  @Test func namesAndValuesRightAboveAWiderTable() throws {
    let settings = "Report,Assets\nPeriod,March\nAccount,17\nCurrency,EUR\nRows,6\n"
    #expect(try read(settings + Self.text()) == Self.table)
    // A wide line under a table of two columns is none.
    #expect(try read(settings + "Source: us,a,b,c\n").prefix(2) == [["Report", "Assets"], ["Period", "March"]])
  }

  @Test func lineEnds() throws {
    for ends in [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]] {
      let text = Self.table.enumerated().map { Self.line($1) + ends[$0 % ends.count] }.joined()
      #expect(try read(text) == Self.table)
      #expect(try read(String(text.unicodeScalars.dropLast())) == Self.table)
      #expect(try read(text + ends[0] + ends[0]) == Self.table)
    }
    #expect(try read("a,b\n1,\"x\r\n\ny\"\n2,z\n3,w\n") == [["a", "b"], ["1", "x\r\n\ny"], ["2", "z"], ["3", "w"]])
  }

  @Test func encodings() throws {
    var table = Self.table
    table[1][3] = "Été"
    let text = Self.text(table)
    let units = Array(text.utf16)
    #expect(try read([0xEF, 0xBB, 0xBF] + Array(text.utf8)).rows == table)
    #expect(try read([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).rows == table)
    #expect(try read([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }).rows == table)
    let (rows, summary) = try read(text.unicodeScalars.map { UInt8($0.value) })
    #expect(rows == table)
    #expect(summary.isEncodingAssumed)
    #expect(summary.encoding == "windows-1252")
  }

  @Test func whatIsHardlyWesternTextIsNotAssumedToBe() throws {
    // Russian in windows-1251, Polish in windows-1250, UTF-8 with one damaged byte.
    for bytes in [[0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], [0x67, 0xB3, 0x6F, 0x77, 0x61], [0xC3, 0xA9, 0x20, 0xE9]]
      as [[UInt8]]
    {
      #expect(throws: IngestionError.self) { try read(Array("a,b\n1,".utf8) + bytes + [0x0A]) }
    }
  }

  @Test func smallFiles() throws {
    #expect(try read("a,b,c\n") == [["a", "b", "c"]])
    #expect(try read("a;b;c\n1;2;3") == [["a", "b", "c"], ["1", "2", "3"]])
    #expect(try read("7,2026-03-01,x\n") == [["7", "2026-03-01", "x"]])
    #expect(try read("name\nAda Byron\nAlan Turing\n") == [["name"], ["Ada Byron"], ["Alan Turing"]])
    #expect(try read("at\n2026-03-01 10:00:00\n2026-03-02 11:30:00\n").map(\.count) == [1, 1, 1])
  }

  @Test func theGoldenRuleOfIngestStands() throws {
    // What `read` can make out is refused where facts would come of it.
    let sample = try Sample("Campaign name^Day^Amount spent (EUR)\nA^2026-03-01^1.5\nB^2026-03-02^2\n")
    #expect(sample.failure() == .unrecognised(file: "sample.csv", kind: nil))
    var rows: [[String]] = []
    _ = try sample.export().mendedRows { rows.append($0) }
    #expect(rows.first == ["Campaign name", "Day", "Amount spent (EUR)"])
    let cut = try Sample("Campaign name,Day,Amount spent (EUR)\nA,2026-03-01,1.5\n\"B,2026-03-02,2\n")
    #expect(cut.failure() == .unclosedQuote(file: "sample.csv", line: 3))
  }

  @Test func aRecordThatTheFilesEndCutsInAQuotedCellComesOut() throws {
    let (rows, summary) = try read(Array(("My report\n\n" + Self.text() + "\"7 cut").utf8))
    #expect(rows.dropLast() == Self.table[...])
    #expect(rows.last?.first?.contains("7 cut") == true)
    #expect(summary.mendedLines == [10])
    #expect(summary.rowsAbove == 1)
  }

  @Test func aLongFileFollowsItsSample() throws {
    let body = (0..<30_000).map { "\($0);2026-03-01;\"é; \"\"\($0)\"\"\"" }
    let text = "n;day;t\n" + body.joined(separator: "\n") + "\n30000,2026-03-01,row\n\nSource: us\n"
    let (rows, summary) = try read(Array(text.utf8))
    #expect(rows.count == 30_002)
    #expect(rows.last == ["30000", "2026-03-01", "row"])
    #expect(rows[30_000] == ["29999", "2026-03-01", "é; \"29999\""])
    #expect(summary.rowsMended == 1)
    #expect(summary.mendedLines == [30_002])
  }

  @Test func limitsHold() throws {
    var limits = Limits.standard
    limits.recordBytes = 1 << 17
    limits.columns = 3
    let long = try Sample(String(repeating: "x", count: 1 << 20)).export(ReadOptions(limits: limits))
    #expect(throws: IngestionError.self) { _ = try long.mendedRows { _ in } }
    let wide = try Sample("a,b,c,d\n1,2,3,4\n").export(ReadOptions(limits: limits))
    #expect(throws: IngestionError.self) { _ = try wide.mendedRows { _ in } }
    #expect(throws: IngestionError.binary(file: "sample.csv", line: 2)) { _ = try read("a\0b,c\n1,2\n") }
  }
}
