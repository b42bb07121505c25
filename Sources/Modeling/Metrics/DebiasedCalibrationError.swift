/// Root mean squared calibration error without the part that chance alone brings (Kumar, Liang and Ma 2019, definition 5.1):
/// √ max(0, Σ over bins of (share of rows) · ((mean outcome − mean score)² − mean outcome · (1 − mean outcome) / (n_b − 1))).
///
/// 0 for a calibrated model on average, where the plain error grows with the number of bins. Bins of equal mass, as in
/// `ExpectedCalibrationError`. A score outside 0…1 throws `outOfRange`, fewer than two rows for each bin `setting`.
/// O(n log n).
package struct DebiasedCalibrationError: Metric {
  package let bins: Int
  package let name = "calibration error, de-biased"
  package let unit = MetricUnit.share
  package let range = 0.0...1.0
  package let better = BetterDirection.lower

  package init(bins: Int = 15) {
    self.bins = bins
  }

  package func value(of input: ScoredOutcomes) throws(MetricProblem) -> Double {
    guard bins >= 1, input.count >= 2 * bins else {
      throw .setting(
        metric: name, name: "bins", found: "\(bins)", expected: "1 to \(input.count / 2), half the number of rows")
    }
    try input.checkProbabilities(for: name)
    var square = 0.0
    for rows in ExpectedCalibrationError(bins: bins, binning: .equalMass).groups(input.scores) {
      var (scores, events) = (0.0, 0.0)
      for row in rows {
        scores += input.scores[row]
        if input.outcomes[row] { events += 1 }
      }
      let count = Double(rows.count)
      let share = events / count
      let gap = share - scores / count
      square += count / Double(input.count) * (gap * gap - share * (1 - share) / (count - 1))
    }
    return min(max(0, square).squareRoot(), 1)
  }
}
