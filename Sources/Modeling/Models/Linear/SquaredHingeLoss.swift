import Computation

/// The squared hinge loss Σ max(0, 1 − m)² of margins m with a penalty on squares of all parameters, with its gradient and
/// its generalised Hessian at one point; the intercept comes last.
struct SquaredHingeLoss: Sendable {
  private(set) var value: Double
  private(set) var gradient: [Double]
  /// Lower triangle.
  private(set) var curvature: Matrix
  /// Examples with m < 1, and the sums of 1 − m over them and of its square.
  private(set) var active = 0
  private(set) var short = 0.0
  private(set) var squares = 0.0

  private struct Part: Sendable {
    var active = 0
    var short = SIMD4<Double>.zero
    var squares = SIMD4<Double>.zero
    var gradient: [Double]
    var curvature: [Double]
  }

  /// - Parameter penalty: of |θ|² / 2.
  init(_ examples: ExampleBlocks, at parameters: [Double], penalty: Double, on workers: Workers) {
    let size = parameters.count
    let parts = workers.map(examples.blocks.count, chunksOf: 8) { Self.part(examples.blocks[$0], parameters) }
    gradient = [Double](repeating: 0, count: size)
    curvature = Matrix(rows: size, columns: size)
    for part in parts {
      active += part.active
      short += part.short.sum()
      squares += part.squares.sum()
      for index in 0..<size { gradient[index] += part.gradient[index] }
      for index in 0..<(size * size) { curvature.values[index] += part.curvature[index] }
    }
    value = squares
    for index in 0..<size {
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
      var slopes = block.columns.scores(parameters)
      var weights = slopes
      for group in slopes.indices {
        let sign = block.signs[group]
        let short = sign * sign - sign * slopes[group]
        // False past the last row, where it is 0.
        let isActive = short .> 0
        let size = SIMD4.zero.replacing(with: short, where: isActive)
        part.short += size
        part.squares += size * size
        slopes[group] = -2 * sign * size
        weights[group] = SIMD4.zero.replacing(with: 2, where: isActive)
        for lane in 0..<4 where isActive[lane] { part.active += 1 }
      }
      block.columns.addProducts(with: slopes, to: &part.gradient)
      block.columns.addGram(weights: weights, to: &part.curvature)
    }
    return part
  }
}
