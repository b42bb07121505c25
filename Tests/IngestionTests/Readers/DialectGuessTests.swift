import Testing

@testable import Ingestion

struct DialectGuessTests {
  private func guess(_ text: String) -> LooseDialect {
    Array(text.utf8).withUnsafeBufferPointer { DialectGuess($0, isWhole: true).best }
  }

  private static let rows = [
    ["id", "day", "amount", "remark"], ["1", "2026-03-01", "12.50", "plain"], ["2", "2026-03-02", "7.25", "two words"],
    ["3", "2026-03-03", "9.00", ""], ["4", "2026-03-04", "11.75", "so it is"],
  ]

  @Test(arguments: [
    ",", ";", "\t", "|", "^", "~", ":", "#", "&", ", ", ";;", "||", "; ", "::", "§", "<>", "- ", "->", "$$",
  ])
  func delimiters(delimiter: String) {
    let text = Self.rows.map { $0.joined(separator: delimiter) }.joined(separator: "\n")
    #expect(guess(text).delimiter == Array(delimiter.utf8))
  }

  /// Marks that stand within names and amounts, where they part the names of the columns as well.
  @Test(arguments: ["$", "%", "+", "-", "_", "  "])
  func unusualDelimiters(delimiter: String) {
    let rows = Self.rows.map { row in row.map { $0.contains(delimiter) ? "\"\($0)\"" : $0 } }
    let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\n")
    #expect(guess(text).delimiter == Array(delimiter.utf8))
  }

  @Test(arguments: [
    "555-123-4567\n555-123-4568\n555-123-4569\n555-123-4570\n", "2026-03-01\n2026-03-02\n2026-03-03\n2026-03-04\n",
    "5e1a-7b2c-9d\n6e1a-7b2c-9e\n7e1a-7b2c-9f\n8e1a-7b2c-90\n", "id\n5e1a-7b2c-9d\n6e1a-7b2c-9e\n7e1a-7b2c-9f\n",
    "a_day_of\n2026_03_01\n2026_03\n2026\n",
  ])
  func marksWithinNumbersDaysAndIDsAreNoDelimiters(text: String) {
    #expect(guess(text).delimiter == [UInt8(ascii: ",")])
  }

  @Test(
    "a mark that always stands beside the delimiter is half of it", arguments: ["=>", "~|", "|~", "#|", "$|", "|$"])
  func halvesOfPairs(delimiter: String) {
    let rows = [
      ["name", "tree", "colour"], ["ash", "tall", "grey"], ["box", "low", "green"], ["elm", "old", "brown"],
    ]
    let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\n")
    #expect(guess(text).delimiter == Array(delimiter.utf8))
  }

  @Test(
    "signs, currencies and what the outer cells bear too are the cells' own",
    arguments: [
      "1,-2,-3\n4,-5,-6\n7,-8,-9\n", "$1,$2,$3\n$4,$5,$6\n$7,$8,$9\n", "(a),(b),(c)\n(d),(e),(f)\n(g),(h),(i)\n",
      "name,$a,$b\nx,$1,$2\ny,3,$4\n", "day,$cost,$sales\nMon,$5,$6\nTue,$7,$8\nWed,$9,$10\n",
      "name,@work,@home\nann,@a,@b\nbob,@c,@d\neve,@e,@f\n", "host,/in,/out\nx,/a,/b\ny,/c,/d\nz,/e,/f\n",
    ])
  func marksOfCells(text: String) { #expect(guess(text).delimiter == Array(",".utf8)) }

  @Test func wordsAreNoCellsUnlessTheyAreQuoted() {
    #expect(guess("name\nAda Byron\nAlan Turing\nEmmy Noether\n").delimiter != [LooseDialect.blank])
    let quoted = Self.rows.map { $0.map { $0.contains(" ") || $0.isEmpty ? "\"\($0)\"" : $0 }.joined(separator: " ") }
    #expect(guess(quoted.joined(separator: "\n")).delimiter == [LooseDialect.blank])
  }

  @Test(arguments: ["Brand - UK", "UK (Brand)", "50% - off", "[UK] [Brand]", "a_b__c"])
  func pairsWithinNamesAreNoDelimiters(name: String) {
    #expect(guess("campaign,cost\n" + (1...9).map { "\(name),\($0)\n" }.joined()).delimiter == [UInt8(ascii: ",")])
    #expect(guess("campaign\n" + (1...9).map { "\(name) \($0)\n" }.joined()).delimiter != Array("- ".utf8))
  }

  @Test func quotationMarks() {
    #expect(guess("a,b\n'x, y',1\n'it''s',2\n'z, z',3\n").quote == LooseDialect.apostrophe)
    #expect(guess("a,b\n\"x, y\",1\nit's,2\n\"z, z\",3\n").quote == LooseDialect.doubleQuote)
  }

  @Test func backslashes() {
    #expect(guess("a,b\n\"x \\\"y\\\", z\",1\n\"u, \\\"v\\\"\",2\n").hasBackslash)
    #expect(guess("a,b\n\"C:\\\\x\",1\n\"D:\\\\y\",2\n").hasBackslash)
    #expect(!guess("a,b\n\"C:\\x\",1\n\"D:\\y\",2\n").hasBackslash)
  }

  @Test func backslashesBeforeLineEnds() {
    let rows = (1...6).map { "\($0),u\\, v,\($0 > 4 ? "one\\\ntwo" : "one"),2026-03-0\($0)\n" }.joined()
    #expect(guess("id,name,note,day\n" + rows).escapesLineEnds)
    // Folders at the ends of rows, and of a line above the table.
    let folders = (1...6).map { "\($0),2026-03-0\($0),C:\\a\\\n" }.joined()
    #expect(!guess("id,day,folder\n" + folders).escapesLineEnds)
    let plain = (1...6).map { "\($0),2026-03-0\($0),x\n" }.joined()
    #expect(!guess("Folder C:\\a\\\nid,day,name\n" + plain).escapesLineEnds)
  }

  /// Q = P · T² as the type documents it, worked out by hand: four records of two cells that are all numbers.
  @Test func consistencyOfAPlainTable() {
    let bytes = Array("1,2\n3,4\n5,6\n7,8\n".utf8)
    let comma = LooseDialect(delimiter: [UInt8(ascii: ",")], quote: LooseDialect.doubleQuote)
    bytes.withUnsafeBufferPointer { #expect(DialectGuess($0, isWhole: true).consistency(comma) == 0.5) }
    // One record of three in four: (3/4)^1.5 · 1/2 + (1/4)^1.5 · 2/3.
    Array("1,2\n3,4\n5,6\n7,8,9\n".utf8).withUnsafeBufferPointer {
      let expected = 0.649_519_052_838_329 * 0.5 + 0.125 * 2 / 3
      #expect(abs(DialectGuess($0, isWhole: true).consistency(comma) - expected) < 1e-12)
    }
  }
}
