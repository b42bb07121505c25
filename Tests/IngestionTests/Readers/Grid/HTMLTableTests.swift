import Ingestion
import Testing
import Vocabulary

struct HTMLTableTests {
  private func rows(_ html: String, table: Int = 1, name: String = "a.xls") throws -> [[String]] {
    var rows: [[String]] = []
    _ = try Sample(html, name: name).export().rawRows(table: table) { rows.append($0) }
    return rows
  }

  @Test func cellsAsABrowserShowsThem() throws {
    let found = try rows(
      "<html><body><p>Report</p><table><tr><th>Day<th>Campaign &amp; ad<th>Cost</tr>\n"
        + "<tr><td> 2026-03-01\n </td><td>Two\n  words<br>below</td><td x:num=\"1234.5\">1.234,50</td></tr>"
        + "<tr><td>&nbsp;</td><td><script>alert(1)</script><b>x</b>y</td><td></td></tr></table></body></html>")
    #expect(
      found == [["Day", "Campaign & ad", "Cost"], ["2026-03-01", "Two words\nbelow", "1234.5"], ["", "xy", ""]])
  }

  @Test func spansKeepColumnsInPlace() throws {
    let found = try rows(
      "<table><tr><td colspan=3>Title</td></tr><tr><th rowspan=2>A</th><th colspan=2>Both</th></tr>"
        + "<tr><th>B</th><th>C</th></tr><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>"
    )
    #expect(found == [["A", "B", "C"], ["1", "2", "3"], ["", "4", "5"]])
  }

  @Test func severalTables() throws {
    let html = "<table><tr><td>A</td></tr><tr><td>1</td></tr></table><table></table><table><tr><td>B</td></tr></table>"
    #expect(try rows(html, table: 2) == [["B"]])
    #expect(try Sample(html).export().tables().map(\.rows) == [1, 0])
  }

  /// What a download has lost at its end; a page that leaves out the end of its table goes on behind it.
  @Test(arguments: [
    ("", true), ("<tr><td>B</td><td>2026-03-02</td><td>7", true), ("\n", true), ("</table>", false),
    ("</table><p>Total: 5</p></body></html>", false), ("</body></html>", false),
  ])
  func aTableThatIsCutIsTold(end: String, isCut: Bool) throws {
    let page =
      "<html><body><table><tr><th>Campaign name</th><th>Day</th><th>Amount spent (EUR)</th></tr>"
      + "<tr><td>A</td><td>2026-03-01</td><td>5</td></tr>"
    let notes = try Sample(page + end, name: "a.xls").read().recognition.notes
    #expect(notes.contains { $0.contains("a download was cut short") } == isCut)
  }

  @Test func shortRowsAreRefused() throws {
    let summary = try Sample(
      "<table><tr><td>A</td><td>B</td></tr><tr><td>1</td></tr><tr><td>1</td><td>2</td></tr></table>"
    ).export().rawRows { _ in }
    #expect(summary.rows == 1)
    #expect(summary.problems.map(\.line) == [2])
  }

  @Test func encodings() throws {
    let start = Array("<html><head><meta charset=".utf8)
    let table = Array("></head><table><tr><td>A</td></tr><tr><td>".utf8)
    let end = Array("</td></tr></table>".utf8)
    func second(_ charset: String, _ bytes: [UInt8]) throws -> String {
      var rows: [[String]] = []
      _ = try Sample(start + Array(charset.utf8) + table + bytes + end, name: "a.xls").export().rawRows {
        rows.append($0)
      }
      return rows[1][0]
    }
    #expect(try second("iso-8859-1", [0xC9, 0x74, 0xE9, 0x80]) == "Été€")
    #expect(try second("'Shift_JIS'", [0x93, 0xFA, 0x96, 0x7B]) == "日本")
    #expect(try second("utf-16", Array("Été".utf8)) == "Été")
    #expect(throws: IngestionError.self) { try second("utf-8", [0xC9, 0x74]) }
    #expect(throws: IngestionError.self) { try second("klingon", [0x74]) }
  }

  @Test func pagesWithoutATableAndHostileOnes() throws {
    let page = try Sample("<!DOCTYPE html><html><body>Please sign in</body></html>", name: "a.csv")
    #expect("\(try #require(page.failure()))".contains("no table in it"))
    let cell = "<td rowspan=65534 colspan=1000>x</td>"
    let wide = try Sample("<table><tr>" + String(repeating: cell, count: 40) + "</tr></table>", name: "a.xls")
    #expect("\(try #require(wide.failure()))".contains("more than 20000 columns"))
    let deep = try Sample("<table><tr><td>" + String(repeating: "<div>", count: 5_000), name: "a.xls")
    #expect("\(try #require(deep.failure()))".contains("deeper than 256"))
  }
}
