import Foundation
import Ingestion
import Testing
import Vocabulary

struct CSVReaderTests {
  private func rows(_ text: String) throws -> (rows: [[String]], summary: TableSummary) {
    var rows: [[String]] = []
    let summary = try Sample(text).export().rawRows { rows.append($0) }
    return (rows, summary)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let text = ["a,b", "1,\"x,\"\"y\"\"\"", "", "2,z"].joined(separator: end)
    #expect(try rows(text).rows == [["a", "b"], ["1", "x,\"y\""], ["2", "z"]])
    #expect(try rows(text + end).rows.count == 3)
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func delimiters(mark: String) throws {
    #expect(try rows("a\(mark)b\n1\(mark)2\n").rows == [["a", "b"], ["1", "2"]])
  }

  @Test func quotedLineEndsStayInTheCell() throws {
    #expect(try rows("a,b\n1,\"x\r\ny\n\nz\"\n").rows == [["a", "b"], ["1", "x\r\ny\n\nz"]])
  }

  @Test func aSeparatorLineMayLie() throws {
    #expect(try rows("sep=;\na;b\n1;2\n").rows == [["a", "b"], ["1", "2"]])
    #expect(try rows("sep=,\na;b\n1;2\n").rows == [["a", "b"], ["1", "2"]])
  }

  @Test func whatSpreadsheetsDo() throws {
    #expect(try rows("a,b\n=\"00123\", \"x\"\n").rows.last == ["00123", "x"])
  }

  @Test func titlesAboveTheHeader() throws {
    #expect(try rows("My report\n\na,b\n1,2\n").rows == [["a", "b"], ["1", "2"]])
    #expect(try rows("a,b\n1,2,\n3,4,\n").rows == [["a", "b"], ["1", "2"], ["3", "4"]])
  }

  @Test func flawedRecordsAreNamedAndTheRestComesThrough() throws {
    let (rows, summary) = try rows("a,b\n1,x\"y\n2,\"x\"y\n3\n4,\0\n5,z,w\n6,ok\n")
    #expect(rows == [["a", "b"], ["6", "ok"]])
    #expect(summary.problems.map(\.line) == [2, 3, 4, 5, 6])
    #expect(summary.rows == 1)
    #expect(summary.rowsRejected == 5)
  }

  @Test func bareJSONKeepsItsMarks() throws {
    let (rows, summary) = try rows("a,b\n1,{ \"x\": \"y\" }\n2,[\"z\"]\n3,{\"x\":1,\"y\":2}\n{\"x\"},5\n4,ok\n")
    #expect(rows == [["a", "b"], ["1", "{ \"x\": \"y\" }"], ["2", "[\"z\"]"], ["4", "ok"]])
    #expect(summary.problems.map(\.line) == [4, 5])
  }

  @Test func anOpenQuoteStopsTheFile() throws {
    #expect(throws: IngestionError.unclosedQuote(file: "sample.csv", line: 3)) {
      _ = try rows("a,b\n1,2\n3,\"x\n4,5\n")
    }
  }

  @Test func recordsQuotedTwice() throws {
    let reading = try Sample(
      "\"Campaign name,Day,\"\"Amount spent (EUR)\"\"\"\n\"\"\"A, B\"\",2026-03-01,1.5\"\n"
    ).read()
    #expect(reading.all.adPerformance.first?.campaign == "A, B")
    #expect(reading.recognition.dialect.contains("quoted twice"))
  }

  @Test func limits() throws {
    var limits = Limits.standard
    limits.columns = 3
    limits.fieldBytes = 10
    limits.recordBytes = 40
    let options = ReadOptions(limits: limits)
    #expect(throws: IngestionError.self) { try Sample("a,b,c,d\n").export(options).rawRows { _ in } }
    let summary = try Sample("a,b\n1,\(String(repeating: "x", count: 11))\n2,y\n").export(options).rawRows { _ in }
    #expect(summary.rows == 1)
    #expect(summary.problems.map(\.line) == [2])
    #expect(throws: IngestionError.self) {
      try Sample("a,b\n1,\(String(repeating: "x", count: 50))\n").export(options).rawRows { _ in }
    }
  }

  @Test func aFileLongerThanTheBufferKeepsItsSeams() throws {
    // Cells of three-byte characters and quotes lie across every seam of the 256 KB pieces at some row.
    let cells = (0..<40_000).map { "\($0),\"é€\"\"\($0)\"" }
    let (rows, summary) = try rows("n,t\r\n" + cells.joined(separator: "\r\n"))
    #expect(summary.rows == 40_000)
    #expect(rows[39_999] == ["39998", "é€\"39998"])
    #expect(rows.dropFirst().enumerated().allSatisfy { $1 == ["\($0)", "é€\"\($0)"] })
  }

  @Test func commentsAreRowsWhereTheFileDoesNotBeginWithOne() throws {
    var rows: [[String]] = []
    _ = try Sample("a,b\n1,2\n# x,3\n4,5\n").export().rawRows { rows.append($0) }
    #expect(rows == [["a", "b"], ["1", "2"], ["# x", "3"], ["4", "5"]])
  }
}
