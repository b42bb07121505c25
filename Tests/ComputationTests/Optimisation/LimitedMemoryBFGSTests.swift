import Computation
import Testing

@Suite("LimitedMemoryBFGS")
struct LimitedMemoryBFGSTests {
  @Test("finds Rosenbrock's valley floor at (1, …, 1)", arguments: [2, 10, 100])
  func rosenbrock(size: Int) throws {
    let start = (0..<size).map { $0 % 2 == 0 ? -1.2 : 1 }
    let minimum = try LimitedMemoryBFGS(tolerance: 1e-10).minimise(from: start, TestFunctions.rosenbrock)
    #expect(minimum.value < 1e-16)
    #expect(minimum.point.allSatisfy { abs($0 - 1) < 1e-7 })
    // Published runs from this start need about 35 iterations in two dimensions.
    if size == 2 { #expect(minimum.iterations < 60) }
  }

  @Test("a quadratic: the solution of its linear equations")
  func quadratic() throws {
    // f = ½ xᵀAx − bᵀx with A = [[4, 1], [1, 3]], b = (1, 2): A x = b at (1/11, 7/11), f = −15/22.
    let minimum = try LimitedMemoryBFGS(tolerance: 1e-12).minimise(from: [2, 1]) { x in
      let gradient = [4 * x[0] + x[1] - 1, x[0] + 3 * x[1] - 2]
      let value = 0.5 * (4 * x[0] * x[0] + 2 * x[0] * x[1] + 3 * x[1] * x[1]) - x[0] - 2 * x[1]
      return Slope(value: value, gradient: gradient)
    }
    #expect(abs(minimum.point[0] - 1.0 / 11) < 1e-10)
    #expect(abs(minimum.point[1] - 7.0 / 11) < 1e-10)
    #expect(abs(minimum.value + 15.0 / 22) < 1e-14)
  }

  @Test("Brown and Dennis: the least value that Moré, Garbow and Hillstrom (1981, problem 16) print")
  func brownDennis() throws {
    let minimum = try LimitedMemoryBFGS().minimise(from: [25, 5, -5, -1], TestFunctions.brownDennis)
    #expect(abs(minimum.value - 85_822.2) < 0.05)
  }

  @Test("Wood: 0 at (1, 1, 1, 1), from the start of Moré, Garbow and Hillstrom (1981, problem 14)")
  func wood() throws {
    let minimum = try LimitedMemoryBFGS(tolerance: 1e-11).minimise(from: [-3, -1, -3, -1], TestFunctions.wood)
    #expect(minimum.point.allSatisfy { abs($0 - 1) < 1e-6 })
  }

  @Test("turns back where the function has no value")
  func domain() throws {
    // x − ln x is least at 1 and has no value at or below 0, where steps from far away lead.
    let minimum = try LimitedMemoryBFGS().minimise(from: [50]) { x in
      Slope(value: x[0] - Logarithm.of(x[0]), gradient: [1 - 1 / x[0]])
    }
    #expect(abs(minimum.point[0] - 1) < 1e-8)
  }

  @Test("a constant is at its minimum at once")
  func constant() throws {
    let minimum = try LimitedMemoryBFGS().minimise(from: [3, 4]) { _ in Slope(value: 7, gradient: [0, 0]) }
    #expect(minimum.point == [3, 4])
    #expect(minimum.iterations == 0)
  }

  @Test("names a start without a value and a function that falls for ever")
  func problems() {
    #expect(throws: ComputationProblem.notFiniteAtStart(method: "L-BFGS")) {
      try LimitedMemoryBFGS().minimise(from: [0]) { _ in Slope(value: .nan, gradient: [1]) }
    }
    #expect(throws: ComputationProblem.notSettled(method: "L-BFGS", iterations: 20)) {
      try LimitedMemoryBFGS(maximumIterations: 20).minimise(from: [0]) { x in
        Slope(value: -x[0], gradient: [-1])
      }
    }
  }
}
