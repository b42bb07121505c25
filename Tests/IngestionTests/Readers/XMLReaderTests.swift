import Ingestion
import Testing
import Vocabulary

struct XMLReaderTests {
  private func failure(_ text: String) -> IngestionError? {
    guard let sample = try? Sample(text, name: "x.xml") else { return nil }
    do {
      _ = try sample.export().tables()
      return nil
    } catch { return error as? IngestionError }
  }

  @Test func anyDocumentIsATable() throws {
    var rows: [[String]] = []
    let sample = try Sample(
      "<list><item id=\"1\"><a>x</a><b>y</b></item><item id=\"2\"><b>z</b></item></list>", name: "x.xml")
    _ = try sample.export().rawRows { rows.append($0) }
    #expect(rows == [["@id", "a", "b"], ["1", "x", "y"], ["2", "", "z"]])
  }

  @Test func attributesAreTextToo() throws {
    var rows: [[String]] = []
    let sample = try Sample(
      "<l><i a=\"x &amp; y &lt; &#38; &amp;#38; &quot;\"><b>&amp;</b></i></l>", name: "x.xml")
    _ = try sample.export().rawRows { rows.append($0) }
    #expect(rows == [["@a", "b"], ["x & y < & &#38; \"", "&"]])
  }

  @Test(arguments: [
    "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><r><i>&b;</i></r>",
    "<!DOCTYPE r SYSTEM \"file:///etc/hostname\"><r/>",
    "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r><i>&x;</i></r>",
    "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY % p '<!ENTITY q \"z\">'> %p;]><r/>",
  ])
  func documentTypesAreRefused(text: String) { #expect(failure(text) == .documentType(file: "x.xml")) }

  @Test func damageIsNamedByItsLine() {
    #expect(failure("<r>\n<i>a & b</i></r>") == .malformedXML(file: "x.xml", line: 2))
    #expect(failure("<r>\n<i>a</i>\n") != nil)
    #expect(failure("<r><i>&nbsp;</i></r>") != nil)
  }

  @Test func depthAndAttributesAreLimited() {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(failure(deep) == .beyondLimit(file: "x.xml", found: "elements nested deeper than 256", limit: "256"))
    let wide = "<r><i " + (0...1_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/></r>"
    #expect(
      failure(wide) == .beyondLimit(file: "x.xml", found: "an element with more than 1000 attributes", limit: "1000"))
  }

  @Test func fieldsComeAndGo() throws {
    var rows: [[String]] = []
    let sample = try Sample(
      "<l n=\"7\"><i><a>1</a><b>2</b></i><i><b>3</b><a>4</a></i><i/>\n<i>only<!-- -->text</i>"
        + "<i>x<c><d>5</d></c>y<b/>z</i><i><a>6</a><a>7</a></i></l>", name: "x.xml")
    _ = try sample.export().rawRows { rows.append($0) }
    #expect(
      rows == [
        ["@n", "a", "b"], ["7", "1", "2"], ["7", "4", "3"], ["7", "", ""], ["7", "", ""], ["7", "", ""],
        ["7", "6", ""],
      ])
  }

  @Test func recordsOfTextAloneAreOneColumn() throws {
    var rows: [[String]] = []
    _ = try Sample("<l><i>one</i><i/><i> two\n</i></l>", name: "x.xml").export().rawRows { rows.append($0) }
    #expect(rows == [["text"], ["one"], [""], ["two"]])
  }

  /// 13.5 + 14.25 + 1 euros: what shares a line is known by its number in the file.
  @Test(arguments: [
    "<rows><row><Date>2026-03-13</Date><Cost>13.5</Cost></row><row><Date>2026-03-14</Date><Cost>14.25</Cost></row>"
      + "<row><Date>2026-03-15</Date><Cost>1</Cost></row><row><Date>2026-03-16</Date><Cost>abc</Cost></row></rows>",
    "<rows>\n<row Date=\"2026-03-13\" Cost=\"13.5\"/>\n\n<row Date=\"2026-03-14\" Cost=\"14.25\"/>"
      + "<row Date=\"2026-03-15\" Cost=\"1\"/>\n<row Date=\"2026-03-16\" Cost=\"abc\"/></rows>",
  ])
  func recordsOfOneLineAreCounted(text: String) throws {
    var mapping = TableMapping(name: "plan", kind: .adPerformance)
    mapping.fields = [.day: FieldMapping(["Date", "@Date"]), .spend: FieldMapping(["Cost", "@Cost"])]
    mapping.constants = [.platform: "Plan", .currency: "EUR"]
    let reading = try Sample(text, name: "x.xml").read(ReadOptions(mappings: [mapping]))
    #expect(reading.all.adPerformance.map(\.origin.line) == [1, 2, 3])
    #expect(reading.all.rejectedRows.map(\.line) == [4])
    #expect(reading.total(.spend) == "28.75")
  }

  /// A result that holds its figures directly, and one with rows below results of results.
  @Test func resultsAreRecordsWhereTheyHoldNoRows() throws {
    func rows(_ text: String) throws -> [[String]] {
      var rows: [[String]] = []
      _ = try Sample(text, name: "x.xml").export().rawRows { rows.append($0) }
      return rows
    }
    #expect(
      try rows("<result a=\"1\"><visits>5</visits><sub><x>9</x></sub><views>6</views></result>") == [
        ["visits", "views", "@a"], ["5", "6", "1"],
      ])
    #expect(
      try rows(
        "<results><result date=\"d1\"><row><v>1</v></row><row><v>2</v></row></result><result date=\"d2\"/>"
          + "<result date=\"d3\"><v>3</v></result></results>") == [
          ["@date", "v"], ["d1", "1"], ["d1", "2"], ["d3", "3"],
        ])
  }

  @Test func aRecordBeyondTheLimitStopsTheFileBeforeAnythingComesOut() throws {
    var options = ReadOptions()
    options.limits.recordBytes = 1_000
    let text = "<l><i><a>1</a></i><i><a>" + String(repeating: "x", count: 600) + "</a><b>"
    let (good, bad) = (
      try Sample(text + "2</b></i></l>", name: "x.xml"),
      try Sample(text + String(repeating: "y", count: 600) + "</b></i></l>", name: "x.xml")
    )
    var rows = 0
    _ = try good.export(options).rawRows { _ in rows += 1 }
    #expect(rows == 3)
    rows = 0
    #expect(throws: IngestionError.self) { _ = try bad.export(options).rawRows { _ in rows += 1 } }
    #expect(rows == 0)
  }
}
