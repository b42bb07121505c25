import Computation

/// The ways from one hill of a mixture's likelihood to another: two components that hold the same rows become one, and a
/// third becomes two (Ueda, Nakano, Ghahramani and Hinton 2000, "SMEM algorithm for mixture models").
///
/// Nothing is drawn by chance: the same hill has the same ways. O(n · k² + n · k · d²) to find them.
struct SplitAndMerge {
  struct Move {
    /// Their rows are held by the first of them.
    let merged: (Int, Int)
    /// Gives half of its rows to the second of the merged.
    let split: Int
  }

  /// Of pairs to merge, and of components to split, for each of them.
  private static let mostTried = 6

  private let rows: Matrix
  private let state: MixtureState
  private let shares: Matrix
  /// Rows of each component.
  private let masses: [Double]
  /// Σ r (x − μ)(x − μ)ᵀ of each, the lower triangle.
  private let scatters: [Matrix]

  init(_ rows: Matrix, _ state: MixtureState, shares: Matrix, on workers: Workers) {
    self.rows = rows
    self.state = state
    self.shares = shares
    masses = state.weights.map { max($0 * Double(rows.rows), .leastNormalMagnitude) }
    scatters = MixtureScatter.full(rows, shares, about: state.means, on: workers)
  }

  /// The most promising first: pairs by the cosine of their shares (the paper's equation 14), and to each of them what is
  /// to be split by `misfit`. Empty for fewer than three components.
  func moves() throws(ComputationProblem) -> [Move] {
    let count = masses.count
    guard count > 2 else { return [] }
    let likeness = likeness()
    let pairs = (1..<count).flatMap { b in (0..<b).map { a in (a, b) } }
      .sorted { likeness[$0.1, $0.0] > likeness[$1.1, $1.0] }
    var misfits: [Double] = []
    for component in 0..<count { misfits.append(try misfit(component)) }
    let worst = (0..<count).sorted { misfits[$0] > misfits[$1] }
    return pairs.prefix(Self.mostTried).flatMap { pair in
      worst.prefix(Self.mostTried).filter { $0 != pair.0 && $0 != pair.1 }.map { Move(merged: pair, split: $0) }
    }
  }

  /// The shares with which the climb goes on: a split component is cut in two across its longest axis.
  func shares(after move: Move) throws(ComputationProblem) -> Matrix {
    let axis = Array(try SymmetricEigen(scatters[move.split]).vectors.row(0))
    let middle = Array(state.means.row(move.split))
    var next = shares
    for row in 0..<rows.rows {
      var place = 0.0
      for column in axis.indices { place += (rows[row, column] - middle[column]) * axis[column] }
      next[row, move.merged.0] = shares[row, move.merged.0] + shares[row, move.merged.1]
      next[row, move.merged.1] = place > 0 ? shares[row, move.split] : 0
      next[row, move.split] = place > 0 ? 0 : shares[row, move.split]
    }
    return next
  }

  /// k × k: how much two components hold the same rows, from 0 to 1; the lower triangle holds.
  private func likeness() -> Matrix {
    let count = masses.count
    var products = Matrix(rows: count, columns: count)
    for row in 0..<rows.rows {
      for a in 0..<count where shares[row, a] > 0 {
        for b in 0...a { products[a, b] += shares[row, a] * shares[row, b] }
      }
    }
    var likeness = products
    for a in 0..<count {
      for b in 0...a {
        let length = (products[a, a] * products[b, b]).squareRoot()
        likeness[a, b] = length > 0 ? products[a, b] / length : 0
      }
    }
    return likeness
  }

  /// How far the component's density lies from its rows, but for a constant: Σ f ln (f / N(x; μ, Σ)) with f = r / Σ r
  /// (equation 15), of which Σ f ln N = −(d ln 2π + ln det Σ + tr Σ⁻¹S) / 2. In nats.
  private func misfit(_ component: Int) throws(ComputationProblem) -> Double {
    let factor = try Cholesky(state.covariances[component])
    var entropy = 0.0
    for row in 0..<rows.rows where shares[row, component] > 0 {
      entropy += shares[row, component] * Logarithm.of(shares[row, component])
    }
    let width = rows.columns
    var trace = 0.0
    for column in 0..<width {
      let scatter = (0..<width).map { scatters[component][max($0, column), min($0, column)] }
      trace += factor.solve(scatter)[column]
    }
    return (entropy + 0.5 * trace) / masses[component] - Logarithm.of(masses[component]) + 0.5 * factor.logDeterminant
  }
}
