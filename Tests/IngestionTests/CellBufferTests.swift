import Testing

@testable import Ingestion

struct CellBufferTests {
  private func texts(_ cells: CellBuffer) -> [String] {
    (0..<cells.count).map { String(decoding: cells[$0], as: UTF8.self) }
  }

  @Test func aLentLineIsItsCells() {
    let cells = CellBuffer()
    for line in ["", ",", "a", "a,b", ",a,,b,", "12345678,1234567,,,,,,,,x", String(repeating: ",", count: 200)] {
      // With bytes behind the line that must not count, and without any.
      for rest in ["", ",,,,,,,,,,,,"] {
        Array((line + rest).utf8).withUnsafeBufferPointer { bytes in
          let whole = UnsafeBufferPointer(rebasing: bytes[..<line.utf8.count])
          cells.lend(whole, delimiter: UInt8(ascii: ","), readable: bytes.count)
          #expect(texts(cells) == line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
        }
      }
    }
  }

  /// Lent or its own, the same cells have one digest; other cells, or the same bytes cut otherwise, another.
  @Test func theDigestIsOfTheCells() {
    let lent = CellBuffer()
    let own = CellBuffer()
    func digest(_ line: String) -> UInt64 {
      Array(line.utf8).withUnsafeBufferPointer {
        lent.lend($0, delimiter: UInt8(ascii: ","), readable: $0.count)
        return lent.digest
      }
    }
    var seen: Set<UInt64> = []
    let lines = [
      "", ",", "a", "aaa", "b", "ab", "a,b", "ab,", ",ab", "abc", "abd", "abcd", "abcdabcd", "abcdefgh", "abcdefgi",
      "abcdefghi",
      "bbcdefghi", "abcdefgh,i", "2026-05-01,Brand,10", "2026-06-01,Brand,10",
    ]
    for line in lines {
      own.reset()
      for cell in line.split(separator: ",", omittingEmptySubsequences: false) {
        for byte in cell.utf8 { own.append(byte) }
        own.closeCell()
      }
      #expect(own.digest == digest(line))
      seen.insert(own.digest)
    }
    #expect(seen.count == lines.count)
  }

  /// Cell by cell the digest of them all, and a cell that a record has not is an empty one.
  @Test func theDigestGoesOnFromCellToCell() {
    let cells = CellBuffer()
    for cell in ["2026-05-01", "", "Brand"] {
      for byte in cell.utf8 { cells.append(byte) }
      cells.closeCell()
    }
    let absent = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    let all = [cells[0], absent, cells[2]].reduce(CellBuffer.noCells) { CellBuffer.digest($1, after: $0) }
    #expect(all == cells.digest)
  }

  @Test func cellsAreItsOwnAgainAfterwards() {
    let cells = CellBuffer()
    Array("x,y".utf8).withUnsafeBufferPointer { cells.lend($0, delimiter: UInt8(ascii: ","), readable: 3) }
    cells.reset()
    for cell in ["one", "", "three"] {
      for byte in cell.utf8 { cells.append(byte) }
      cells.closeCell()
    }
    #expect(texts(cells) == ["one", "", "three"])
    cells.append(UInt8(ascii: "z"))
    #expect(cells.openBytes.elementsEqual("z".utf8))
    cells.dropOpenBytes()
    #expect(cells.openBytes.isEmpty)
  }
}
