import Computation
import Testing

struct RadixSortTests {
  @Test func sortsLikeComparing() {
    var generator = SeededGenerator(seed: 1)
    var values: [Double] = []
    for index in 0..<20_000 {
      let scale: Double = index % 3 == 0 ? 1e200 : 1e-200
      values.append(index % 5 == 0 ? Double(index % 7 - 3) : generator.normal() * scale)
    }
    let edges: [Double] = [0.0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNonzeroMagnitude]
    let sorted = RadixSort.sorted(values + edges)
    #expect(sorted == (values + edges).sorted())
    #expect(RadixSort.sorted([]) == [])
    #expect(RadixSort.sorted([3, -1, 2]) == [-1, 2, 3])
    let equal = [Double](repeating: 4, count: 10_000)
    #expect(RadixSort.sorted(equal) == equal)
  }

  @Test func ordersRowsByTheirColumns() {
    #expect(RadixSort.order(by: [[2, 1, 2, 1], [0.5, 9, -3, 9]]) == [1, 3, 2, 0])
    #expect(RadixSort.order(by: [[]]) == [])
    var generator = SeededGenerator(seed: 2)
    let first = (0..<5_000).map { _ in Double(generator.integer(below: 9)) }
    let second = (0..<5_000).map { _ in generator.normal() }
    let expected = (0..<5_000).sorted { a, b in
      first[a] != first[b] ? first[a] < first[b] : (second[a], a) < (second[b], b)
    }
    #expect(RadixSort.order(by: [first, second]) == expected)
  }
}
