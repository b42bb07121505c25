import Computation

/// Coordinate steps on the dual of a linear support vector machine: least ½ αᵀ(Q + D) α − Σ α with 0 ≤ α ≤ U, where
/// Q_ij = y_i y_j x_i·x_j. With C = 1 / penalty the hinge has U = C and D = 0, its square U = ∞ and D = 1 / 2C.
struct SupportVectorAscent: Sendable {
  /// Σ α y x; the last belongs to a column of ones.
  private(set) var weights: [Double]
  private var multipliers: [Double]
  private let rows: Matrix
  private let signs: [Double]
  private let squares: [Double]
  private let loss: LinearSupportVectorMachine.Loss
  private let penalty: Double
  private let bound: Double
  private let ridge: Double

  init(_ examples: Examples, loss: LinearSupportVectorMachine.Loss, penalty: Double) {
    self.loss = loss
    self.penalty = penalty
    bound = loss == .hinge ? 1 / penalty : .infinity
    let ridge = loss == .hinge ? 0 : penalty / 2
    self.ridge = ridge
    rows = examples.features.joined(with: Matrix(rows: examples.count, columns: 1, repeating: 1))
    signs = examples.outcomes.map { $0 ? 1 : -1 }
    squares = (0..<examples.count).map { [rows] in rows.row($0).reduce(ridge) { $0 + $1 * $1 } }
    weights = [Double](repeating: 0, count: rows.columns)
    multipliers = [Double](repeating: 0, count: examples.count)
  }

  var isFinite: Bool { squares.allSatisfy(\.isFinite) && weights.allSatisfy(\.isFinite) }
  var supportVectors: Int { multipliers.count { $0 > 0 } }

  /// The number of passes until the projected gradients of all examples lie within `tolerance`; nil when there were
  /// `most` before.
  mutating func settle(_ tolerance: Double, _ most: Int, using stream: inout SeededGenerator) -> Int? {
    let count = multipliers.count
    var active = Array(0..<count)
    var remaining = count
    // Beyond these, an example at its bound is passed over.
    var (high, low) = (Double.infinity, -Double.infinity)
    for pass in 1...most {
      var (highest, lowest) = (-Double.infinity, Double.infinity)
      for place in stride(from: remaining - 1, to: 0, by: -1) { active.swapAt(place, stream.integer(below: place + 1)) }
      var place = 0
      while place < remaining {
        let row = active[place]
        let gradient = self.gradient(row)
        let atZero = multipliers[row] == 0
        let atBound = multipliers[row] == bound
        if (atZero && gradient > high) || (atBound && gradient < low) {
          remaining -= 1
          active.swapAt(place, remaining)
          continue
        }
        place += 1
        let projected = atZero ? min(gradient, 0) : atBound ? max(gradient, 0) : gradient
        highest = max(highest, projected)
        lowest = min(lowest, projected)
        if abs(projected) > 1e-14 { move(row, by: -gradient / squares[row]) }
      }
      if highest - lowest <= tolerance {
        if remaining == count { return pass }
        remaining = count
        (high, low) = (.infinity, -.infinity)
      } else {
        (high, low) = (highest > 0 ? highest : .infinity, lowest < 0 ? lowest : -.infinity)
      }
    }
    return nil
  }

  private func gradient(_ row: Int) -> Double {
    signs[row] * score(row) - 1 + ridge * multipliers[row]
  }

  private func score(_ row: Int) -> Double {
    let width = rows.columns
    return rows.values.withUnsafeBufferPointer { values in
      weights.withUnsafeBufferPointer { weights in
        var sum = 0.0
        for column in 0..<width { sum += weights[column] * values[row * width + column] }
        return sum
      }
    }
  }

  private mutating func move(_ row: Int, by step: Double) {
    let next = min(max(multipliers[row] + step, 0), bound)
    let change = (next - multipliers[row]) * signs[row]
    multipliers[row] = next
    let width = rows.columns
    rows.values.withUnsafeBufferPointer { values in
      weights.withUnsafeMutableBufferPointer { weights in
        for column in 0..<width { weights[column] += change * values[row * width + column] }
      }
    }
  }

  /// Σ loss + penalty · |w|² / 2 at the weights.
  var primal: Double {
    var sum = weights.reduce(0) { $0 + 0.5 * penalty * $1 * $1 }
    for row in signs.indices {
      let short = max(0, 1 - signs[row] * score(row))
      sum += loss == .hinge ? short : short * short
    }
    return sum
  }

  /// penalty · (Σ α − ½ |w|² − ½ D Σ α²), never above the least primal.
  var dual: Double {
    let lengths = weights.reduce(0) { $0 + $1 * $1 }
    return penalty * multipliers.reduce(-0.5 * lengths) { $0 + $1 - 0.5 * ridge * $1 * $1 }
  }
}
