import Computation

/// The log-likelihood of the Gamma-Gamma model with its slopes by p, q, v (Fader and Hardie 2013, equation 1a):
/// Σ ln Γ(px+q) − ln Γ(px) − ln Γ(q) + q ln v + (px−1) ln m + px ln x − (px+q) ln(v + xm).
struct SpendingLikelihood: Sendable {
  /// Rising, and as long as `meanValue`.
  let frequency: [Double]
  let meanValue: [Double]
  let workers: Workers
  /// The distinct x, how many customers have each, and Σ ln m and Σ ln x of all.
  private let levels: [(x: Double, customers: Double)]
  private let logMeans: Double
  private let weightedLogs: Double

  init(frequency: [Double], meanValue: [Double], workers: Workers) {
    self.frequency = frequency
    self.meanValue = meanValue
    self.workers = workers
    var levels: [(x: Double, customers: Double)] = []
    var (logMeans, weightedLogs) = (0.0, 0.0)
    for (x, m) in zip(frequency, meanValue) {
      if levels.last?.x == x { levels[levels.count - 1].customers += 1 } else { levels.append((x, 1)) }
      let logarithm = Logarithm.of(m)
      logMeans += logarithm
      weightedLogs += x * (logarithm + Logarithm.of(x))
    }
    self.levels = levels
    self.logMeans = logMeans
    self.weightedLogs = weightedLogs
  }

  /// Every so manyeth customer, at most about `limit`; nil where there are no more than that.
  func sample(atMost limit: Int) -> SpendingLikelihood? {
    guard frequency.count > limit else { return nil }
    let step = (frequency.count + limit - 1) / limit
    let rows = Array(stride(from: step / 2, to: frequency.count, by: step))
    return SpendingLikelihood(
      frequency: rows.map { frequency[$0] }, meanValue: rows.map { meanValue[$0] }, workers: workers)
  }

  func callAsFunction(_ parameters: [Double]) -> Slope {
    let (p, q, v) = (parameters[0], parameters[1], parameters[2])
    let parts = workers.map(frequency.count, chunksOf: 8_192) { range in
      var part = [Double](repeating: 0, count: 5)
      for row in range {
        let x = frequency[row]
        let sum = v + x * meanValue[row]
        let (logarithm, inverse) = (Logarithm.of(sum), 1 / sum)
        part[0] += logarithm
        part[1] += x * logarithm
        part[2] += inverse
        part[3] += x * inverse
      }
      return part
    }
    var sums = [Double](repeating: 0, count: 4)
    for part in parts {
      for index in 0..<4 { sums[index] += part[index] }
    }
    let count = Double(frequency.count)
    var value = count * (q * Logarithm.of(v) - LogGamma.of(q)) + p * weightedLogs - logMeans - p * sums[1] - q * sums[0]
    var byP = weightedLogs - sums[1]
    var byQ = count * (Logarithm.of(v) - Digamma.of(q)) - sums[0]
    for level in levels {
      let (shape, total) = (p * level.x, p * level.x + q)
      value += level.customers * (LogGamma.of(total) - LogGamma.of(shape))
      let slope = Digamma.of(total)
      byP += level.customers * level.x * (slope - Digamma.of(shape))
      byQ += level.customers * slope
    }
    return Slope(value: value, gradient: [byP, byQ, count * q / v - p * sums[3] - q * sums[2]])
  }
}
