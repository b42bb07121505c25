import Computation

/// The logistic loss with a penalty on squares, with its gradient and its Hessian at one point; the intercept comes last.
struct LogisticLoss: Sendable {
  private(set) var value: Double
  private(set) var gradient: [Double]
  /// Lower triangle.
  private(set) var curvature: Matrix

  private struct Part: Sendable {
    var value = 0.0
    var gradient: [Double]
    var curvature: [Double]
  }

  /// - Parameter penalty: of |w|² / 2.
  init(_ rows: LogisticRows, at parameters: [Double], penalty: Double, on workers: Workers) {
    let size = parameters.count
    let parts = workers.map(rows.blocks.count, chunksOf: 8) { Self.part(rows.blocks[$0], parameters) }
    value = 0
    gradient = [Double](repeating: 0, count: size)
    curvature = Matrix(rows: size, columns: size)
    for part in parts {
      value += part.value
      for index in 0..<size { gradient[index] += part.gradient[index] }
      for index in 0..<(size * size) { curvature.values[index] += part.curvature[index] }
    }
    for index in 0..<(size - 1) {
      value += 0.5 * penalty * parameters[index] * parameters[index]
      gradient[index] += penalty * parameters[index]
      curvature[index, index] += penalty
    }
  }

  var isFinite: Bool {
    value.isFinite && gradient.allSatisfy(\.isFinite) && curvature.values.allSatisfy(\.isFinite)
  }

  private static func part(_ blocks: ArraySlice<LogisticRows.Block>, _ parameters: [Double]) -> Part {
    let size = parameters.count
    var part = Part(
      gradient: [Double](repeating: 0, count: size), curvature: [Double](repeating: 0, count: size * size))
    for block in blocks {
      var residuals = block.columns.scores(parameters)
      var weights = residuals
      var product = 1.0
      for row in residuals.indices {
        let score = residuals[row]
        let happened = block.outcomes[row]
        let small = Exponential.of(-abs(score))
        let sum = 1 + small
        // ln(1 + e^−m) = max(−m, 0) + ln(1 + e^−|m|), and a sum of logarithms is one of their product; that of a block
        // stays below 2^256.
        product *= sum
        if (score > 0) != happened { part.value += abs(score) }
        let (near, far) = (1 / sum, small / sum)
        residuals[row] = happened ? -(score > 0 ? far : near) : (score > 0 ? near : far)
        weights[row] = near * far
      }
      part.value += Logarithm.of(product)
      block.columns.addProducts(with: residuals, to: &part.gradient)
      block.columns.addGram(weights: weights, to: &part.curvature)
    }
    return part
  }
}
