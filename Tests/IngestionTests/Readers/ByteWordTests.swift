import Testing

@testable import Ingestion

struct ByteWordTests {
  @Test func zeroBytesAreMarkedAndNoOthers() {
    #expect(ByteWord.zeros(0x0001_80FF_0000_7F01) == 0x8000_0000_8080_0000)
    #expect(ByteWord.zeros(0x0101_0101_0101_0101) == 0)
    #expect(ByteWord.zeros(0) == 0x8080_8080_8080_8080)
    // A one above a zero, which shorter formulas take for another zero.
    #expect(ByteWord.zeros(0xFFFF_FFFF_FFFF_0100) == 0x80)
  }

  @Test(arguments: 0...40)
  func countsAsByteByByte(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 % 5 + 8) }
    let expected = bytes.count { $0 == 10 }
    #expect(bytes.withUnsafeBufferPointer { ByteWord.count(10, in: $0) } == expected)
  }
}
