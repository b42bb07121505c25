import Testing

@testable import Ingestion

struct RawRecordTests {
  @Test func aNoBreakBlankWithinANameIsABlank() {
    let cells = CellBuffer()
    let line = Array("\u{A0}Brand\u{A0}Search\u{A0},Größe £5 Â,".utf8)
    line.withUnsafeBufferPointer { bytes in
      cells.lend(bytes, delimiter: UInt8(ascii: ","), readable: bytes.count)
      let record = RawRecord(line: 1, cells: cells, flaw: nil)
      #expect(record.text(0) == "Brand Search")
      #expect(record.text(1) == "Größe £5 Â")
      #expect(record.text(2) == "")
      #expect(record.text(nil) == "")
    }
  }
}
