import Testing
import Vocabulary

struct NumberEvidenceTests {
  private func verdict(_ cells: [String], isWhole: Bool = false) -> NumberEvidence.Verdict {
    var evidence = NumberEvidence(isWhole: isWhole)
    for (index, cell) in cells.enumerated() {
      cell.withUTF8Bytes { evidence.observe($0, line: index + 2) }
    }
    return evidence.verdict
  }

  @Test func oneTellingCellDecidesTheColumn() {
    #expect(verdict(["1.234", "5", "1.234,5"]) == .certain(.comma))
    #expect(verdict(["1,234", "12.5"]) == .certain(.dot))
  }

  @Test func whatReadsBothWaysIsAmbiguous() {
    #expect(verdict(["7", "1.234", "2.500"]) == .ambiguous(line: 3, hasComma: false))
    #expect(verdict(["1,234", "795,836"]) == .ambiguous(line: 2, hasComma: true))
  }

  @Test func aLone0LeadsNoThousands() {
    #expect(verdict(["1.234", "0.125"]) == .certain(.dot))
    #expect(verdict(["1.234", "-0,500"]) == .certain(.comma))
    #expect(verdict(["10,500"]) == .ambiguous(line: 2, hasComma: true))
  }

  @Test func countsCannotHaveFractions() {
    #expect(verdict(["7", "1,234"], isWhole: true) == .certain(.dot))
    #expect(verdict(["2.546"], isWhole: true) == .certain(.comma))
  }

  @Test func plainIntegersSayNothing() { #expect(verdict(["7", "", "120", "--"]) == .indifferent) }

  @Test func contradictionIsNamedByItsLines() {
    #expect(verdict(["1.5", "2,5"]) == .contradictory(dotLine: 2, commaLine: 3))
  }

  @Test func oneStrayInAHundredIsABadRow() {
    #expect(verdict([String](repeating: "1.5", count: 100) + ["2,5"]) == .certain(.dot))
    #expect(verdict([String](repeating: "1.5", count: 99) + ["2,5"]) == .contradictory(dotLine: 2, commaLine: 101))
  }

  @Test(arguments: [false, true])
  func everyCellSaysWhatItsTwoReadingsSay(isWhole: Bool) {
    let letters = Array("0012579..,,,-+ €e()")
    var state: UInt64 = 11
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    func value(_ cell: String, _ format: NumberFormat) -> Int64? {
      AmountText(cell, format: format).flatMap { isWhole && $0.micros % 1_000_000 != 0 ? nil : $0.micros }
    }
    for _ in 0..<50_000 {
      let kinds = next(2) == 0 ? 12 : letters.count
      let cell = String((0..<next(16)).map { _ in letters[next(kinds)] })
      let expected: NumberEvidence.Verdict =
        switch (value(cell, .decimalDot), value(cell, .decimalComma)) {
        case (nil, nil): .indifferent
        case (_?, nil): .certain(.dot)
        case (nil, _?): .certain(.comma)
        case (let dot, let comma):
          dot == comma
            ? .indifferent
            : .ambiguous(
              line: 2, hasComma: cell.firstIndex(of: ".") ?? cell.endIndex > cell.firstIndex(of: ",") ?? cell.endIndex)
        }
      // Without a mark a number is none of one kind only.
      guard cell.contains(".") || cell.contains(",") else { continue }
      if verdict([cell], isWhole: isWhole) != expected { Issue.record("\(cell): \(expected)") }
    }
  }
}
