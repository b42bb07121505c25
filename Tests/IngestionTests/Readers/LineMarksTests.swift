import Testing

@testable import Ingestion

struct LineMarksTests {
  /// The line feeds found from each place on, and whether each range is free of the other marks.
  private func found(
    _ marks: inout LineMarks, _ text: String, from starts: [Int], in ranges: [Range<Int>]
  ) -> ([Int], [Bool]) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      (starts.map { marks.lineFeed(from: $0, in: bytes) }, ranges.map { marks.areAbsent($0, in: bytes) })
    }
  }

  @Test func eachByteIsFoundFromWhereOneAsks() {
    var marks = LineMarks()
    let (feeds, absences) = found(
      &marks, "ab\nc\"d\n\re\n", from: [0, 2, 3, 6, 7, 10], in: [0..<2, 3..<4, 3..<5, 5..<7, 7..<9, 8..<9])
    #expect(feeds == [2, 2, 6, 6, 9, 10])
    #expect(absences == [true, true, false, true, false, true])
  }

  @Test func aNewPieceIsLookedThroughAnew() {
    var marks = LineMarks()
    let before = found(&marks, "abcdef", from: [0], in: [0..<6])
    #expect(before.0 == [6] && before.1 == [true])
    marks.restart()
    let after = found(&marks, "a\u{0}b\n", from: [0], in: [0..<3])
    #expect(after.0 == [3] && after.1 == [false])
    for text in ["a\"b", "a\rb"] {
      marks.restart()
      _ = found(&marks, "abcdef", from: [0], in: [0..<6])
      marks.restart()
      let next = found(&marks, text, from: [], in: [0..<3])
      #expect(next.1 == [false])
    }
  }

  /// The zero byte is the last of its piece, and the rest of its line looks plain.
  @Test func aFlawAtTheEndOfAPieceStaysWithItsRecord() throws {
    let text = try TextSource(
      MemoryBytes(Array("a,b\n12\n\u{0}x,y\n5,6\n".utf8)), name: "a", encoding: .utf8, markLength: 0, bufferBytes: 8)
    let reader = CSVReader(text, name: "a", dialect: Dialect(delimiter: UInt8(ascii: ",")), limits: .standard)
    var flaws: [RecordFlaw?] = []
    while try reader.next() { flaws.append(reader.record.flaw) }
    #expect(flaws == [nil, nil, .zeroByte, nil])
  }
}
