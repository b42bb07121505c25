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

    func value(_ z: Double) -> Double {
      switch self {
      case .rectifier: return max(0, z)
      case .hyperbolicTangent:
        let e = Exponential.of(-2 * abs(z))
        let size = (1 - e) / (1 + e)
        return z < 0 ? -size : size
      }
    }

    /// The derivative where the unit gave `value`.
    func slope(_ value: Double) -> Double {
      switch self {
      case .rectifier: value > 0 ? 1 : 0
      case .hyperbolicTangent: 1 - value * value
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

  /// The values of every layer's units for one row, the row itself first; the output is a log-odds.
  func forward(_ row: some Sequence<Double>, _ parameters: [Double]) -> [[Double]] {
    var layers = [Array(row)]
    var offset = 0
    for layer in 1..<sizes.count {
      let (inputs, units) = (sizes[layer - 1], sizes[layer])
      let bias = offset + inputs * units
      var sums = Array(parameters[bias..<(bias + units)])
      parameters.withUnsafeBufferPointer { parameters in
        for (input, value) in layers[layer - 1].enumerated() where value != 0 {
          let start = offset + input * units
          for unit in 0..<units { sums[unit] += value * parameters[start + unit] }
        }
      }
      if layer < sizes.count - 1 { for unit in 0..<units { sums[unit] = activation.value(sums[unit]) } }
      layers.append(sums)
      offset = bias + units
    }
    return layers
  }

  /// Adds to `gradient` the derivatives of a loss by the parameters, given that by the output (back-propagation:
  /// Rumelhart, Hinton and Williams 1986).
  func addGradient(_ outputSlope: Double, _ layers: [[Double]], _ parameters: [Double], to gradient: inout [Double]) {
    var slopes = [outputSlope]
    var end = parameters.count
    for layer in stride(from: sizes.count - 1, through: 1, by: -1) {
      let (inputs, units) = (sizes[layer - 1], sizes[layer])
      let bias = end - units
      let offset = bias - inputs * units
      let values = layers[layer - 1]
      gradient.withUnsafeMutableBufferPointer { gradient in
        for unit in 0..<units { gradient[bias + unit] += slopes[unit] }
        for input in 0..<inputs where values[input] != 0 {
          let start = offset + input * units
          for unit in 0..<units { gradient[start + unit] += values[input] * slopes[unit] }
        }
      }
      if layer > 1 {
        var before = [Double](repeating: 0, count: inputs)
        for input in 0..<inputs {
          var sum = 0.0
          for unit in 0..<units { sum += parameters[offset + input * units + unit] * slopes[unit] }
          before[input] = sum * activation.slope(values[input])
        }
        slopes = before
      }
      end = offset
    }
  }
}
