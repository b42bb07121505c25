import Modeling
import Testing

@Suite("LorenzCurve")
struct LorenzCurveTests {
  @Test("Gini's index by hand: equal 0, one of four has all 3/4, 1 to 4 a quarter")
  func gini() throws {
    #expect(try LorenzCurve([3, 3, 3]).gini == 0)
    #expect(try LorenzCurve([0, 8, 0, 0]).gini == 0.75)
    // (−3·1 − 1·2 + 1·3 + 3·4) / (4 · 10).
    #expect(try LorenzCurve([4, 1, 3, 2]).gini == 0.25)
    #expect(try LorenzCurve([5]).gini == 0)
  }

  @Test("is half the mean difference of all pairs over the mean")
  func pairs() throws {
    let amounts = (0..<40).map { Double(($0 * 37) % 41) * 1.7 }
    var difference = 0.0
    for a in amounts { for b in amounts { difference += abs(a - b) } }
    let mean = amounts.reduce(0, +) / 40
    #expect(abs(try LorenzCurve(amounts).gini - difference / (2 * 40 * 40 * mean)) < 1e-13)
  }

  @Test("what the largest hold")
  func largest() throws {
    let curve = try LorenzCurve([1, 2, 3, 4])
    #expect(curve.held(byLargest: 0) == 0)
    #expect(abs(curve.held(byLargest: 1) - 0.4) < 1e-15)
    #expect(abs(curve.held(byLargest: 3) - 0.9) < 1e-15)
    #expect(curve.held(byLargest: 4) == 1)
  }

  @Test("names what has no value")
  func problems() {
    let name = "Lorenz curve"
    #expect(throws: MetricProblem.noRows(metric: name)) { try LorenzCurve([]) }
    #expect(throws: MetricProblem.notFinite(metric: name, row: 1)) { try LorenzCurve([1, .infinity]) }
    #expect(throws: MetricProblem.negative(metric: name, row: 0)) { try LorenzCurve([-1, 2]) }
    #expect(throws: MetricProblem.zeroTotal(metric: name)) { try LorenzCurve([0, 0]) }
    #expect(throws: MetricProblem.tooLarge(metric: name)) { try LorenzCurve([1e308, 1e308]) }
    for problem in [MetricProblem.negative(metric: name, row: 3), .zeroTotal(metric: name)] {
      #expect(problem.description.split(separator: ";").count == 3)
    }
  }
}
