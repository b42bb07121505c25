import Testing

@testable import Ingestion

struct PlainLinesTests {
  private static func shape(_ sample: String, _ dialect: LooseDialect) -> TableShape {
    let bytes = Array(sample.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var looks: [TableShape.Look] = []
      var record = LooseRecord()
      var position = 0
      let scanner = LooseScanner(dialect)
      while position < bytes.count {
        scanner.scan(bytes, from: position, isWhole: true, reach: 0, into: &record)
        looks.append(TableShape.look(record, bytes, scanner))
        position = record.end
      }
      return TableShape(looks)
    }
  }

  private static let comma = LooseDialect(delimiter: [UInt8(ascii: ",")], quote: LooseDialect.doubleQuote)
  private static let lines = PlainLines(comma, shape("a,b,c\n1,2,3\n4,5,6\n", comma))
  /// What stands behind the line in the window.
  private static let rest = "\n" + String(repeating: "\",\" '\\\u{0}", count: 20)

  private func row(_ line: String) throws -> [String]? {
    let lines = try #require(PlainLinesTests.lines)
    return Array((line + PlainLinesTests.rest).utf8).withUnsafeBufferPointer { bytes in
      lines.first(of: bytes).map { found in
        #expect(found.length == line.utf8.count + 1)
        return found.row.texts
      }
    }
  }

  @Test func aLineOfTheTablesWidthIsItsCells() throws {
    #expect(try row("1,2,3") == ["1", "2", "3"])
    #expect(try row(",,") == ["", "", ""])
    #expect(try row("é,~,日本") == ["é", "~", "日本"])
    let long = String(repeating: "x", count: 100)
    #expect(try row("\(long),\(long),\(long)") == [long, long, long])
  }

  @Test(
    arguments: [
      "1,2", "1,2,3,4", "", "1,\"2\",3", "1,it's,3", "1,2\\,3", "1, 2,3", "1,2, ", "1,\u{0},3", "1,\t,3", "1,\u{1A},3",
    ])
  func whatNeedsACloserLookIsLeftToOthers(line: String) throws { #expect(try row(line) == nil) }

  @Test func tabsAreNoOddityWhereTheyPartTheCells() throws {
    let tabs = LooseDialect(delimiter: [UInt8(ascii: "\t")], quote: nil)
    let lines = try #require(PlainLines(tabs, PlainLinesTests.shape("a\tb\n1\t2\n", tabs)))
    Array(("1,5\t,2" + PlainLinesTests.rest).utf8).withUnsafeBufferPointer { bytes in
      #expect(lines.first(of: bytes)?.row.texts == ["1,5", ",2"])
    }
  }

  @Test func theReturnOfALineEndIsNoPartOfTheLine() throws {
    let lines = try #require(PlainLinesTests.lines)
    Array(("1,2,3\r" + PlainLinesTests.rest).utf8).withUnsafeBufferPointer { bytes in
      #expect(lines.first(of: bytes)?.row.texts == ["1", "2", "3"])
      #expect(lines.first(of: bytes)?.length == 7)
    }
  }

  @Test func withoutALineEndOrBytesBehindItNothingIsSure() throws {
    let lines = try #require(PlainLinesTests.lines)
    for text in ["1,2,3", "1,2,3\n"] {
      Array(text.utf8).withUnsafeBufferPointer { #expect(lines.first(of: $0) == nil) }
    }
  }

  @Test func linesOfEveryLengthAndContentAreJudgedAsByteByByte() throws {
    let letters: [Character] = ["a", "7", ".", "-", "é", "b", "~", " ", "\"", "'", "\\", "\t", "\u{1}", "\u{1F}"]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var found = 0
    for _ in 0..<10_000 {
      let kinds = next(3) == 0 ? letters.count : 7
      let cells = (0..<(2 + next(3))).map { _ in String((0..<next(40)).map { _ in letters[next(kinds)] }) }
      let line = cells.joined(separator: ",")
      let isOdd =
        line.utf8.contains { "\"'\\".utf8.contains($0) || $0 < 0x20 }
        || cells.dropFirst().contains { $0.hasPrefix(" ") }
      let isPlain = cells.count == 3 && !isOdd
      if try row(line) != (isPlain ? cells : nil) { Issue.record("\(line)") }
      found += isPlain ? 1 : 0
    }
    #expect(found > 1_000)
  }

  @Test func dialectsThatNeedMoreAreNone() {
    let shape = PlainLinesTests.shape("a,b\n1,2\n", PlainLinesTests.comma)
    var escaped = PlainLinesTests.comma
    escaped.hasBackslash = true
    #expect(PlainLines(escaped, shape) == nil)
    #expect(PlainLines(LooseDialect(delimiter: Array("||".utf8), quote: nil), shape) == nil)
    #expect(PlainLines(PlainLinesTests.comma, PlainLinesTests.shape("a\n1\n", PlainLinesTests.comma)) == nil)
  }
}
