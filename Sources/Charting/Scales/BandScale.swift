/// Bands of equal width side by side over 0…100 per cent: a quarter of each step is left free between neighbours, an
/// eighth before the first and after the last.
struct BandScale: Equatable {
  static let inner = 0.25
  static let outer = 0.12

  let count: Int

  private var step: Double { 100 / (Double(count) - Self.inner + 2 * Self.outer) }

  var width: Double { step * (1 - Self.inner) }

  func start(_ index: Int) -> Double { step * (Self.outer + Double(index)) }

  func middle(_ index: Int) -> Double { start(index) + width / 2 }
}
