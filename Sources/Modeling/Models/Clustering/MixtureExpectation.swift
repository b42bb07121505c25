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
    var shares: [Double]
    var logLikelihood = 0.0
    var entropy = 0.0
  }

  /// What the components need to give densities, one after the other, so that the loops touch plain memory only.
  private struct Densities: Sendable {
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
    let parts = workers.map(rows.rows, chunksOf: 2_048) { Self.part($0, rows, densities, isDiagonal: isDiagonal) }
    var shares: [Double] = []
    shares.reserveCapacity(rows.rows * state.weights.count)
    var logLikelihood = 0.0
    var entropy = 0.0
    for part in parts {
      shares.append(contentsOf: part.shares)
      logLikelihood += part.logLikelihood
      entropy += part.entropy
    }
    self.shares = Matrix(rows: rows.rows, columns: state.weights.count, values: shares)
    self.logLikelihood = logLikelihood
    self.entropy = entropy
  }

  private static func part(_ range: Range<Int>, _ rows: Matrix, _ densities: Densities, isDiagonal: Bool) -> Part {
    let count = densities.constants.count
    var part = Part(shares: [Double](repeating: 0, count: range.count * count))
    var logs = [Double](repeating: 0, count: count)
    var centred = [Double](repeating: 0, count: rows.columns)
    rows.values.withUnsafeBufferPointer { values in
      centred.withUnsafeMutableBufferPointer { centred in
        for row in range {
          let place = UnsafeBufferPointer(rebasing: values[(row * rows.columns)..<((row + 1) * rows.columns)])
          fill(&logs, at: place, densities, centred, isDiagonal: isDiagonal)
          let total = Logarithm.ofSumOfExponentials(logs)
          part.logLikelihood += total
          for component in 0..<count {
            let log = logs[component] - total
            let share = Exponential.of(log)
            part.shares[(row - range.lowerBound) * count + component] = share
            if share > 0 { part.entropy -= share * log }
          }
        }
      }
    }
    return part
  }

  /// ln (π_c N(x; μ_c, Σ_c)) for each component; `centred` is room for d values.
  private static func fill(
    _ logs: inout [Double], at x: UnsafeBufferPointer<Double>, _ densities: Densities,
    _ centred: UnsafeMutableBufferPointer<Double>, isDiagonal: Bool
  ) {
    let width = x.count
    densities.means.withUnsafeBufferPointer { means in
      densities.whitening.withUnsafeBufferPointer { whitening in
        for component in logs.indices {
          var square = 0.0
          for i in 0..<width {
            centred[i] = x[i] - means[component * width + i]
            let base = (component * width + i) * width
            var whitened = 0.0
            for j in (isDiagonal ? i : 0)...i { whitened += whitening[base + j] * centred[j] }
            square += whitened * whitened
          }
          logs[component] = densities.constants[component] - 0.5 * square
        }
      }
    }
  }
}
