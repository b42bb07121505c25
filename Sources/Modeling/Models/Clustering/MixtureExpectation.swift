import Computation

/// The expectation step: each row's shares among components, with the log-likelihood, by log-sum-exp and Cholesky.
struct MixtureExpectation: Sendable {
  /// n × k, each row summing to 1.
  let shares: Matrix
  /// Σ over rows of ln p(x), in nats.
  let logLikelihood: Double
  /// −Σ r ln r, in nats; 0 when every row belongs to one component.
  let entropy: Double

  private struct Part: Sendable {
    var logLikelihood = 0.0
    var entropy = 0.0
  }

  init(
    _ rows: Matrix, state: MixtureState, covariance: GaussianMixture.Covariance, on workers: Workers
  ) throws(FitProblem) {
    let densities = try MixtureDensities(state, isDiagonal: covariance.isDiagonal)
    let count = state.weights.count
    var parts: [Part] = []
    let shares = [Double](unsafeUninitializedCapacity: rows.rows * count) { buffer, initialized in
      // Each row's shares are written by the one worker that has its chunk.
      nonisolated(unsafe) let shares = buffer
      parts = workers.map(rows.rows, chunksOf: 2_048) {
        Self.part($0, rows, densities, into: shares)
      }
      initialized = rows.rows * count
    }
    self.shares = Matrix(rows: rows.rows, columns: count, values: shares)
    logLikelihood = parts.reduce(0) { $0 + $1.logLikelihood }
    entropy = parts.reduce(0) { $0 + $1.entropy }
  }

  /// Shares below this are 0: they could not change a sum, and the maximisation step need not look at them.
  private static let leastShare = 0x1p-80

  private static func part(
    _ range: Range<Int>, _ rows: Matrix, _ densities: MixtureDensities,
    into shares: UnsafeMutableBufferPointer<Double>
  ) -> Part {
    let count = densities.count
    var part = Part()
    var logs = [SIMD4<Double>](repeating: .zero, count: count)
    var exponentials = logs
    var columns = [SIMD4<Double>](repeating: .zero, count: rows.columns)
    var room = [SIMD4<Double>](repeating: .zero, count: densities.room)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 4) {
      let block = start..<min(start + 4, range.upperBound)
      transpose(block, of: rows, into: &columns)
      for component in 0..<count { logs[component] = densities.log(columns, component, room: &room) }
      share(logs, &exponentials, of: block.count, into: shares, from: start * count, adding: &part)
    }
    return part
  }

  /// Turns ln (π_c N(x; μ_c, Σ_c)) of up to four rows into their shares, by log-sum-exp.
  private static func share(
    _ logs: [SIMD4<Double>], _ exponentials: inout [SIMD4<Double>], of lanes: Int,
    into shares: UnsafeMutableBufferPointer<Double>, from place: Int, adding part: inout Part
  ) {
    var largest = logs[0]
    for log in logs { largest = largest.replacing(with: log, where: largest .< log) }
    var sum = SIMD4<Double>.zero
    for component in logs.indices {
      exponentials[component] = Exponential.of(logs[component] - largest)
      sum += exponentials[component]
    }
    var logSums = SIMD4<Double>.zero
    for lane in 0..<lanes {
      logSums[lane] = Logarithm.of(sum[lane])
      part.logLikelihood += largest[lane] + logSums[lane]
    }
    var entropies = SIMD4<Double>.zero
    for component in logs.indices {
      var share = exponentials[component] / sum
      entropies -= share * (logs[component] - largest - logSums)
      share = share.replacing(with: 0, where: share .< leastShare)
      for lane in 0..<lanes { shares[place &+ lane &* logs.count &+ component] = share[lane] }
    }
    for lane in 0..<lanes { part.entropy += entropies[lane] }
  }

  /// The columns of up to four rows, a row to each lane; the last row stands in for those missing.
  private static func transpose(_ block: Range<Int>, of rows: Matrix, into columns: inout [SIMD4<Double>]) {
    rows.values.withUnsafeBufferPointer { values in
      columns.withUnsafeMutableBufferPointer { columns in
        let place = { min(block.lowerBound + $0, block.upperBound - 1) * rows.columns }
        let (a, b, c, d) = (place(0), place(1), place(2), place(3))
        for column in columns.indices {
          columns[column] = SIMD4(
            values[a &+ column], values[b &+ column], values[c &+ column], values[d &+ column])
        }
      }
    }
  }
}
