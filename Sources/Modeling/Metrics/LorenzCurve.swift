/// The curve of Lorenz (1905): the share of a total that the lowest amounts hold, by the share of holders counted. The
/// diagonal is a total shared equally; the further below, the more of it a few hold.
///
/// Amounts are of one unit, finite and at least 0. O(n log n).
package struct LorenzCurve: Sendable, Equatable {
  /// Rising.
  private let amounts: [Double]
  /// Sums of the lowest 0, 1, … n amounts.
  private let sums: [Double]

  /// Throws `noRows`, `notFinite`, `negative`, `zeroTotal` where all are 0, and `tooLarge` where their sum is.
  package init(_ amounts: [Double]) throws(MetricProblem) {
    let name = "Lorenz curve"
    guard !amounts.isEmpty else { throw .noRows(metric: name) }
    if let row = amounts.firstIndex(where: { !$0.isFinite }) { throw .notFinite(metric: name, row: row) }
    if let row = amounts.firstIndex(where: { $0 < 0 }) { throw .negative(metric: name, row: row) }
    self.amounts = amounts.sorted()
    var sums = [0.0]
    for amount in self.amounts { sums.append(sums[sums.count - 1] + amount) }
    guard sums[amounts.count] > 0 else { throw .zeroTotal(metric: name) }
    guard (sums[amounts.count] * Double(amounts.count)).isFinite else { throw .tooLarge(metric: name) }
    self.sums = sums
  }

  /// Gini's index (Gini 1914), twice the area between diagonal and curve: Σ (2 i − n − 1) x₍ᵢ₎ / (n Σ x). 0 is shared
  /// equally, (n − 1) / n one holder of all.
  package var gini: Double {
    let count = Double(amounts.count)
    var sum = 0.0
    for (place, amount) in amounts.enumerated() { sum += (2 * Double(place + 1) - count - 1) * amount }
    return max(0, sum / (count * sums[amounts.count]))
  }

  /// The share of the total that the largest amounts hold, when this many holders are counted. Requires 0 … n. O(1).
  package func held(byLargest holders: Int) -> Double {
    precondition((0...amounts.count).contains(holders), "as many holders as there are")
    return 1 - sums[amounts.count - holders] / sums[amounts.count]
  }
}
