import Computation

/// What the components of a mixture need to give densities, one after the other, so that the loops touch plain memory only.
struct MixtureDensities: Sendable {
  private typealias Lanes = SIMD4<Double>

  let count: Int
  private let width: Int
  private let isDiagonal: Bool
  /// k × d.
  private let means: [Double]
  /// For each component L⁻¹ of its covariance, each number twice: four rows at a time, of these column after column up to
  /// the last that is not 0, with zeros past the last row. Of diagonal ones the diagonal.
  private var whitening: [SIMD2<Double>] = []
  /// k values of ln π − (d ln 2π + ln det Σ) / 2.
  private var constants: [Double] = []

  /// Throws `singular` when a covariance matrix has no factor.
  init(_ state: MixtureState, isDiagonal: Bool) throws(FitProblem) {
    count = state.weights.count
    width = state.means.columns
    means = state.means.values
    self.isDiagonal = isDiagonal
    let halfLogTwoPi = 0.9189385332046728
    for (component, covariance) in state.covariances.enumerated() {
      let factor: Cholesky
      do { factor = try Cholesky(covariance) } catch {
        throw .singular(model: GaussianMixture.Fitted.name, cause: error)
      }
      append(factor.inverseLower)
      constants.append(
        Logarithm.of(state.weights[component]) - Double(width) * halfLogTwoPi - 0.5 * factor.logDeterminant)
    }
  }

  private mutating func append(_ inverse: Matrix) {
    if isDiagonal {
      for row in 0..<width { whitening.append(SIMD2(repeating: inverse[row, row])) }
      return
    }
    for first in stride(from: 0, to: width, by: 4) {
      for column in 0..<(first + 4) {
        for row in first..<(first + 4) {
          whitening.append(SIMD2(repeating: row < width && column < width ? inverse[row, column] : 0))
        }
      }
    }
  }

  /// Vectors of room that `log` needs.
  var room: Int { (width + 3) / 4 * 4 }

  /// ln (π N(x; μ, Σ)) of four rows under a component, of which |L⁻¹ (x − μ)|² is the costly part: the rows of L⁻¹ four at a
  /// time, so that each difference that is read is used four times.
  @inline(__always)
  func log(_ columns: [SIMD4<Double>], _ component: Int, room: inout [SIMD4<Double>]) -> SIMD4<Double> {
    let size = whitening.count / count
    return room.withUnsafeMutableBufferPointer { room in
      whitening.withUnsafeBufferPointer { whitening in
        means.withUnsafeBufferPointer { means in
          guard let differences = room.baseAddress, var weight = whitening.baseAddress.map({ $0 + component &* size })
          else { return SIMD4(repeating: constants[component]) }
          for column in 0..<width { differences[column] = columns[column] - means[component &* width &+ column] }
          var square = Lanes.zero
          if isDiagonal {
            for column in 0..<width {
              let whitened = Self.both(weight[column]) * differences[column]
              square += whitened * whitened
            }
            return constants[component] - 0.5 * square
          }
          for first in Swift.stride(from: 0, to: width, by: 4) {
            var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
            for column in 0..<(first &+ 4) {
              let difference = differences[column]
              a += Self.both(weight[0]) * difference
              b += Self.both(weight[1]) * difference
              c += Self.both(weight[2]) * difference
              d += Self.both(weight[3]) * difference
              weight += 4
            }
            square += (a * a + b * b) + (c * c + d * d)
          }
          return constants[component] - 0.5 * square
        }
      }
    }
  }

  @inline(__always)
  private static func both(_ two: SIMD2<Double>) -> SIMD4<Double> { SIMD4(lowHalf: two, highHalf: two) }
}
