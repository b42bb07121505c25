import Testing
import Vocabulary

@testable import Warehouse

@Suite struct EvidenceTests {
  @Test(
    "which of two files is the newer",
    arguments: [
      // A closed month made again, beside an export that reaches further.
      (Evidence(lastDay: 31, exportedDay: 62), Evidence(lastDay: 60, exportedDay: 61), Evidence.Verdict.newer),
      (Evidence(lastDay: 31, exportedDay: 60), Evidence(lastDay: 60, exportedDay: 61), .older),
      // Made on one day: the one that reaches further; of equal ends nothing tells.
      (Evidence(lastDay: 60, exportedDay: 61), Evidence(lastDay: 31, exportedDay: 61), .newer),
      (Evidence(lastDay: 60, exportedDay: 61), Evidence(lastDay: 60, exportedDay: 61), .tie),
      // Neither says when it was made.
      (Evidence(lastDay: 60, exportedDay: nil), Evidence(lastDay: 31, exportedDay: nil), .newer),
      (Evidence(lastDay: 60, exportedDay: nil), Evidence(lastDay: nil, exportedDay: nil), .tie),
      // One does: the other may have been made before or after it.
      (Evidence(lastDay: 60, exportedDay: nil), Evidence(lastDay: 31, exportedDay: 62), .tie),
      (Evidence(lastDay: 63, exportedDay: nil), Evidence(lastDay: 31, exportedDay: 62), .newer),
      (Evidence(lastDay: 60, exportedDay: 62), Evidence(lastDay: 31, exportedDay: nil), .newer),
      (Evidence(lastDay: 60, exportedDay: 62), Evidence(lastDay: 60, exportedDay: nil), .tie),
      // A day before the last that a file tells of is not the day on which it was made.
      (Evidence(lastDay: 60, exportedDay: 1), Evidence(lastDay: 31, exportedDay: 32), .newer),
      (Evidence(lastDay: 60, exportedDay: 1), Evidence(lastDay: 60, exportedDay: 2), .older),
      // A running month, told to its end on its fifth day, beside what was made a month later.
      (Evidence(lastDay: 61, exportedDay: 35), Evidence(lastDay: 30, exportedDay: 66), .older),
      (Evidence(lastDay: nil, exportedDay: 62), Evidence(lastDay: 60, exportedDay: 61), .newer),
    ])
  func theNewer(own: Evidence, other: Evidence, expected: Evidence.Verdict) {
    #expect(own.verdict(against: other) == expected)
    let opposite: Evidence.Verdict = expected == .newer ? .older : expected == .older ? .newer : .tie
    #expect(other.verdict(against: own) == opposite)
  }

  /// Every file that can be made of four days and seven.
  static let all: [Evidence] = [nil, 1, 2, 3, 4].flatMap { last in
    [nil, 0, 1, 2, 3, 4, 5].map { Evidence(lastDay: last, exportedDay: $0) }
  }

  @Test func whatIsNewerRanksAbove() {
    for own in Self.all {
      for other in Self.all where own.verdict(against: other) == .newer {
        #expect(own.ranks(above: other) == true, "\(own) \(other)")
        #expect(other.verdict(against: own) == .older, "\(own) \(other)")
      }
    }
  }

  @Test func theConditionIsTheSameRule() throws {
    let dated = Self.all.filter { $0.lastDay != nil }
    let values = dated.enumerated().map { index, evidence in
      "(\(index), \(evidence.lastDay.map(String.init) ?? "NULL"), \(evidence.exportedDay.map(String.init) ?? "NULL"))"
    }
    let scratch = try Scratch()
    let answer = try scratch.warehouse.queryRows(
      """
      WITH file (number, lastDay, exportedDay) AS (VALUES \(values.joined(separator: ", ")))
      SELECT a.number, b.number FROM file AS a, file AS b WHERE \(Evidence.isNewer("a", than: "b"))
      """)
    var expected: Set<[Int]> = []
    for (own, first) in dated.enumerated() {
      for (other, second) in dated.enumerated() where first.verdict(against: second) == .newer {
        expected.insert([own, other])
      }
    }
    let found = answer.rows.map { row in
      row.compactMap { value in if case .integer(let number) = value { Int(number) } else { nil } }
    }
    #expect(Set(found) == expected && found.count == expected.count)
  }
}
