/// Expected calibration error: Σ over bins of (share of rows) · |mean outcome − mean score| (Naeini, Cooper and
/// Hauskrecht 2015).
///
/// 0 where every bin keeps its word, 1 at the worst. It is biased upwards: a calibrated model does not reach 0 on a
/// finite sample. Bins of equal width are [i/b, (i+1)/b); bins of equal mass split the rows sorted by score, the first
/// n mod b of them one row larger, and rows of equal score at a border go by row order — the one place where row order
/// can matter. A score outside 0…1 throws `outOfRange`, fewer than one bin `setting`. O(n log n).
package struct ExpectedCalibrationError: Metric {
  package enum Binning: String, Sendable, CaseIterable {
    case equalWidth, equalMass
  }

  package let bins: Int
  package let binning: Binning
  package let unit = MetricUnit.share
  package let range = 0.0...1.0
  package let better = BetterDirection.lower

  package init(bins: Int = 15, binning: Binning = .equalWidth) {
    self.bins = bins
    self.binning = binning
  }

  package var name: String {
    switch binning {
    case .equalWidth: "expected calibration error, equal width"
    case .equalMass: "expected calibration error, equal mass"
    }
  }

  package func value(of input: ScoredOutcomes) throws(MetricProblem) -> Double {
    guard bins >= 1 else { throw .setting(metric: name, name: "bins", found: "\(bins)", expected: "at least 1") }
    try input.checkProbabilities(for: name)
    var error = 0.0
    for rows in groups(input.scores) where !rows.isEmpty {
      var scores = 0.0
      var events = 0.0
      for row in rows {
        scores += input.scores[row]
        if input.outcomes[row] { events += 1 }
      }
      error += abs(events - scores) / Double(input.count)
    }
    return min(error, 1)
  }

  /// Row indices by bin.
  func groups(_ scores: [Double]) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: bins)
    switch binning {
    case .equalWidth:
      for (row, score) in scores.enumerated() { groups[min(Int(score * Double(bins)), bins - 1)].append(row) }
    case .equalMass:
      let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] < scores[$1] : $0 < $1 }
      let (size, larger) = scores.count.quotientAndRemainder(dividingBy: bins)
      var start = 0
      for bin in 0..<bins {
        let end = start + size + (bin < larger ? 1 : 0)
        groups[bin] = Array(order[start..<end])
        start = end
      }
    }
    return groups
  }
}
