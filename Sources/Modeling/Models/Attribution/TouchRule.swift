import Computation

/// Rules that look at one path at a time and say which touch earns what share of its sale: conventions of analytics tools,
/// no estimates of what a touch caused (Shao and Li 2011).
///
/// Every rule is O(touches). Shares of a path are ≥ 0 and add up to 1.
package enum TouchRule: Sendable, Equatable {
  case first
  case last
  /// The last touch that is none of these channels; the last touch where all are.
  case lastNonDirect(direct: Set<String>)
  case linear
  /// `ends` to the first and to the last touch each, the rest spread evenly between; halves with two touches.
  case position(ends: Double)
  /// 2^(−age / halfLife), where an age is the days from the touch to the end, or the number of touches that came
  /// later where nobody knows the days.
  case timeDecay(halfLife: Double)

  /// 40 % first, 20 % between, 40 % last.
  package static let position = TouchRule.position(ends: 0.4)
  /// Half as much for each week.
  package static let timeDecay = TouchRule.timeDecay(halfLife: 7)

  package var name: String {
    switch self {
    case .first: "first"
    case .last: "last"
    case .lastNonDirect: "last-non-direct"
    case .linear: "linear"
    case .position: "position"
    case .timeDecay: "time-decay"
    }
  }

  /// Throws `hyperparameter` (ends outside 0…0.5, a half-life that is not above 0).
  package func credits(of journeys: Journeys) throws(FitProblem) -> ChannelCredits {
    let shares = try shares(of: journeys)
    return ChannelCredits(
      method: name, of: journeys, conversions: shares.divide(journeys.conversions),
      values: shares.divide(journeys.values))
  }

  func shares(of journeys: Journeys) throws(FitProblem) -> PathShares {
    try check()
    let direct = isDirect(journeys.channels)
    return PathShares(journeys) { path, ages in weights(path, ages: ages, isDirect: direct) }
  }

  private func check() throws(FitProblem) {
    switch self {
    case .position(let ends) where !(0...0.5).contains(ends):
      throw .hyperparameter(model: name, name: "ends", found: "\(ends)", expected: "0 to 0.5")
    case .timeDecay(let halfLife) where !(halfLife > 0 && halfLife < .infinity):
      throw .hyperparameter(model: name, name: "halfLife", found: "\(halfLife)", expected: "a number of days above 0")
    default: break
    }
  }

  private func isDirect(_ channels: [String]) -> [Bool] {
    guard case .lastNonDirect(let direct) = self else { return [] }
    return channels.map { direct.contains($0) }
  }

  /// One share for each touch.
  private func weights(_ path: ArraySlice<Int32>, ages: ArraySlice<Double>?, isDirect: [Bool]) -> [Double] {
    let count = path.count
    var weights = [Double](repeating: 0, count: count)
    switch self {
    case .first: weights[0] = 1
    case .last: weights[count - 1] = 1
    case .lastNonDirect:
      let touch = path.lastIndex { !isDirect[Int($0)] }
      weights[touch.map { $0 - path.startIndex } ?? count - 1] = 1
    case .linear: weights = [Double](repeating: 1 / Double(count), count: count)
    case .position(let ends):
      guard count > 2 else { return [Double](repeating: 1 / Double(count), count: count) }
      weights = [Double](repeating: (1 - 2 * ends) / Double(count - 2), count: count)
      weights[0] = ends
      weights[count - 1] = ends
    case .timeDecay(let halfLife):
      // Counted from the newest touch, so that a sale long after it leaves no path without weights.
      let newest = ages?.min() ?? 0
      var sum = 0.0
      for touch in 0..<count {
        let age = ages.map { $0[$0.startIndex + touch] - newest } ?? Double(count - 1 - touch)
        weights[touch] = Exponential.power(2, -age / halfLife)
        sum += weights[touch]
      }
      for touch in 0..<count { weights[touch] /= sum }
    }
    return weights
  }
}
