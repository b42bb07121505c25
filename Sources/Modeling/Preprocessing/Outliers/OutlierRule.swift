import Computation

/// What counts as far from the bulk of a column.
package enum OutlierRule: Sendable, Codable, Equatable {
  /// Outside Q1 − k · IQR … Q3 + k · IQR; 1.5 is Tukey's fence (1977), 3 the far one.
  case quartiles(Double)
  /// More than k standard deviations (population) from the mean. A few huge values hide themselves and others.
  case deviations(Double)
  /// More than k · 1.4826 · MAD from the median (Iglewicz and Hoaglin 1993 advise 3.5): 1 / Φ⁻¹(¾) = 1.4826 makes the
  /// median absolute deviation that of a normal distribution.
  case medianDeviations(Double)

  /// The values that are still in. Requires sorted values, at least one.
  func bounds(sorted values: [Double]) -> ClosedRange<Double>? {
    switch self {
    case .quartiles(let k):
      let first = Quantile.of(sorted: values, 0.25)
      let third = Quantile.of(sorted: values, 0.75)
      return Self.range(first - k * (third - first), third + k * (third - first))
    case .deviations(let k):
      let mean = Moments.mean(values)
      let reach = k * Moments.variance(values, about: mean).squareRoot()
      return Self.range(mean - reach, mean + reach)
    case .medianDeviations(let k):
      let median = Moments.median(sorted: values)
      let reach = k * 1.482602218505602 * Moments.median(sorted: values.map { abs($0 - median) }.sorted())
      return Self.range(median - reach, median + reach)
    }
  }

  var factor: Double {
    switch self {
    case .quartiles(let k), .deviations(let k), .medianDeviations(let k): k
    }
  }

  private static func range(_ low: Double, _ high: Double) -> ClosedRange<Double>? {
    low.isFinite && high.isFinite && low <= high ? low...high : nil
  }
}
