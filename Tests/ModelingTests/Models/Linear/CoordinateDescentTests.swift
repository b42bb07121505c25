import Computation
import Testing

@testable import Modeling

@Suite("CoordinateDescent")
struct CoordinateDescentTests {
  /// ½ w² − 2 w + ½ |w| and as much again: each weight is best at 1.5.
  private let problem = PenalisedQuadratic(
    curvature: .identity(2), linear: [2, 2], constant: 8, absolute: 0.5, square: 0)

  @Test("by hand")
  func byHand() {
    var descent = CoordinateDescent(problem)
    descent.settle()
    #expect(descent.weights == [1.5, 1.5])
    let isSolved = descent.solveActive()
    #expect(isSolved)
    #expect(descent.gap <= 1e-15)
  }

  @Test("a solution on other signs than it was solved for is not taken")
  func otherSigns() {
    var descent = CoordinateDescent(problem, from: [-1, 1])
    // With the sign of −1 the first weight would come out as 2 + ½.
    let isTaken = descent.solveActive()
    #expect(!isTaken)
    #expect(descent.weights == [-1, 1])
  }

  @Test("nor is one that leaves a weight at 0 which wants to move")
  func leftOut() {
    var descent = CoordinateDescent(problem, from: [0, 1])
    let isTaken = descent.solveActive()
    #expect(!isTaken)
    #expect(descent.weights == [0, 1])
  }
}
