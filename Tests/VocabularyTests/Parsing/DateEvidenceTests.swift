import Testing
import Vocabulary

struct DateEvidenceTests {
  private func verdict(_ cells: [String]) -> DateEvidence.Verdict {
    var evidence = DateEvidence()
    for (index, cell) in cells.enumerated() {
      cell.withUTF8Bytes { evidence.observe($0, line: index + 2) }
    }
    return evidence.verdict
  }

  @Test func aDayPastTwelveDecides() {
    #expect(verdict(["03/04/2025", "13/04/2025"]) == .certain(.dayMonthYear))
    #expect(verdict(["03/04/2025", "03/31/2025"]) == .certain(.monthDayYear))
  }

  @Test func nothingThatDecidesIsAmbiguous() { #expect(verdict(["2025-04-03", "03/04/2025"]) == .ambiguous(line: 3)) }

  @Test func sameEitherWay() { #expect(verdict(["2025-04-13", "04/04/2025", "", "x"]) == .indifferent) }

  @Test func aCellMetAgainCountsAgain() {
    var evidence = DateEvidence()
    for (cell, rows) in [("25/12/2025", 99), ("12/25/2025", 1), ("26/12/2025", 1)] {
      Array(cell.utf8).withUnsafeBufferPointer { evidence.observe($0, line: 2) }
      for line in 1..<max(rows, 1) { evidence.observeAgain(line: 2 + line) }
    }
    // One stray in a hundred rows, though one in two cells that differ.
    #expect(evidence.verdict == .certain(.dayMonthYear))
  }

  @Test func theFirstLineOfEachKindIsNamed() {
    #expect(verdict(["03/04/2025", "05/06/2025", "03/04/2025"]) == .ambiguous(line: 2))
    #expect(
      verdict(["01/02/2025", "13/04/2025", "14/04/2025", "04/13/2025", "04/14/2025"])
        == .contradictory(dayFirstLine: 3, monthFirstLine: 5))
    var evidence = DateEvidence()
    Array("03/04/2025".utf8).withUnsafeBufferPointer { evidence.observe($0, line: 7) }
    evidence.observeAgain(line: 8)
    #expect(evidence.verdict == .ambiguous(line: 7))
    for (cell, line) in [("13/04/2025", 9), ("04/13/2025", 11)] {
      Array(cell.utf8).withUnsafeBufferPointer { evidence.observe($0, line: line) }
      evidence.observeAgain(line: line + 1)
    }
    #expect(evidence.verdict == .contradictory(dayFirstLine: 9, monthFirstLine: 11))
  }

  @Test func contradiction() {
    #expect(verdict(["13/04/2025", "04/13/2025"]) == .contradictory(dayFirstLine: 2, monthFirstLine: 3))
  }

  @Test(arguments: [
    ("de", NumberFormat.DecimalMark.comma, DateOrder.dayMonthYear as DateOrder?, "CP1252"),
    ("en-US", .dot, .monthDayYear, "CP1252"), ("en", .dot, nil, "CP1252"),
    ("en_GB.UTF-8", .dot, .dayMonthYear, "CP1252"), ("de-CH", .dot, .dayMonthYear, "CP1252"),
    ("pl", .comma, .dayMonthYear, "CP1250"), ("ja", .dot, .yearMonthDay, "CP932"),
    ("zh-TW", .dot, .yearMonthDay, "BIG5"),
  ])
  func locales(tag: String, mark: NumberFormat.DecimalMark, order: DateOrder?, page: String) throws {
    let convention = try #require(LocaleConvention(tag))
    #expect(convention.decimalMark == mark)
    #expect(convention.dateOrder == order)
    #expect(convention.codePage == page)
  }

  @Test func unknownLocale() { #expect(LocaleConvention("tlh") == nil) }

  /// The verdict stays open; how the dates are written says what is likely.
  @Test(arguments: [
    (["03.04.2025", "05.06.2025"], DateOrder.dayMonthYear as DateOrder?), (["03.04.2025", "05/06/2025"], nil),
    (["03/04/2025"], nil), (["2025-04-03"], nil),
  ])
  func pointsAreLikelyDayFirst(cells: [String], order: DateOrder?) {
    var evidence = DateEvidence()
    for (index, cell) in cells.enumerated() { cell.withUTF8Bytes { evidence.observe($0, line: index + 2) } }
    #expect(evidence.likelyOrder == order)
  }
}
