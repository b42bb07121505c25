import Computation
import Testing

@Suite("SeededGenerator")
struct SeededGeneratorTests {
  /// From another implementation, which gives the published first outputs of SplitMix64 for seed 1234567 and of
  /// xoshiro256** for the state 1, 2, 3, 4.
  @Test("gives the published algorithm's stream")
  func stream() {
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in generator.next() } == [
        3_504_822_795_582_309_479, 1_819_558_768_956_484_042, 1_250_851_346_055_027_673, 16_940_231_675_099_994_102,
        11_585_879_347_611_423_030,
      ])
    var zero = SeededGenerator(seed: 0)
    #expect(zero.next() == 11_091_344_671_253_066_420)
  }

  @Test("a split depends on parent and label, not on what was drawn")
  func split() {
    let parent = SeededGenerator(seed: 7)
    var drawn = parent
    _ = drawn.next()
    #expect(parent.split("a") == drawn.split("a"))
    #expect(parent.split("a") != parent.split("b"))
    #expect(parent.split("a") != parent)
    #expect(parent.split("a").split("b") != parent.split("b").split("a"))
    #expect(SeededGenerator(seed: 8).split("a") != parent.split("a"))
  }

  @Test("uniform draws stay in their range and spread evenly")
  func uniform() {
    var generator = SeededGenerator(seed: 3)
    var sum = 0.0
    for _ in 0..<20_000 {
      let draw = generator.uniform()
      #expect(draw >= 0 && draw < 1)
      sum += draw
    }
    // The mean's standard error is 0.00204.
    #expect(abs(sum / 20_000 - 0.5) < 0.01)
  }

  @Test("bounded integers are even")
  func bounded() {
    var generator = SeededGenerator(seed: 4)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<14_000 { counts[generator.integer(below: 7)] += 1 }
    // 2000 expected in each, standard deviation 41.
    #expect(counts.allSatisfy { abs($0 - 2_000) < 210 })
    #expect(generator.integer(below: 1) == 0)
  }

  @Test("a permutation holds each index once, a weight of zero is never drawn")
  func choices() {
    var generator = SeededGenerator(seed: 5)
    #expect(generator.permutation(100).sorted() == Array(0..<100))
    #expect(generator.permutation(0).isEmpty)
    for _ in 0..<1_000 { #expect([1, 3].contains(generator.index(weights: [0, 2, 0, 1, 0]))) }
    #expect(generator.resample(50).allSatisfy { (0..<50).contains($0) })
  }
}
