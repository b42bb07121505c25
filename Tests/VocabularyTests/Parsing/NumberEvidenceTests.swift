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
    #expect(verdict(["7", "1.234", "2.500"]) == .ambiguous(line: 3))
    #expect(verdict(["1,234", "795,836"]) == .ambiguous(line: 2))
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
}
