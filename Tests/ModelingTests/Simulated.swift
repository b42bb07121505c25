import Computation
import Modeling

/// Random data whose truth is known.
enum Simulated {
  /// `count` rows in two columns around the given centres, in turn.
  static func blobs(_ count: Int, centres: [(Double, Double)], deviation: Double, seed: UInt64) -> Matrix {
    var generator = SeededGenerator(seed: seed)
    return Matrix(
      (0..<count).map { row in
        let centre = centres[row % centres.count]
        return [centre.0 + deviation * generator.normal(), centre.1 + deviation * generator.normal()]
      })
  }

  /// Two features; the event's log-odds are −1 + 1.5 · first.
  static func examples(_ count: Int, seed: UInt64) throws -> Examples {
    var generator = SeededGenerator(seed: seed)
    var rows: [[Double]] = []
    var outcomes: [Bool] = []
    for _ in 0..<count {
      let row = [generator.normal(), generator.normal()]
      rows.append(row)
      outcomes.append(generator.chance(Exponential.logistic(-1 + 1.5 * row[0])))
    }
    return try Examples(features: Matrix(rows), outcomes: outcomes)
  }

  /// Scores spread over 0…1 and outcomes drawn with the probability `truth` of the score.
  static func scored(_ count: Int, seed: UInt64, truth: (Double) -> Double = { $0 }) throws -> ScoredOutcomes {
    var generator = SeededGenerator(seed: seed)
    let scores = (0..<count).map { _ in generator.beta(1.2, 2.5) }
    return try ScoredOutcomes(scores: scores, outcomes: scores.map { generator.chance(truth($0)) })
  }
}
