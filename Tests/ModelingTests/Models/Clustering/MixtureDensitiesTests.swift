import Computation
import Testing

@testable import Modeling

@Suite("MixtureDensities")
struct MixtureDensitiesTests {
  @Test(
    "logarithms of densities equal the formula written out, for any number of columns", arguments: 1...9, [true, false])
  func formula(columns: Int, isDiagonal: Bool) throws {
    var generator = SeededGenerator(seed: UInt64(columns))
    // AAᵀ + I is positive definite.
    let covariances = (0..<3).map { _ in
      let root = Matrix((0..<columns).map { _ in (0..<columns).map { _ in generator.normal() } })
      var covariance = Matrix.identity(columns)
      for i in 0..<columns {
        for j in 0..<columns where i == j || !isDiagonal {
          for k in 0..<columns { covariance[i, j] += root[i, k] * root[j, k] }
        }
      }
      return covariance
    }
    let means = Matrix((0..<3).map { _ in (0..<columns).map { _ in 3 * generator.normal() } })
    let weights = [0.5, 0.2, 0.3]
    let state = MixtureState(weights: weights, means: means, covariances: covariances)
    let densities = try MixtureDensities(state, isDiagonal: isDiagonal)
    let rows = Matrix((0..<4).map { _ in (0..<columns).map { _ in 3 * generator.normal() } })
    let lanes = (0..<columns).map { SIMD4(rows[0, $0], rows[1, $0], rows[2, $0], rows[3, $0]) }
    var room = [SIMD4<Double>](repeating: .zero, count: densities.room)
    for component in 0..<3 {
      let logs = densities.log(lanes, component, room: &room)
      let factor = try Cholesky(covariances[component])
      for row in 0..<4 {
        let differences = (0..<columns).map { rows[row, $0] - means[component, $0] }
        let square = zip(differences, factor.solve(differences)).reduce(0) { $0 + $1.0 * $1.1 }
        let expected =
          Logarithm.of(weights[component]) - 0.5
          * (square + factor.logDeterminant + Double(columns) * Logarithm.of(2 * 3.141592653589793))
        #expect(abs(logs[row] - expected) < 1e-12 * max(1, abs(expected)))
      }
    }
  }
}
