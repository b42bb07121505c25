extension SeededGenerator {
  /// Standard normal, by Marsaglia's polar method; the second value of each pair is not kept, so that the
  /// generator's state is its position in the stream and nothing else.
  package mutating func normal() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let s = u * u + v * v
      if s > 0, s < 1 { return u * (-2 * Logarithm.of(s) / s).squareRoot() }
    }
  }

  /// Normal with the given mean and standard deviation ≥ 0.
  package mutating func normal(mean: Double, deviation: Double) -> Double {
    mean + deviation * normal()
  }

  /// Exponential with the given rate > 0; mean 1 / rate.
  package mutating func exponential(rate: Double) -> Double {
    precondition(rate > 0, "an exponential needs a positive rate")
    return -Logarithm.of(openUniform()) / rate
  }

  /// e^N(logMean, logDeviation²); median e^logMean.
  package mutating func lognormal(logMean: Double, logDeviation: Double) -> Double {
    Exponential.of(normal(mean: logMean, deviation: logDeviation))
  }

  /// Gamma with shape > 0 and scale > 0; mean shape · scale (Marsaglia and Tsang 2000).
  package mutating func gamma(shape: Double, scale: Double) -> Double {
    precondition(shape > 0 && scale > 0, "a gamma needs positive shape and scale")
    if shape < 1 {
      let boost = Exponential.of(Logarithm.of(openUniform()) / shape)
      return gamma(shape: shape + 1, scale: scale) * boost
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let limit = 0.5 * x * x + d - d * v + d * Logarithm.of(v)
      if Logarithm.of(openUniform()) < limit { return d * v * scale }
    }
  }

  /// Beta with both shapes > 0; mean a / (a + b).
  package mutating func beta(_ a: Double, _ b: Double) -> Double {
    let x = gamma(shape: a, scale: 1)
    let y = gamma(shape: b, scale: 1)
    // Two tiny shapes can underflow together; the limit of the ratio is then a coin with the beta's mean.
    guard x + y > 0 else { return chance(a / (a + b)) ? 1 : 0 }
    return x / (x + y)
  }

  /// Poisson with mean ≥ 0: inversion of one uniform below 10, else Hörmann's transformed rejection (PTRS, 1993).
  package mutating func poisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean < 1e15, "a Poisson mean between 0 and 1e15")
    return mean < 10 ? invertedPoisson(mean) : rejectedPoisson(mean)
  }

  private mutating func invertedPoisson(_ mean: Double) -> Int {
    let u = uniform()
    var count = 0
    var probability = Exponential.of(-mean)
    var cumulative = probability
    // Past 200 the tail at mean 10 is below 2^-53 by far: only rounding of the sum could hold the loop there.
    while u >= cumulative, count < 200 {
      count += 1
      probability *= mean / Double(count)
      cumulative += probability
    }
    return count
  }

  private mutating func rejectedPoisson(_ mean: Double) -> Int {
    let root = mean.squareRoot()
    let logMean = Logarithm.of(mean)
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let squeeze = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = openUniform()
      let us = 0.5 - abs(u)
      guard us > 0 else { continue }
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07, v <= squeeze { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let left = Logarithm.of(v) + Logarithm.of(inverseAlpha) - Logarithm.of(a / (us * us) + b)
      if left <= k * logMean - mean - LogGamma.of(k + 1) { return Int(k) }
    }
  }
}
