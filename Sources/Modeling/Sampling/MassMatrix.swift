import Computation

/// The inverse mass matrix of Hamiltonian Monte Carlo: as close to the covariance of the draws as warm-up can tell.
package enum MassMatrix: Sendable, Equatable {
  case diagonal([Double])
  /// The covariance and its factor.
  case dense(Matrix, Cholesky)

  /// Which one is adapted.
  package enum Kind: String, Sendable, CaseIterable { case diagonal, dense }

  static func unit(_ kind: Kind, _ dimension: Int) -> MassMatrix {
    switch kind {
    case .diagonal: return .diagonal([Double](repeating: 1, count: dimension))
    case .dense:
      let identity = Matrix.identity(dimension)
      // The identity always has a factor; without one the diagonal form says the same.
      guard let factor = try? Cholesky(identity) else { return unit(.diagonal, dimension) }
      return .dense(identity, factor)
    }
  }

  /// M⁻¹ p.
  func velocity(_ momentum: [Double]) -> [Double] {
    switch self {
    case .diagonal(let variances):
      var velocity = momentum
      for index in velocity.indices { velocity[index] *= variances[index] }
      return velocity
    case .dense(let covariance, _):
      let order = momentum.count
      var velocity = [Double](repeating: 0, count: order)
      for row in 0..<order {
        var sum = 0.0
        for column in 0..<order { sum += covariance.values[row * order + column] * momentum[column] }
        velocity[row] = sum
      }
      return velocity
    }
  }

  /// p ~ N(0, M); with M⁻¹ = L Lᵀ that is L⁻ᵀ z.
  func momentum(using generator: inout SeededGenerator) -> [Double] {
    switch self {
    case .diagonal(let variances): return variances.map { generator.normal() / $0.squareRoot() }
    case .dense(let covariance, let factor):
      let order = covariance.rows
      var momentum = (0..<order).map { _ in generator.normal() }
      for row in stride(from: order - 1, through: 0, by: -1) {
        for below in (row + 1)..<max(order, row + 1) { momentum[row] -= factor.lower[below, row] * momentum[below] }
        momentum[row] /= factor.lower[row, row]
      }
      return momentum
    }
  }
}

/// The covariance of the draws of one warm-up window (Welford 1962), drawn a little towards a small multiple of the
/// identity as long as draws are few: n / (n + 5) of it and 1e-3 · 5 / (n + 5) of the identity.
struct MassMatrixEstimate {
  private let kind: MassMatrix.Kind
  private var count = 0.0
  private var means: [Double]
  /// Sums of products of differences; the diagonal alone for a diagonal matrix.
  private var products: [Double]

  init(_ kind: MassMatrix.Kind, _ dimension: Int) {
    self.kind = kind
    means = [Double](repeating: 0, count: dimension)
    products = [Double](repeating: 0, count: kind == .diagonal ? dimension : dimension * dimension)
  }

  mutating func add(_ point: [Double]) {
    count += 1
    let before = zip(point, means).map { $0 - $1 }
    for index in means.indices { means[index] += before[index] / count }
    let order = means.count
    switch kind {
    case .diagonal:
      for index in 0..<order { products[index] += before[index] * (point[index] - means[index]) }
    case .dense:
      for row in 0..<order {
        for column in 0..<order { products[row * order + column] += before[row] * (point[column] - means[column]) }
      }
    }
  }

  /// Nil where the draws say nothing, or have no positive definite covariance.
  var massMatrix: MassMatrix? {
    guard count > 1 else { return nil }
    let order = means.count
    let shrink = count / (count + 5)
    let floor = 1e-3 * 5 / (count + 5)
    switch kind {
    case .diagonal:
      let variances = products.map { shrink * $0 / (count - 1) + floor }
      return variances.allSatisfy { $0.isFinite } ? .diagonal(variances) : nil
    case .dense:
      var covariance = Matrix(rows: order, columns: order)
      for row in 0..<order {
        for column in 0...row {
          let value = shrink * products[row * order + column] / (count - 1) + (row == column ? floor : 0)
          covariance[row, column] = value
          covariance[column, row] = value
        }
      }
      guard let factor = try? Cholesky(covariance) else { return nil }
      return .dense(covariance, factor)
    }
  }
}
