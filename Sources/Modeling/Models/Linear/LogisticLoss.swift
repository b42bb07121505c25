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
  init(_ rows: ExampleBlocks, at parameters: [Double], penalty: Double, on workers: Workers) {
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

  private static func part(_ blocks: ArraySlice<ExampleBlocks.Block>, _ parameters: [Double]) -> Part {
    let size = parameters.count
    var part = Part(
      gradient: [Double](repeating: 0, count: size), curvature: [Double](repeating: 0, count: size * size))
    for block in blocks {
      let lanes = LogisticLanes(scores: block.columns.scores(parameters), signs: block.signs)
      part.value += lanes.value
      block.columns.addProducts(with: lanes.slopes, to: &part.gradient)
      block.columns.addGram(weights: lanes.curvatures, to: &part.curvature)
    }
    return part
  }
}
