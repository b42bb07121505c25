/// Values counted in bins of one width.
package struct HistogramBins: Sendable, Equatable {
  /// The lower end of the first bin.
  package let start: Double
  package let width: Double
  /// Bin i holds start + i·width ≤ v < start + (i + 1)·width; the last closed bin takes its upper end too.
  package let counts: [Int]
  /// The last bin holds everything from its lower end on.
  package let lastIsOpen: Bool

  package init(start: Double, width: Double, counts: [Int], lastIsOpen: Bool = false) {
    self.start = start
    self.width = width
    self.counts = counts
    self.lastIsOpen = lastIsOpen
  }

  /// Width 2·IQR·n^(−1/3) (Freedman and Diaconis 1981), rounded to 1, 2 or 5 × 10^k, for 8 to 40 bins. When the
  /// largest value is more than three times the 99th percentile, the last bin is open. Non-finite values are left out;
  /// nil without any. O(n log n).
  package init?(_ values: [Double]) {
    let sorted = values.filter(\.isFinite).sorted()
    guard let least = sorted.first, let most = sorted.last else { return nil }
    guard least < most else {
      let width = least == 0 ? 1 : abs(least) * 0.1
      self.init(start: least - width / 2, width: width, counts: [sorted.count])
      return
    }
    let top = Self.quantile(sorted, 0.99)
    let isOpen = least >= 0 && top > least && most > 3 * top
    let end = isOpen ? top : most
    let spread = Self.quantile(sorted, 0.75) - Self.quantile(sorted, 0.25)
    let wanted = spread > 0 ? (end - least) / (2 * spread) * cubeRoot(Double(sorted.count)) : 8
    let ticks = Ticks.linear(least, end, count: Int(min(max(wanted, 9), 28)))
    let width = ticks.count > 1 ? ticks[1] - ticks[0] : (end - least) / 8
    let start = (least / width + 1e-9).rounded(.down) * width
    let closed = max(1, Int(((end - start) / width - 1e-9).rounded(.up)))
    var counts = [Int](repeating: 0, count: closed + (isOpen ? 1 : 0))
    for value in sorted {
      let index = Int(min(((value - start) / width + 1e-9).rounded(.down), Double(counts.count - 1)))
      counts[max(index, 0)] += 1
    }
    self.init(start: start, width: width, counts: counts, lastIsOpen: isOpen)
  }

  /// By linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). `sorted` is not empty.
  package static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}

/// By Newton's steps from above, to the last bits.
private func cubeRoot(_ value: Double) -> Double {
  var root = max(value, 1)
  for _ in 0..<80 { root -= (root * root * root - value) / (3 * root * root) }
  return root
}
