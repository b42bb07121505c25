/// A linear axis for values: widened to whole steps, with its ticks and their labels.
struct NiceAxis {
  let scale: ValueScale
  let ticks: [Double]
  let labels: [String]
  /// The size past which a value is cut off with an arrow; nil when nothing sticks out.
  let limit: Double?

  /// - Parameter values: finite.
  init(_ values: [Double], withZero: Bool, count: Int, format: ValueFormat) {
    let limit = Domain.clip(values)
    let shown = limit.map { limit in values.filter { abs($0) <= limit } } ?? values
    let span = withZero ? Domain.withZero(shown) : Domain.around(shown)
    let (low, high) = Ticks.nice(span.low, span.high, count: count)
    self.limit = limit
    scale = .linear(low: low, high: high)
    ticks = Ticks.linear(low, high, count: count)
    labels = format.ticks(ticks)
  }

  var labelWidth: Double { labels.map(TextWidth.of).max() ?? 0 }

  /// Held inside the axis.
  func clipped(_ value: Double) -> Double { min(max(value, scale.low), scale.high) }

  func pixel(_ value: Double, top: Double, bottom: Double) -> Double {
    scale.pixel(clipped(value), top: top, bottom: bottom)
  }
}
