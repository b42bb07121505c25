import Computation

/// Functions with known minima, as Moré, Garbow and Hillstrom (1981) number them.
enum TestFunctions {
  /// Problem 21 (1 in two dimensions): Σ 100 (x₂ᵢ₊₁ − x²)² + (1 − x)² along a chain.
  static func rosenbrock(_ x: [Double]) -> Slope {
    var slope = Slope(value: 0, gradient: [Double](repeating: 0, count: x.count))
    for i in stride(from: 0, to: x.count, by: 2) {
      let a = x[i + 1] - x[i] * x[i]
      let b = 1 - x[i]
      slope.value += 100 * a * a + b * b
      slope.gradient[i] = -400 * x[i] * a - 2 * b
      slope.gradient[i + 1] = 200 * a
    }
    return slope
  }

  /// Problem 14.
  static func wood(_ x: [Double]) -> Slope {
    let (a, b) = (x[1] - x[0] * x[0], x[3] - x[2] * x[2])
    let (c, d) = (x[1] + x[3] - 2, x[1] - x[3])
    let value =
      100 * a * a + (1 - x[0]) * (1 - x[0]) + 90 * b * b + (1 - x[2]) * (1 - x[2]) + 10 * c * c + 0.1 * d * d
    return Slope(
      value: value,
      gradient: [
        -400 * x[0] * a - 2 * (1 - x[0]), 200 * a + 20 * c + 0.2 * d, -360 * x[2] * b - 2 * (1 - x[2]),
        180 * b + 20 * c - 0.2 * d,
      ])
  }

  /// Problem 16: Σ ((x₁ + t x₂ − eᵗ)² + (x₃ + x₄ sin t − cos t)²)² at t = 1/5 … 20/5.
  static func brownDennis(_ x: [Double]) -> Slope {
    var slope = Slope(value: 0, gradient: [0, 0, 0, 0])
    for i in 1...20 {
      let t = Double(i) / 5
      let turns = t / 6.283185307179586
      let (sine, cosine) = (Turns.cosine(turns - 0.25), Turns.cosine(turns))
      let a = x[0] + t * x[1] - Exponential.of(t)
      let b = x[2] + x[3] * sine - cosine
      let f = a * a + b * b
      slope.value += f * f
      slope.gradient[0] += 4 * f * a
      slope.gradient[1] += 4 * f * a * t
      slope.gradient[2] += 4 * f * b
      slope.gradient[3] += 4 * f * b * sine
    }
    return slope
  }
}
