import Computation
import Testing

@Suite("Workers")
struct WorkersTests {
  @Test("cuts into the same ordered ranges for any number of workers", arguments: 1...4)
  func ranges(count: Int) {
    let ranges = Workers(count: count).map(10, chunksOf: 4) { $0 }
    #expect(ranges == [0..<4, 4..<8, 8..<10])
    #expect(Workers(count: count).map(0, chunksOf: 4) { $0 }.isEmpty)
  }

  @Test("a sum has the same bits on one worker and on many")
  func sums() {
    var generator = SeededGenerator(seed: 1)
    let values = (0..<10_000).map { _ in generator.normal() }
    let sum = { (workers: Workers) in
      workers.map(values.count, chunksOf: 64) { range in values[range].reduce(0, +) }.reduce(0, +)
    }
    #expect(sum(.one) == sum(Workers(count: 2)))
    #expect(sum(.one) == sum(Workers(count: 7)))
  }
}
