import Foundation
import Testing

@testable import Simulation

@Suite struct SpillTests {
  @Test func whatIsWrittenIsRead() {
    var record = SpillRecord()
    let numbers = [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min]
    for number in numbers { record.append(number) }
    record.append(-0.0)
    record.append("Zoë")
    record.append("")
    record.append(true)
    record.append(Double?.none)
    record.append(Double?.some(.infinity))
    // Zigzag by hand: 64 becomes 128, two bytes; −64 becomes 127, one.
    #expect(Array(record.bytes.prefix(8)) == [0, 2, 1, 126, 128, 1, 127, 129])
    var reader = SpillReader(record.bytes)
    #expect(numbers.allSatisfy { reader.integer() == $0 })
    #expect(reader.number().bitPattern == (-0.0).bitPattern)
    #expect(reader.text() == "Zoë" && reader.text() == "" && reader.flag())
    #expect(reader.optionalNumber() == nil && reader.optionalNumber() == .infinity)
    #expect(reader.isAtEnd)
  }

  @Test(arguments: [true, false]) func bucketsKeepTheirOrderOverManyBlocks(isOnDisk: Bool) throws {
    let spill = try Spill(buckets: 3, in: isOnDisk ? FileManager.default.temporaryDirectory.path : nil)
    for number in 0..<100_000 {
      var record = SpillRecord()
      record.append(number)
      try spill.append(record, to: number % 2)
    }
    for bucket in 0..<3 {
      var found: [Int] = []
      try spill.forEach(in: bucket) { found.append($0.integer()) }
      #expect(found == (bucket < 2 ? Array(stride(from: bucket, to: 100_000, by: 2)) : []))
    }
  }
}
