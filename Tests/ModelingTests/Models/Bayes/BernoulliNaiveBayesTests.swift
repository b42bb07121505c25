import Computation
import Modeling
import Testing

@Suite("BernoulliNaiveBayes")
struct BernoulliNaiveBayesTests {
  @Test("Laplace's shares and Bayes' rule by hand")
  func byHand() throws {
    // On: 3 of 4 with the event, 1 of 4 without. Smoothed 4/6 and 2/6: odds 2 when on, ½ when off.
    let examples = try Examples(
      features: Matrix(rows: 8, columns: 1, values: [1, 1, 1, 0, 1, 0, 0, 0]), outcomes: (0..<8).map { $0 < 4 })
    let fitted = try BernoulliNaiveBayes().fit(examples)
    #expect(zip(try fitted.probabilities(Matrix([[1], [0]])), [2.0 / 3, 1.0 / 3]).allSatisfy { abs($0 - $1) < 1e-15 })
    // What rounding leaves of a mean is neither on in training nor in use.
    let rounded = try Examples(
      features: Matrix(rows: 8, columns: 1, values: [1, 1, 1, 1e-17, 1, -1e-17, 3e-17, 0]), outcomes: examples.outcomes)
    #expect(try BernoulliNaiveBayes().fit(rounded) == fitted)
    #expect(try fitted.probabilities(Matrix([[1e-17]])) == fitted.probabilities(Matrix([[0]])))
    #expect(throws: FitProblem.self) { try BernoulliNaiveBayes(smoothing: 0).fit(examples) }
  }
}
