import Computation

/// Shares of the same bins in a reference and in current rows, and how far apart they are.
package struct BinnedShares: Sendable, Equatable {
  /// Each sums to 1.
  package let reference: [Double]
  package let current: [Double]

  /// Numbers cut at the reference's deciles: the distinct ones of its 0.1, 0.2, … 0.9 quantiles (linear between
  /// neighbours), a value at a cut going to the upper bin. Where most reference values are equal, deciles fall together
  /// and drift within a bin is not seen: `KolmogorovSmirnov` sees it. Throws `noRows` and `notFinite`. O(n log n).
  package init(reference: [Double], current: [Double]) throws(MetricProblem) {
    self.init(try SortedPair(reference, current, metric: "population stability"))
  }

  init(_ sorted: SortedPair) {
    let first = sorted.reference
    var cuts: [Double] = []
    for decile in 1...9 {
      let place = Double(first.count - 1) * Double(decile) / 10
      let low = Int(place)
      let (share, start, end) = (place - Double(low), first[low], first[min(low + 1, first.count - 1)])
      // Numpy's linear interpolation, to the bit: from the nearer end.
      let cut = share < 0.5 ? start + (end - start) * share : end - (end - start) * (1 - share)
      if cut != cuts.last { cuts.append(cut) }
    }
    reference = Self.shares(first, cuts)
    current = Self.shares(sorted.current, cuts)
  }

  /// Categories with how often each came; one count of each list for each category. Requires lists of equal length with
  /// positive sums.
  package init(referenceCounts: [Int], currentCounts: [Int]) {
    precondition(referenceCounts.count == currentCounts.count, "lists of counts differ in length")
    let (first, second) = (referenceCounts.reduce(0, +), currentCounts.reduce(0, +))
    precondition(first > 0 && second > 0, "counts sum to 0")
    reference = referenceCounts.map { Double($0) / Double(first) }
    current = currentCounts.map { Double($0) / Double(second) }
  }

  private static func shares(_ sorted: [Double], _ cuts: [Double]) -> [Double] {
    var counts = [Int](repeating: 0, count: cuts.count + 1)
    var bin = 0
    for value in sorted {
      while bin < cuts.count, value >= cuts[bin] { bin += 1 }
      counts[bin] += 1
    }
    return counts.map { Double($0) / Double(sorted.count) }
  }

  /// Population stability index Σ (c − r) ln(c / r), shares floored at 1e-4: 0 for equal shares; below 0.1 is usually
  /// called stable and above 0.25 drift (Siddiqi 2006).
  package var populationStability: Double {
    var sum = 0.0
    for (first, second) in zip(reference, current) {
      let (r, c) = (max(first, 1e-4), max(second, 1e-4))
      sum += (c - r) * Logarithm.of(c / r)
    }
    return sum
  }

  /// Jensen–Shannon distance, 0 for equal shares to 1 for shares without a common bin: the root of the mean Kullback–
  /// Leibler divergence, in bits, of both from their middle (Endres and Schindelin 2003).
  package var jensenShannon: Double {
    func part(_ share: Double, _ middle: Double) -> Double {
      share > 0 ? share * Logarithm.of(share / middle) : 0
    }
    var sum = 0.0
    for (r, c) in zip(reference, current) { sum += part(r, (r + c) / 2) + part(c, (r + c) / 2) }
    return max(sum / 2 / 0.6931471805599453, 0).squareRoot()
  }
}
