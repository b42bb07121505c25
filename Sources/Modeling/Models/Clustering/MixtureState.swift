import Computation

/// The parameters of a Gaussian mixture, and the maximisation step that makes them.
struct MixtureState: Sendable {
  var weights: [Double]
  /// k × d.
  var means: Matrix
  /// k matrices d × d; equal ones when tied, diagonal ones when so.
  var covariances: [Matrix]

  static func unit(means: Matrix) -> MixtureState {
    MixtureState(
      weights: [Double](repeating: 1 / Double(means.rows), count: means.rows), means: means,
      covariances: [Matrix](repeating: .identity(means.columns), count: means.rows))
  }

  init(weights: [Double], means: Matrix, covariances: [Matrix]) {
    self.weights = weights
    self.means = means
    self.covariances = covariances
  }

  /// π_c = N_c / n, μ_c = Σ r x / N_c, Σ_c = Σ r (x − μ_c)(x − μ_c)ᵀ / N_c + regularisation · I.
  init(
    _ rows: Matrix, shares: Matrix, covariance: GaussianMixture.Covariance, regularisation: Double,
    on workers: Workers
  ) {
    let count = shares.columns
    let width = rows.columns
    let sums = Self.total(
      workers.map(rows.rows, chunksOf: 2_048) { Self.weightedSums($0, rows, shares) }, count: count * (width + 1))
    var masses = [Double](repeating: 0, count: count)
    var means = Matrix(rows: count, columns: width)
    for component in 0..<count {
      // The floor keeps a component without rows finite; its weight stays practically zero.
      masses[component] = sums[component * (width + 1)] + 10 * 0x1p-52
      for column in 0..<width {
        means[component, column] = sums[component * (width + 1) + 1 + column] / masses[component]
      }
    }
    let scatters =
      covariance.isDiagonal
      ? MixtureScatter.diagonal(rows, shares, about: means, on: workers)
      : MixtureScatter.full(rows, shares, about: means, on: workers)
    let total = masses.reduce(0, +)
    weights = masses.map { $0 / total }
    self.means = means
    covariances = covariance.matrices(scatters, masses: masses, total: total, regularisation: regularisation)
  }

  private static func total(_ parts: [[Double]], count: Int) -> [Double] {
    var total = [Double](repeating: 0, count: count)
    for part in parts { for index in 0..<count { total[index] += part[index] } }
    return total
  }

  /// For each component its mass and then its weighted column sums.
  private static func weightedSums(_ range: Range<Int>, _ rows: Matrix, _ shares: Matrix) -> [Double] {
    let width = rows.columns
    var sums: [Double] = []
    sums.reserveCapacity(shares.columns * (width + 1))
    for component in 0..<shares.columns {
      let holders = ShareHolders(range, of: component, shares)
      sums.append(holders.shares.reduce(0, +))
      rows.values.withUnsafeBytes { values in
        // Four columns at a time, whose sums stay in a register.
        for column in stride(from: 0, to: width - width % 4, by: 4) {
          var four = SIMD4<Double>.zero
          for (row, share) in zip(holders.rows, holders.shares) {
            four += share * values.loadUnaligned(fromByteOffset: (row &* width &+ column) &* 8, as: SIMD4<Double>.self)
          }
          sums += [four.x, four.y, four.z, four.w]
        }
      }
      for column in (width - width % 4)..<width {
        sums.append(zip(holders.rows, holders.shares).reduce(0) { $0 + $1.1 * rows[$1.0, column] })
      }
    }
    return sums
  }
}

extension GaussianMixture.Covariance {
  var isDiagonal: Bool { self == .diagonal || self == .spherical }

  /// Free numbers in the covariance matrices of k components over d columns.
  func parameters(components: Int, columns: Int) -> Int {
    switch self {
    case .full: components * columns * (columns + 1) / 2
    case .tied: columns * (columns + 1) / 2
    case .diagonal: components * columns
    case .spherical: components
    }
  }

  fileprivate func matrices(
    _ scatters: [Matrix], masses: [Double], total: Double, regularisation: Double
  ) -> [Matrix] {
    let width = scatters.first?.rows ?? 0
    var own = zip(scatters, masses).map { scatter, mass in
      Matrix(rows: width, columns: width, values: scatter.values.map { $0 / mass })
    }
    if self == .tied {
      var sum = Matrix(rows: width, columns: width)
      for scatter in scatters {
        for index in sum.values.indices { sum.values[index] += scatter.values[index] }
      }
      let pooled = Matrix(rows: width, columns: width, values: sum.values.map { $0 / total })
      own = own.map { _ in pooled }
    }
    return own.map { matrix in
      var matrix = matrix
      if self == .spherical {
        var trace = 0.0
        for i in 0..<width { trace += matrix[i, i] }
        for i in 0..<width { matrix[i, i] = trace / Double(width) }
      }
      for i in 0..<width {
        matrix[i, i] += regularisation
        for j in 0..<i { matrix[j, i] = matrix[i, j] }
      }
      return matrix
    }
  }
}
