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
