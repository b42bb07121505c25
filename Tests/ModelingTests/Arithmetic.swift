import Computation
import Modeling

/// A small table that a formula gives, so that another program can be asked about the same rows.
enum Arithmetic {
  /// For i = 0…count − 1: x₁ = (7 i mod 11) / 2, x₂ = 5 i mod 13 − 6, x₃ = (i² mod 17) / 4.
  static func features(_ count: Int = 40) -> Matrix {
    var rows: [[Double]] = []
    for i in 0..<count { rows.append([Double(i * 7 % 11) / 2, Double(i * 5 % 13) - 6, Double(i * i % 17) / 4]) }
    return Matrix(rows)
  }

  /// y = 2 + 1.5 x₁ − 0.75 x₂ + (3 i mod 7 − 3) / 2.
  static func regression() throws -> RegressionExamples {
    let rows = features()
    var targets: [Double] = []
    for i in 0..<40 {
      let noise = Double(i * 3 % 7 - 3) / 2
      targets.append(2 + 1.5 * rows[i, 0] - 0.75 * rows[i, 1] + noise)
    }
    return try RegressionExamples(features: rows, targets: targets)
  }

  /// The event comes where x₁ − x₂ / 2 + (11 i mod 19) / 2 > 7.
  static func classification(_ count: Int = 60) throws -> Examples {
    let rows = features(count)
    var outcomes: [Bool] = []
    for i in 0..<count {
      let noise = Double(i * 11 % 19) / 2
      outcomes.append(rows[i, 0] - rows[i, 1] / 2 + noise > 7)
    }
    return try Examples(features: rows, outcomes: outcomes)
  }

  /// For i = 0…59 the score s = (1 + 37 i mod 59) / 62; the event comes where 40 s + 11 i mod 19 > 29.
  static func scored() throws -> ScoredOutcomes {
    try scored { score, noise in score * 40 + noise > 29 }
  }

  /// The same scores with another rule for the event; noise is 11 i mod 19.
  static func scored(_ event: (_ score: Double, _ noise: Double) -> Bool) throws -> ScoredOutcomes {
    let scores = (0..<60).map { Double(1 + $0 * 37 % 59) / 62 }
    return try ScoredOutcomes(scores: scores, outcomes: (0..<60).map { event(scores[$0], Double($0 * 11 % 19)) })
  }

  static func near(_ a: [Double], _ b: [Double], within tolerance: Double) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
  }
}
