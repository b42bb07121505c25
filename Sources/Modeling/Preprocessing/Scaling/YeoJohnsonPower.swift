import Computation

/// One number under the transformation that `YeoJohnson` describes.
enum YeoJohnsonPower {
  static func of(_ x: Double, _ power: Double) -> Double {
    x >= 0 ? grown(Logarithm.ofOnePlus(x), power) : -grown(Logarithm.ofOnePlus(-x), 2 - power)
  }

  static func inverse(_ y: Double, _ power: Double) -> Double {
    y >= 0 ? shrunk(y, power) : -shrunk(-y, 2 - power)
  }

  /// (e^(λ · log) − 1) / λ, without loss near λ = 0.
  static func grown(_ log: Double, _ power: Double) -> Double {
    abs(power) < 1e-18 ? log : Exponential.lessOne(power * log) / power
  }

  private static func shrunk(_ y: Double, _ power: Double) -> Double {
    Exponential.lessOne(abs(power) < 1e-18 ? y : Logarithm.ofOnePlus(power * y) / power)
  }
}
