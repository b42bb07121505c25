import Computation

/// The chance that each candidate is the best of all, as the share of worlds in which it is.
package enum ChanceOfBest {
  /// From draws of each candidate's value, draw by draw from one posterior; equal ones share the draw. One list for each
  /// candidate. Requires at least one candidate, and lists of one length above 0. O(candidates · draws).
  package static func ofDraws(_ draws: [[Double]], better: BetterDirection) -> [Double] {
    let count = draws.first?.count ?? 0
    precondition(count > 0 && draws.allSatisfy { $0.count == count }, "as many draws of each candidate")
    var shares = [Double](repeating: 0, count: draws.count)
    for draw in 0..<count {
      let values = draws.map { better == .lower ? -$0[draw] : $0[draw] }
      let largest = values.max()
      let winners = values.indices.filter { values[$0] == largest }
      for winner in winners { shares[winner] += 1 / Double(winners.count) }
    }
    return shares.map { $0 / Double(count) }
  }

  /// From each candidate's loss on the same held-out rows: the lowest mean on rows drawn with replacement. Rows that are
  /// hard for all so cancel. Requires lists of one length above 0. O(replicates · candidates · rows).
  package static func ofLosses(
    _ losses: [[Double]], replicates: Int = 2_000, using generator: SeededGenerator, on workers: Workers = .one
  ) -> [Double] {
    let rows = losses.first?.count ?? 0
    precondition(
      rows > 0 && replicates > 0 && losses.allSatisfy { $0.count == rows }, "the same rows of each candidate")
    let means = workers.map(replicates, chunksOf: 16) { range in
      range.map { number in
        var stream = generator.split("replicate \(number)")
        let drawn = stream.resample(rows)
        return losses.map { list in drawn.reduce(0.0) { $0 + list[$1] } }
      }
    }.flatMap { $0 }
    return ofDraws(losses.indices.map { candidate in means.map { $0[candidate] } }, better: .lower)
  }
}
