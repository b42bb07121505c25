import Computation

/// Points and weights with which the integral over 0…1 of a polynomial of degree up to 2 · count − 1 is a sum.
///
/// Points are roots of the Legendre polynomial (Abramowitz and Stegun 1964, 25.4.29), found by Newton's method.
struct GaussLegendre: Sendable, Equatable {
  /// Falling.
  let points: [Double]
  let weights: [Double]

  /// Requires `count ≥ 1`. O(count²).
  init(count: Int) {
    precondition(count >= 1, "at least one point")
    var points: [Double] = []
    var weights: [Double] = []
    for index in 0..<count {
      var x = Turns.cosine((Double(index) + 0.75) / (Double(count) + 0.5) / 2)
      var slope = 1.0
      for _ in 0..<10 {
        var (before, now) = (1.0, x)
        for degree in stride(from: 2, through: count, by: 1) {
          let n = Double(degree)
          (before, now) = (now, ((2 * n - 1) * x * now - (n - 1) * before) / n)
        }
        slope = Double(count) * (x * now - before) / (x * x - 1)
        x -= now / slope
      }
      points.append((1 + x) / 2)
      weights.append(1 / ((1 - x * x) * slope * slope))
    }
    self.points = points
    self.weights = weights
  }
}
