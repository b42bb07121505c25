import Testing

@testable import Computation

@Suite("Logistic function in lanes")
struct ExponentialLogisticLanesTests {
  @Test("the logistic function has the bits that it has alone")
  func logistic() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let x = SIMD4<Double>(
        generator.normal(), 20 * generator.normal(), 690 * (2 * generator.uniform() - 1), 1e-9 * generator.normal())
      let y = Exponential.logistic(x)
      for lane in 0..<4 { #expect(y[lane] == Exponential.logistic(x[lane])) }
    }
    let edges = Exponential.logistic(SIMD4<Double>(0, -0.0, 1e300, -1e300))
    #expect(edges[0] == 0.5 && edges[1] == 0.5 && edges[2] == 1 && edges[3] > 0 && edges[3] < 1e-300)
  }
}
