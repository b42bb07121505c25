import Computation
import Modeling
import Testing

@Suite("GaussianNaiveBayes")
struct GaussianNaiveBayesTests {
  @Test("Bayes' rule by hand")
  func byHand() throws {
    // Without the event mean 1, variance 1; with it mean 5, variance 4. At 3: equal shares,
    // ln odds = −½ ln 4 − ½ (4/4 − 4/1) = −ln 2 + 1.5.
    let examples = try Examples(features: Matrix([[0], [2], [3], [7]]), outcomes: [false, false, true, true])
    let fitted = try GaussianNaiveBayes(smoothing: 0).fit(examples)
    let odds = 1.5 - 0.6931471805599453
    #expect(abs(try fitted.probabilities(Matrix([[3]]))[0] - Exponential.logistic(odds)) < 1e-14)
  }

  @Test("a column that never varies within a class decides nothing it should not")
  func constantWithinClass() throws {
    let examples = try Examples(
      features: Matrix([[0, 1], [0, 2], [1, 1], [1, 3]]), outcomes: [false, false, true, true])
    let scores = try GaussianNaiveBayes().fit(examples).probabilities(Matrix([[0, 2], [1, 2], [1e100, 2]]))
    #expect(scores[0] < 0.01 && scores[1] > 0.99)
    #expect(scores.allSatisfy { (0...1).contains($0) })
  }
}
