import Charting
import Testing

@Suite struct NumbersTableTests {
  private func csv(_ cells: [NumbersTable.Cell]) -> String {
    NumbersTable(
      caption: "c", columns: cells.indices.map { .text("h\($0)") }, rows: [cells]
    ).csv.components(line: 1)
  }

  @Test func numbersAreForMachines() {
    let format = ValueFormat(.money("GBP"), locale: .german)
    #expect(
      csv([.number(184_200, format), .number(-0.5, format), .number(1e12, format)]) == "184200,-0.5,1000000000000")
    #expect(csv([.number(1e-9, format), .number(.nan, format), .number(nil, format)]) == "0.000000001,,")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", " =x", "＝x"])
  func formulasAreDisarmed(_ text: String) {
    #expect(csv([.text(text)]) == "'" + text)
  }

  @Test func textIsQuotedWhereNeeded() {
    #expect(csv([.text("a,b"), .text("say \"hi\""), .text("plain −5")]) == "\"a,b\",\"say \"\"hi\"\"\",plain −5")
    #expect(csv([.text("=\"x\",1")]) == "\"'=\"\"x\"\",1\"")
  }

  /// Quotation mark and accent are one character, and two to whoever reads the file.
  @Test func aQuotationMarkUnderAnAccentIsDoubled() {
    #expect(Array(csv([.text("a\"\u{301},b")]).utf8) == Array("\"a\"\"\u{301},b\"".utf8))
  }

  @Test func headerComesFirst() {
    let table = NumbersTable(caption: "c", columns: [.text("Channel"), .number("=cost")], rows: [])
    #expect(table.csv == "Channel,'=cost\r\n")
  }
}

extension String {
  fileprivate func components(line: Int) -> String {
    split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)[line]
  }
}
