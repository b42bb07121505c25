/// Maps a value to a position between 0 and 100 per cent of the plot.
enum ValueScale: Equatable {
  case linear(low: Double, high: Double)
  /// Both ends positive.
  case logarithmic(low: Double, high: Double)

  var low: Double {
    switch self {
    case .linear(let low, _), .logarithmic(let low, _): low
    }
  }

  var high: Double {
    switch self {
    case .linear(_, let high), .logarithmic(_, let high): high
    }
  }

  /// Not clamped: a value outside the domain lies outside 0…100.
  func percent(_ value: Double) -> Double {
    switch self {
    case .linear(let low, let high):
      return (value - low) / (high - low) * 100
    case .logarithmic(let low, let high):
      let start = naturalLogarithm(low)
      return (naturalLogarithm(value) - start) / (naturalLogarithm(high) - start) * 100
    }
  }

  /// Percent, held inside 0…100.
  func clamped(_ value: Double) -> Double {
    if value <= low { return 0 }
    if value >= high { return 100 }
    return percent(value)
  }

  /// Downward in pixels, for y: `low` at `bottom`, `high` at `top`.
  func pixel(_ value: Double, top: Double, bottom: Double) -> Double {
    bottom - percent(value) / 100 * (bottom - top)
  }
}
