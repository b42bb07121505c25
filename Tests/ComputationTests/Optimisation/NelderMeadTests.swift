import Computation
import Testing

@Suite("NelderMead")
struct NelderMeadTests {
  @Test("finds Rosenbrock's valley floor at (1, …, 1)", arguments: [2, 4])
  func rosenbrock(size: Int) throws {
    let start = (0..<size).map { $0 % 2 == 0 ? -1.2 : 1 }
    let minimum = try NelderMead().minimise(from: start) { TestFunctions.rosenbrock($0).value }
    #expect(minimum.point.allSatisfy { abs($0 - 1) < 1e-5 })
  }

  @Test("a parabola in one dimension")
  func oneDimension() throws {
    let minimum = try NelderMead().minimise(from: [10]) { ($0[0] - 3) * ($0[0] - 3) + 2 }
    #expect(abs(minimum.point[0] - 3) < 1e-6)
    #expect(abs(minimum.value - 2) < 1e-12)
  }

  @Test("Brown and Dennis: the least value that Moré, Garbow and Hillstrom (1981, problem 16) print")
  func brownDennis() throws {
    let minimum = try NelderMead().minimise(from: [25, 5, -5, -1]) { TestFunctions.brownDennis($0).value }
    #expect(abs(minimum.value - 85_822.2) < 0.05)
  }

  @Test("keeps within a bound that the objective puts up")
  func bound() throws {
    let minimum = try NelderMead().minimise(from: [3, 3]) { x in
      x[0] < 1 ? .infinity : x[0] * x[0] + (x[1] + 2) * (x[1] + 2)
    }
    #expect(abs(minimum.point[0] - 1) < 1e-6)
    #expect(abs(minimum.point[1] + 2) < 1e-5)
  }

  @Test("names a start without a value and a function that falls for ever")
  func problems() {
    #expect(throws: ComputationProblem.notFiniteAtStart(method: "Nelder-Mead")) {
      try NelderMead().minimise(from: [0]) { _ in .nan }
    }
    #expect(throws: ComputationProblem.notSettled(method: "Nelder-Mead", iterations: 30)) {
      try NelderMead(maximumIterations: 30).minimise(from: [1, 1]) { -$0[0] - $0[1] }
    }
  }
}
