import Computation

/// ½ wᵀ A w − c·w + ½ constant + absolute · |w|₁ + square · |w|² / 2, with A positive semidefinite.
struct PenalisedQuadratic: Sendable {
  /// A, both triangles.
  let curvature: Matrix
  /// c.
  let linear: [Double]
  /// So large that the quadratic without penalties is never below 0: for squared loss Σ y² / n.
  let constant: Double
  let absolute: Double
  let square: Double

  func objective(_ weights: [Double]) -> Double {
    let slopes = slopes(weights)
    var value = 0.5 * constant
    for (j, weight) in weights.enumerated() {
      value += 0.5 * weight * (square * weight - slopes[j] - linear[j]) + absolute * abs(weight)
    }
    return value
  }

  /// c − A w, the negative gradient of the quadratic.
  func slopes(_ weights: [Double]) -> [Double] {
    var slopes = linear
    for (k, weight) in weights.enumerated() where weight != 0 {
      for j in slopes.indices { slopes[j] -= curvature[k, j] * weight }
    }
    return slopes
  }
}
