import Computation
import Foundation

@testable import Modeling

/// Densities with known moments: the shared reference's three.
struct SamplingTarget {
  let density: LogDensity
  let json: [String: Any]

  struct CheckPoint {
    let point: [Double]
    let value: Double
    let gradient: [Double]
  }

  static func named(_ name: String) throws -> SamplingTarget {
    let file = "mix-and-trust/results/nuts_targets.json"
    let json = try SharedReference.found(
      try AttributionReference.member(file, ["targets", name]) as? [String: Any], name)
    let data = try SharedReference.found(json["data"] as? [String: Any], "data")
    let list = { (key: String) in try SharedReference.found(data[key] as? [Double], key) }
    let density: LogDensity
    switch name {
    case "gaussian10_rho0.9":
      density = try gaussian(means: list("mu"), deviations: list("sd"), correlation: 0.9)
    case "eight_schools_noncentred": density = eightSchools(try list("y"), try list("sigma"))
    default:
      let rows = try SharedReference.found(data["X_with_intercept"] as? [[Double]], "rows")
      density = logistic(rows, try list("y").map { $0 == 1 })
    }
    return SamplingTarget(density: density, json: json)
  }

  var checkPoints: [CheckPoint] {
    (json["check_points"] as? [[String: Any]] ?? []).compactMap { entry in
      guard let point = entry["q"] as? [Double], let value = entry["logp"] as? Double,
        let gradient = entry["grad"] as? [Double]
      else { return nil }
      return CheckPoint(point: point, value: value, gradient: gradient)
    }
  }

  /// Mean and standard deviation of one quantity.
  func exact(_ quantity: String) throws -> (mean: Double, deviation: Double) {
    let entry = (json["exact"] as? [String: [String: Double]])?[quantity]
    return (
      try SharedReference.found(entry?["mean"], quantity), try SharedReference.found(entry?["sd"], quantity)
    )
  }

  private static let logTwoPi = 1.8378770664093453

  /// Equal correlation between all coordinates; normalised.
  static func gaussian(means: [Double], deviations: [Double], correlation: Double) throws -> LogDensity {
    let order = means.count
    var covariance = Matrix(rows: order, columns: order)
    for row in 0..<order {
      for column in 0..<order {
        covariance[row, column] = deviations[row] * deviations[column] * (row == column ? 1 : correlation)
      }
    }
    let factor = try Cholesky(covariance)
    let constant = -0.5 * factor.logDeterminant - 0.5 * Double(order) * logTwoPi
    return LogDensity(dimension: order) { point, gradient in
      let difference = zip(point, means).map { $0 - $1 }
      let solved = factor.solve(difference)
      for index in gradient.indices { gradient[index] = -solved[index] }
      return constant - 0.5 * zip(difference, solved).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// Rubin's eight schools, not centred: (μ, log τ, η₁ … η₈).
  static func eightSchools(_ effects: [Double], _ errors: [Double]) -> LogDensity {
    LogDensity(dimension: 10) { point, gradient in
      let (mean, logScale) = (point[0], point[1])
      let scale = Exponential.of(logScale)
      let ratio = scale * scale / 25
      var value = -0.5 * mean * mean / 25 - Logarithm.of(5) - 0.5 * logTwoPi
      value += Logarithm.of(2 / (Double.pi * 5)) - Logarithm.ofOnePlus(ratio) + logScale - 4 * logTwoPi
      gradient[0] = -mean / 25
      gradient[1] = 1 - 2 * ratio / (1 + ratio)
      for school in 0..<8 {
        let score = point[2 + school]
        let error = (effects[school] - mean - scale * score) / errors[school]
        value -= 0.5 * score * score + 0.5 * error * error + Logarithm.of(errors[school]) + 0.5 * logTwoPi
        gradient[0] += error / errors[school]
        gradient[1] += error / errors[school] * scale * score
        gradient[2 + school] = error / errors[school] * scale - score
      }
      return value
    }
  }

  /// Logistic regression with N(0, 2.5) on each coefficient.
  static func logistic(_ rows: [[Double]], _ outcomes: [Bool]) -> LogDensity {
    let width = rows[0].count
    return LogDensity(dimension: width) { point, gradient in
      var value = -Double(width) * (Logarithm.of(2.5) + 0.5 * logTwoPi)
      for index in 0..<width {
        value -= 0.5 * point[index] * point[index] / 6.25
        gradient[index] = -point[index] / 6.25
      }
      for (row, outcome) in zip(rows, outcomes) {
        var score = 0.0
        for index in 0..<width { score += row[index] * point[index] }
        value += (outcome ? score : 0) - Logarithm.ofOnePlusExponential(score)
        let error = (outcome ? 1 : 0) - Exponential.logistic(score)
        for index in 0..<width { gradient[index] += error * row[index] }
      }
      return value
    }
  }
}
