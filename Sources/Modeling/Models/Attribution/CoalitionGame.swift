import Computation

/// A game among channels whose value of a set depends on the journeys that touch channels of that set only.
struct CoalitionGame: Sendable {
  private let players: Int
  /// Distinct channels of each path, ascending.
  private let sets: [[Int]]
  private let conversions: [Double]
  private let totals: [Double]
  private let value: @Sendable (_ conversions: Double, _ journeys: Double) -> Double

  /// `value` of no journeys must be 0.
  init(_ journeys: Journeys, value: @escaping @Sendable (_ conversions: Double, _ journeys: Double) -> Double) {
    players = journeys.channels.count
    var sets: [[Int]] = []
    var conversions: [Double] = []
    var totals: [Double] = []
    var places: [[Int]: Int] = [:]
    for index in 0..<journeys.count {
      let set = Set(journeys.path(index)).sorted().map { Int($0) }
      let place = places[set] ?? sets.count
      if place == sets.count {
        places[set] = place
        sets.append(set)
        conversions.append(0)
        totals.append(0)
      }
      conversions[place] += journeys.conversions[index]
      totals[place] += journeys.conversions[index] + journeys.nulls[index]
    }
    (self.sets, self.conversions, self.totals, self.value) = (sets, conversions, totals, value)
  }

  /// φ_c = Σ over S without c of |S|! (K − |S| − 1)! / K! · (v(S ∪ c) − v(S)) (Shapley 1953). O(2^K · K).
  func enumerated() -> [Double] {
    let count = 1 << players
    var within = [Double](repeating: 0, count: count)
    var all = within
    for (index, set) in sets.enumerated() {
      let mask = set.reduce(0) { $0 | 1 << $1 }
      within[mask] += conversions[index]
      all[mask] += totals[index]
    }
    // Sums over all subsets, one channel at a time.
    for player in 0..<players {
      for mask in 0..<count where mask & (1 << player) != 0 {
        within[mask] += within[mask ^ (1 << player)]
        all[mask] += all[mask ^ (1 << player)]
      }
    }
    let values = (0..<count).map { value(within[$0], all[$0]) }
    var weights = [1 / Double(players)]
    for size in 1..<max(players, 1) { weights.append(weights[size - 1] * Double(size) / Double(players - size)) }
    return (0..<players).map { player in
      var sum = 0.0
      for mask in 0..<count where mask & (1 << player) == 0 {
        sum += weights[mask.nonzeroBitCount] * (values[mask | 1 << player] - values[mask])
      }
      return sum
    }
  }

  /// The mean of what each channel adds over random orders, with its standard error. O(permutations · touches).
  func sampled(
    permutations: Int, using generator: SeededGenerator, on workers: Workers
  ) -> (values: [Double], errors: [Double]) {
    let parts = workers.map(permutations, chunksOf: 64) { range in
      var sums = [Double](repeating: 0, count: players)
      var squares = sums
      for index in range {
        var stream = generator.split("permutation \(index)")
        for (player, gain) in gains(in: stream.permutation(players)).enumerated() {
          sums[player] += gain
          squares[player] += gain * gain
        }
      }
      return (sums, squares)
    }
    let count = Double(permutations)
    var values: [Double] = []
    var errors: [Double] = []
    for player in 0..<players {
      let mean = parts.reduce(0) { $0 + $1.0[player] } / count
      let square = parts.reduce(0) { $0 + $1.1[player] } / count
      values.append(mean)
      errors.append((max(square - mean * mean, 0) / (count - 1)).squareRoot())
    }
    return (values, errors)
  }

  /// What each channel adds when they come in this order: a path joins in with the last of its channels.
  private func gains(in order: [Int]) -> [Double] {
    var ranks = [Int](repeating: 0, count: players)
    for (rank, player) in order.enumerated() { ranks[player] = rank }
    var within = [Double](repeating: 0, count: players)
    var all = within
    for (index, set) in sets.enumerated() {
      var last = 0
      for player in set { last = max(last, ranks[player]) }
      within[last] += conversions[index]
      all[last] += totals[index]
    }
    var gains = [Double](repeating: 0, count: players)
    var before = 0.0
    for rank in 0..<players {
      if rank > 0 {
        within[rank] += within[rank - 1]
        all[rank] += all[rank - 1]
      }
      let after = value(within[rank], all[rank])
      gains[order[rank]] = after - before
      before = after
    }
    return gains
  }
}
