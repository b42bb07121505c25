import Computation
import Testing

@Suite("Exponential in lanes")
struct ExponentialLanesTests {
  @Test("has the bits of one number at a time from −708 to 709, and is 0 below")
  func sameBits() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      var x = SIMD8<Double>.zero
      for lane in 0..<8 { x[lane] = generator.uniform(in: lane < 4 ? -708...709 : -2...2) }
      let result = Exponential.of(x)
      for lane in 0..<8 { #expect(result[lane] == Exponential.of(x[lane])) }
      #expect(Exponential.of(x.lowHalf) == result.lowHalf)
    }
    let edges = Exponential.of(SIMD8(0, -0.0, -708, 709, -708.5, -1e300, -.infinity, 1))
    #expect(edges == SIMD8(1, 1, Exponential.of(-708), Exponential.of(709), 0, 0, 0, Exponential.of(1)))
  }
}
