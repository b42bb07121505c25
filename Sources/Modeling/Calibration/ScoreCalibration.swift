import Computation

/// What makes probabilities of scores: nothing, a temperature, Platt's two numbers, beta calibration's three or an
/// isotonic curve, chosen on validation rows.
package enum ScoreCalibration: Sendable, Equatable {
  case none
  case temperature(TemperatureCalibration.Fitted)
  case platt(PlattCalibration.Fitted)
  case beta(BetaCalibration.Fitted)
  case isotonic(IsotonicCalibration.Fitted)

  package enum Kind: String, Sendable, CaseIterable {
    case none, temperature, platt, beta, isotonic
  }

  package var kind: Kind {
    switch self {
    case .none: .none
    case .temperature: .temperature
    case .platt: .platt
    case .beta: .beta
    case .isotonic: .isotonic
    }
  }

  package func calibrate(_ scores: [Double]) -> [Double] {
    switch self {
    case .none: scores
    case .temperature(let fitted): fitted.calibrate(scores)
    case .platt(let fitted): fitted.calibrate(scores)
    case .beta(let fitted): fitted.calibrate(scores)
    case .isotonic(let fitted): fitted.calibrate(scores)
    }
  }

  private static let folds = 5

  /// Fitted to all validation rows, of the kind whose log loss on rows that it has not seen is lowest: each fold of five
  /// is judged by what the other four taught. The next more complex kind is taken only if it gains more than the standard
  /// error of its gain, row by row. Few rows of either outcome leave the scores as they are. Throws `outOfRange`.
  package static func choose(
    _ input: ScoredOutcomes, using generator: SeededGenerator
  ) throws(MetricProblem) -> ScoreCalibration {
    try input.checkProbabilities(for: "calibration")
    guard min(input.positives, input.count - input.positives) >= 2 * folds else { return .none }
    let fold = assign(input, generator)
    var chosen = Kind.none
    var losses = zip(input.scores, input.outcomes).map { LogLoss.loss(of: $0, $1) }
    for kind in [Kind.temperature, .platt, .beta, .isotonic] {
      guard let next = try? crossFitted(kind, input, fold) else { continue }
      let gains = zip(losses, next).map { $0 - $1 }
      let mean = Moments.mean(gains)
      let error = (Moments.variance(gains, about: mean) / Double(gains.count - 1)).squareRoot()
      if mean > error {
        chosen = kind
        losses = next
      }
    }
    return (try? fit(chosen, input)) ?? .none
  }

  /// The fold of each row, 0 to 4: outcomes apart, in random order of the rows sorted by score.
  private static func assign(_ input: ScoredOutcomes, _ generator: SeededGenerator) -> [Int] {
    var fold = [Int](repeating: 0, count: input.count)
    for outcome in [false, true] {
      let rows = input.outcomes.indices.filter { input.outcomes[$0] == outcome }
        .sorted { input.scores[$0] != input.scores[$1] ? input.scores[$0] < input.scores[$1] : $0 < $1 }
      var stream = generator.split("folds \(outcome)")
      for (place, drawn) in stream.permutation(rows.count).enumerated() { fold[rows[drawn]] = place % folds }
    }
    return fold
  }

  private static func crossFitted(_ kind: Kind, _ input: ScoredOutcomes, _ fold: [Int]) throws -> [Double] {
    var losses = [Double](repeating: 0, count: input.count)
    for held in 0..<folds {
      let rows = fold.indices.filter { fold[$0] == held }
      let calibration = try fit(kind, try input.selecting(rows: fold.indices.filter { fold[$0] != held }))
      for (row, score) in zip(rows, calibration.calibrate(rows.map { input.scores[$0] })) {
        losses[row] = LogLoss.loss(of: score, input.outcomes[row])
      }
    }
    return losses
  }

  private static func fit(_ kind: Kind, _ input: ScoredOutcomes) throws(FitProblem) -> ScoreCalibration {
    switch kind {
    case .none: .none
    case .temperature: .temperature(try TemperatureCalibration().fit(input))
    case .platt: .platt(try PlattCalibration().fit(input))
    case .beta: .beta(try BetaCalibration().fit(input))
    case .isotonic: .isotonic(try IsotonicCalibration().fit(input))
    }
  }
}
