import Computation

/// Reference and current values, each in rising order.
struct SortedPair: Sendable {
  let reference: [Double]
  let current: [Double]

  /// Throws `noRows` and `notFinite`.
  init(_ reference: [Double], _ current: [Double], metric: String) throws(MetricProblem) {
    for values in [reference, current] {
      guard !values.isEmpty else { throw .noRows(metric: metric) }
      if let row = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(metric: metric, row: row) }
    }
    self.reference = RadixSort.sorted(reference)
    self.current = RadixSort.sorted(current)
  }

  /// Calls `body` for each stretch between neighbouring values of both together: its length, and both shares at or
  /// below.
  func forEachStretch(_ body: (_ length: Double, _ reference: Double, _ current: Double) -> Void) {
    var (i, j) = (0, 0)
    while i < reference.count || j < current.count {
      let value = min(i < reference.count ? reference[i] : .infinity, j < current.count ? current[j] : .infinity)
      while i < reference.count, reference[i] == value { i += 1 }
      while j < current.count, current[j] == value { j += 1 }
      let next = min(i < reference.count ? reference[i] : .infinity, j < current.count ? current[j] : .infinity)
      let length = next.isFinite ? next - value : 0
      body(length, Double(i) / Double(reference.count), Double(j) / Double(current.count))
    }
  }
}
