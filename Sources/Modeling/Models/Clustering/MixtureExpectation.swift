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

  /// What the components need to give densities, one after the other, so that the loops touch plain memory only.
  fileprivate struct Densities: Sendable {
    /// k × d.
    let means: [Double]
    /// k × d × d: L⁻¹ of each covariance.
    var whitening: [Double] = []
    /// k values of ln π − (d ln 2π + ln det Σ) / 2.
    var constants: [Double] = []

    init(_ state: MixtureState) throws(FitProblem) {
      means = state.means.values
      let halfLogTwoPi = 0.9189385332046728
      for (component, covariance) in state.covariances.enumerated() {
        let factor: Cholesky
        do { factor = try Cholesky(covariance) } catch {
          throw .singular(model: GaussianMixture.Fitted.name, cause: error)
        }
        whitening.append(contentsOf: factor.inverseLower.values)
        constants.append(
          Logarithm.of(state.weights[component]) - Double(covariance.rows) * halfLogTwoPi
            - 0.5 * factor.logDeterminant)
      }
    }
  }

  init(
    _ rows: Matrix, state: MixtureState, covariance: GaussianMixture.Covariance, on workers: Workers
  ) throws(FitProblem) {
    let densities = try Densities(state)
    let isDiagonal = covariance.isDiagonal
    let count = state.weights.count
    var parts: [Part] = []
    let shares = [Double](unsafeUninitializedCapacity: rows.rows * count) { buffer, initialized in
      // Each row's shares are written by the one worker that has its chunk.
      nonisolated(unsafe) let shares = buffer
      parts = workers.map(rows.rows, chunksOf: 2_048) {
        Self.part($0, rows, densities, isDiagonal: isDiagonal, into: shares)
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
    _ range: Range<Int>, _ rows: Matrix, _ densities: Densities, isDiagonal: Bool,
    into shares: UnsafeMutableBufferPointer<Double>
  ) -> Part {
    let count = densities.constants.count
    var part = Part()
    var logs = [SIMD8<Double>](repeating: .zero, count: count)
    var columns = [SIMD8<Double>](repeating: .zero, count: rows.columns)
    var room = columns
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      let block = start..<min(start + 8, range.upperBound)
      transpose(block, of: rows, into: &columns)
      for component in 0..<count {
        let square = densities.square(columns, component, room: &room, isDiagonal: isDiagonal)
        logs[component] = densities.constants[component] - 0.5 * square
      }
      share(logs, of: block.count, into: shares, from: start * count, adding: &part)
    }
    return part
  }

  /// Turns ln (π_c N(x; μ_c, Σ_c)) of up to eight rows into their shares, by log-sum-exp.
  private static func share(
    _ logs: [SIMD8<Double>], of lanes: Int, into shares: UnsafeMutableBufferPointer<Double>, from place: Int,
    adding part: inout Part
  ) {
    var largest = logs[0]
    for log in logs { largest = largest.replacing(with: log, where: largest .< log) }
    let exponentials = logs.map { Exponential.of($0 - largest) }
    var sum = SIMD8<Double>.zero
    for exponential in exponentials { sum += exponential }
    var logSums = SIMD8<Double>.zero
    for lane in 0..<lanes {
      logSums[lane] = Logarithm.of(sum[lane])
      part.logLikelihood += largest[lane] + logSums[lane]
    }
    var entropies = SIMD8<Double>.zero
    for component in logs.indices {
      let share = exponentials[component] / sum
      entropies -= share * (logs[component] - largest - logSums)
      for lane in 0..<lanes {
        shares[place + lane * logs.count + component] = share[lane] < leastShare ? 0 : share[lane]
      }
    }
    for lane in 0..<lanes { part.entropy += entropies[lane] }
  }

  /// The columns of up to eight rows, a row to each lane; the last row stands in for those missing.
  private static func transpose(_ block: Range<Int>, of rows: Matrix, into columns: inout [SIMD8<Double>]) {
    rows.values.withUnsafeBufferPointer { values in
      columns.withUnsafeMutableBufferPointer { columns in
        for lane in 0..<8 {
          let base = min(block.lowerBound + lane, block.upperBound - 1) * rows.columns
          for column in 0..<rows.columns { columns[column][lane] = values[base + column] }
        }
      }
    }
  }
}

extension MixtureExpectation.Densities {
  /// (x − μ)ᵀ Σ⁻¹ (x − μ) of eight rows: the squared length of L⁻¹ (x − μ), two of its elements at a time. `room` is for d
  /// values.
  fileprivate func square(
    _ columns: [SIMD8<Double>], _ component: Int, room: inout [SIMD8<Double>], isDiagonal: Bool
  ) -> SIMD8<Double> {
    let width = columns.count
    let mean = means[(component * width)..<((component + 1) * width)]
    return room.withUnsafeMutableBufferPointer { centred in
      whitening.withUnsafeBufferPointer { whitening in
        let base = component * width * width
        for (column, middle) in mean.enumerated() { centred[column] = columns[column] - middle }
        var square = SIMD8<Double>.zero
        if isDiagonal {
          for i in 0..<width {
            let whitened = whitening[base + i * width + i] * centred[i]
            square += whitened * whitened
          }
          return square
        }
        var i = 0
        while i < width {
          let upper = base + i * width
          let isPair = i + 1 < width
          let lower = isPair ? upper + width : upper
          var first = SIMD8<Double>.zero
          var second = SIMD8<Double>.zero
          for j in 0...i {
            let value = centred[j]
            first += whitening[upper &+ j] * value
            second += whitening[lower &+ j] * value
          }
          square += first * first
          if isPair {
            second += whitening[lower &+ i &+ 1] * centred[i + 1]
            square += second * second
          }
          i += 2
        }
        return square
      }
    }
  }
}
