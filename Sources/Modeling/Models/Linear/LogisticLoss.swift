import Computation

/// The penalised logistic loss with its gradient and its Hessian at one point; the intercept comes last.
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

  init(_ examples: Examples, at parameters: [Double], penalty: Double, on workers: Workers) {
    let size = parameters.count
    let parts = workers.map(examples.count, chunksOf: 2_048) { Self.part($0, examples, parameters) }
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

  private static func part(_ range: Range<Int>, _ examples: Examples, _ parameters: [Double]) -> Part {
    let size = parameters.count
    let width = size - 1
    var part = Part(
      gradient: [Double](repeating: 0, count: size), curvature: [Double](repeating: 0, count: size * size))
    var row = [Double](repeating: 1, count: size)
    examples.features.values.withUnsafeBufferPointer { values in
      for index in range {
        var score = parameters[width]
        for column in 0..<width {
          row[column] = values[index * width + column]
          score += parameters[column] * row[column]
        }
        let happened = examples.outcomes[index]
        part.value += Logarithm.ofOnePlusExponential(happened ? -score : score)
        let probability = Exponential.logistic(score)
        let residual = probability - (happened ? 1 : 0)
        let weight = probability * (1 - probability)
        for i in 0..<size where row[i] != 0 {
          part.gradient[i] += residual * row[i]
          let weighted = weight * row[i]
          for j in 0...i { part.curvature[i * size + j] += weighted * row[j] }
        }
      }
    }
    return part
  }
}
