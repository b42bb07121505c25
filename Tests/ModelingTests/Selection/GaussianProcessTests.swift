import Computation
import Modeling
import Testing

@Suite("GaussianProcess")
struct GaussianProcessTests {
  private let rows = Matrix([[0.1, 0.2], [0.4, 0.9], [0.7, 0.3], [0.9, 0.8], [0.5, 0.5]])
  private let targets = [1, -0.5, 2, 0.3, 0.8]

  @Test("likelihood, mean and deviation of scikit-learn 1.9's regressor with the same kernel")
  func reference() throws {
    let process = try GaussianProcess(rows, targets, lengths: [0.5, 0.8], noise: 0.05)
    #expect(abs(process.variance - 1.530772972115398) < 1e-12)
    #expect(abs(process.logLikelihood + 6.758300673636297) < 1e-12)
    let first = process.predict([0.3, 0.4])
    #expect(abs(first.mean - 0.7738347445374111) < 1e-12)
    #expect(abs(first.deviation - 0.36945874193259737) < 1e-12)
    let second = process.predict([0.95, 0.05])
    #expect(abs(second.mean - 1.9083024350228546) < 1e-12)
    #expect(abs(second.deviation - 0.7519350822029135) < 1e-12)
  }

  @Test("the most likely lengths are likelier than others, and long where a column says nothing")
  func mostLikely() throws {
    var generator = SeededGenerator(seed: 2)
    let many = Matrix((0..<30).map { _ in [generator.uniform(), generator.uniform()] })
    let values = (0..<30).map { Turns.cosine(many[$0, 0]) }
    let process = try GaussianProcess.mostLikely(many, values)
    #expect(process.lengths[1] > 3 * process.lengths[0], "\(process.lengths)")
    #expect(
      process.logLikelihood > (try GaussianProcess(many, values, lengths: [0.5, 0.5], noise: 0.01)).logLikelihood)
    #expect(abs(process.predict([0.25, 0.5]).mean) < 0.1)
  }

  @Test("twin rows without noise have no process")
  func twins() {
    #expect(throws: ComputationProblem.self) {
      try GaussianProcess(Matrix([[0.5], [0.5]]), [1, 2], lengths: [1], noise: 0)
    }
  }
}
