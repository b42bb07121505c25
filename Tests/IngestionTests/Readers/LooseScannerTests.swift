import Testing

@testable import Ingestion

struct LooseScannerTests {
  private func cells(_ text: String, _ dialect: LooseDialect) -> (rows: [[String]], strays: Int, unclosed: Int) {
    let scanner = LooseScanner(dialect)
    var record = LooseRecord()
    var found: (rows: [[String]], strays: Int, unclosed: Int) = ([], 0, 0)
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        scanner.scan(bytes, from: position, isWhole: true, reach: 1 << 20, into: &record)
        found.rows.append(record.cells.map { scanner.text($0, in: bytes) })
        found.strays += record.strayMarks
        found.unclosed += record.isUnclosed ? 1 : 0
        position = record.end
      }
    }
    return found
  }

  private let comma = LooseDialect(delimiter: [UInt8(ascii: ",")], quote: LooseDialect.doubleQuote)

  @Test func marksThatBreakTheRulesAreTextAndCounted() {
    let stray = cells("a,\"x \"y\" z\",c\n", comma)
    #expect(stray.rows == [["a", "x \"y\" z", "c"]])
    #expect(stray.strays == 2)
    let open = cells("a,\"x\nb,y\n", comma)
    #expect(open.rows == [["a", "\"x"], ["b", "y"]])
    #expect(open.unclosed == 1)
  }

  @Test func aDoubledMarkBeforeADelimiterMayCloseTheCell() {
    var dialect = comma
    #expect(cells("\"a\"\",b\n", dialect).rows == [["\"a\"\"", "b"]])
    dialect.closesEarly = true
    #expect(cells("\"a\"\",b\n", dialect).rows == [["a\"", "b"]])
    #expect(cells("\"a\"\"b\",c\n", dialect).rows == [["a\"b", "c"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func aBackslashBeforeALineEndKeepsTheCellGoing(end: String) {
    var dialect = comma
    dialect.hasBackslash = true
    #expect(cells("a\\\(end)b,c\(end)", dialect).rows == [["a\\"], ["b", "c"]])
    dialect.escapesLineEnds = true
    #expect(cells("a\\\(end)b,c\(end)d,e\(end)", dialect).rows == [["a\(end)b", "c"], ["d", "e"]])
    #expect(cells("\"a\\\(end)b\",c\(end)", dialect).rows == [["a\(end)b", "c"]])
    // A backslash that is escaped itself takes no meaning from anything.
    #expect(cells("a\\\\\(end)b,c\(end)", dialect).rows == [["a\\"], ["b", "c"]])
  }

  @Test func aCutRecordSaysSo() {
    let scanner = LooseScanner(comma)
    var record = LooseRecord()
    for text in ["a,b", "a,\"b", "a,\"b\"", "a\r"] {
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        scanner.scan(bytes, from: 0, isWhole: false, reach: 1 << 20, into: &record)
        #expect(record.isCut, "\(text)")
        scanner.scan(bytes, from: 0, isWhole: true, reach: 1 << 20, into: &record)
        #expect(!record.isCut, "\(text)")
      }
    }
  }

  /// SplitMix64: the same tables on every machine.
  private struct Draw {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
  }

  /// A cell as the dialect wants it, by the rules alone: what holds a mark, a delimiter's first character, a line end
  /// or a blank at its end is quoted, marks inside are doubled or escaped.
  private func written(_ cell: String, _ delimiter: String, _ quote: String, _ escapes: Bool) -> String {
    // By scalars: a carriage return and a line feed are one Character.
    let special = Set((delimiter + quote + "\"' \n\r\\=").unicodeScalars)
    guard cell.unicodeScalars.contains(where: special.contains) else { return cell }
    if escapes {
      return quote + cell.replacing("\\", with: "\\\\").replacing(quote, with: "\\" + quote) + quote
    }
    return quote + cell.replacing(quote, with: quote + quote) + quote
  }

  @Test func whatIsWrittenIsReadBackInTenThousandTables() {
    var draw = Draw(state: 1)
    let delimiters = [",", ";", "\t", "|", " ", ":", "^", "~", "#", ", ", ";;", "||", "; ", ",\t", "§"]
    let pieces = ["a", "7", "é", ",", ";", "\"", "'", "\\", " ", "\n", "\r\n", "|", "=", "#", "long word", "€"]
    let ends = ["\n", "\r\n", "\r"]
    for _ in 0..<10_000 {
      let delimiter = delimiters[draw.below(delimiters.count)]
      let quote = ["\"", "'"][draw.below(2)]
      let escapes = draw.below(3) == 0
      let end = ends[draw.below(3)]
      let width = 2 + draw.below(4)
      var rows: [[String]] = []
      for _ in 0...draw.below(5) {
        rows.append((0..<width).map { _ in (0..<draw.below(5)).map { _ in pieces[draw.below(pieces.count)] }.joined() })
      }
      let lines = rows.map { row in row.map { written($0, delimiter, quote, escapes) }.joined(separator: delimiter) }
      let dialect = LooseDialect(delimiter: Array(delimiter.utf8), quote: Array(quote.utf8)[0], hasBackslash: escapes)
      let found = cells(lines.joined(separator: end) + (draw.below(2) == 0 ? end : ""), dialect)
      guard found.rows == rows.map({ $0.map(\.asShown) }), found.strays == 0, found.unclosed == 0 else {
        Issue.record("\(dialect): \(lines) gave \(found.rows)")
        return
      }
    }
  }
}
