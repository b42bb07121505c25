import Computation

/// The shape of a network of fully connected layers with one output, and what it does with a list of its parameters.
///
/// The parameters of a layer are its weights, those of one input side by side, and then one bias for each unit.
package struct PerceptronNetwork: Codable, Equatable, Sendable {
  package enum Activation: String, Codable, Sendable, CaseIterable {
    /// tanh z.
    case hyperbolicTangent
    /// max(0, z).
    case rectifier

    /// From what goes into units to their values.
    func apply(to sums: UnsafeMutableBufferPointer<SIMD4<Double>>) {
      switch self {
      case .rectifier:
        for index in sums.indices { sums[index].replace(with: 0, where: sums[index] .< 0) }
      case .hyperbolicTangent:
        for index in sums.indices {
          let z = sums[index]
          let isNegative = z .< 0
          let e = Exponential.of(-2 * z.replacing(with: -z, where: isNegative))
          let size = (1 - e) / (1 + e)
          sums[index] = size.replacing(with: -size, where: isNegative)
        }
      }
    }

    /// Multiplies by the derivatives where units gave these values.
    func scale(_ slopes: UnsafeMutableBufferPointer<SIMD4<Double>>, at values: [SIMD4<Double>]) {
      switch self {
      case .rectifier:
        for index in slopes.indices { slopes[index].replace(with: 0, where: values[index] .<= 0) }
      case .hyperbolicTangent:
        for index in slopes.indices { slopes[index] *= 1 - values[index] * values[index] }
      }
    }
  }

  /// Units of each layer, from the columns to the one output.
  package let sizes: [Int]
  package let activation: Activation

  package var parameterCount: Int {
    (1..<sizes.count).reduce(0) { $0 + (sizes[$1 - 1] + 1) * sizes[$1] }
  }

  /// Whether each parameter is a weight (and not a bias).
  var weightFlags: [Bool] {
    (1..<sizes.count).flatMap { layer in
      [Bool](repeating: true, count: sizes[layer - 1] * sizes[layer]) + [Bool](repeating: false, count: sizes[layer])
    }
  }

  /// Weights uniform within ±√(6 / (inputs + outputs)), biases 0 (Glorot and Bengio 2010, equation 16).
  func start(using generator: SeededGenerator) -> [Double] {
    (1..<sizes.count).flatMap { layer in
      var stream = generator.split("layer \(layer)")
      let limit = (6 / Double(sizes[layer - 1] + sizes[layer])).squareRoot()
      let weights = (0..<(sizes[layer - 1] * sizes[layer])).map { _ in stream.uniform(in: -limit...limit) }
      return weights + [Double](repeating: 0, count: sizes[layer])
    }
  }
}
