/// What share of the rows with the other outcome each row is on the right side of, ties counted half: the parts of which
/// the area under the ROC curve and its variance are made (Sun and Xu 2014). O(n log n).
struct AreaPlacements: Sendable {
  /// One for each row with the event, in row order.
  let positives: [Double]
  /// One for each row without, in row order.
  let negatives: [Double]
  let area: Double

  /// Requires both outcomes.
  init(_ input: ScoredOutcomes) {
    let all = Self.midranks(input.scores)
    let events = input.outcomes.indices.filter { input.outcomes[$0] }
    let others = input.outcomes.indices.filter { !input.outcomes[$0] }
    let m = Double(events.count)
    let n = Double(others.count)
    let among = Self.midranks(events.map { input.scores[$0] })
    let amongOthers = Self.midranks(others.map { input.scores[$0] })
    positives = events.enumerated().map { (all[$1] - among[$0]) / n }
    negatives = others.enumerated().map { 1 - (all[$1] - amongOthers[$0]) / m }
    let rankSum = events.reduce(0.0) { $0 + all[$1] }
    area = (rankSum - m * (m + 1) / 2) / (m * n)
  }

  /// The variance of the mean of a sample of at least two.
  static func meanVariance(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return Moments.variance(sorted, about: Moments.mean(sorted)) / Double(sorted.count - 1)
  }

  /// Ranks from 1, ties given the mean of theirs.
  private static func midranks(_ values: [Double]) -> [Double] {
    let ties = Ties(values)
    var ranks: [Double] = []
    var before = 0.0
    for weight in ties.weights {
      ranks.append(before + (weight + 1) / 2)
      before += weight
    }
    return ties.place.map { ranks[$0] }
  }
}
