import Computation

/// A network at work on blocks of rows, four rows to a vector: forward to the values of all units, and back to the
/// derivatives of a loss by the parameters (back-propagation: Rumelhart, Hinton and Williams 1986).
struct PerceptronPass {
  typealias Lanes = SIMD4<Double>

  /// Rows to a block, so that the values of all units stay in the first-level cache.
  static let blockRows = 128

  private let network: PerceptronNetwork
  private let parameters: [Double]
  /// For each layer after the first the values of its units, column-major, one column of zeros after an odd number.
  private var values: [[Lanes]]
  /// And the loss's derivatives by what goes into them.
  private var slopes: [[Lanes]]

  init(_ network: PerceptronNetwork, _ parameters: [Double]) {
    self.network = network
    self.parameters = parameters
    values = network.sizes.dropFirst().map { units in
      [Lanes](repeating: .zero, count: (units + units % 2) * Self.blockRows / 4)
    }
    slopes = values
  }

  /// The log-odds of each row of the block.
  mutating func scores(_ block: ColumnBlock) -> [Lanes] {
    precondition(block.rows <= Self.blockRows && block.columns == network.sizes[0], "a block made for this network")
    let groups = block.groups
    var offset = 0
    for layer in values.indices {
      let (inputs, units) = (network.sizes[layer], network.sizes[layer + 1])
      var next = values[layer]
      let from = layer == 0 ? block.values : values[layer - 1]
      parameters.withUnsafeBufferPointer { parameters in
        next.withUnsafeMutableBufferPointer { next in
          from.withUnsafeBufferPointer { from in
            guard let parameters = parameters.baseAddress, let next = next.baseAddress, let from = from.baseAddress
            else { return }
            for unit in 0..<units {
              let sums = next + unit * groups
              sums.update(repeating: Lanes(repeating: parameters[offset + inputs * units + unit]), count: groups)
              LaneProducts.add(
                from, count: inputs, weights: parameters + offset + unit, stride: units, to: sums, groups)
            }
            if layer < values.count - 1 {
              network.activation.apply(to: UnsafeMutableBufferPointer(start: next, count: units * groups))
            }
          }
        }
      }
      values[layer] = next
      offset += (inputs + 1) * units
    }
    return Array(values[values.count - 1][..<groups])
  }

  /// Adds the derivatives by the parameters to `gradient`, given those by the scores of the block whose scores were asked
  /// for last.
  mutating func addGradient(_ outputSlopes: [Lanes], _ block: ColumnBlock, to gradient: inout [Double]) {
    let groups = block.groups
    var end = parameters.count
    slopes[slopes.count - 1].replaceSubrange(..<groups, with: outputSlopes)
    for layer in values.indices.reversed() {
      let (inputs, units) = (network.sizes[layer], network.sizes[layer + 1])
      let bias = end - units
      let offset = bias - inputs * units
      let from = layer == 0 ? block.values : values[layer - 1]
      addProducts(from, inputs, slopes[layer], units, groups, to: &gradient, at: offset)
      for unit in 0..<units {
        var sum = Lanes.zero
        for group in 0..<groups { sum += slopes[layer][unit * groups + group] }
        gradient[bias + unit] += sum.sum()
      }
      if layer > 0 { slopes[layer - 1] = pulledBack(layer, offset, groups) }
      end = offset
    }
  }

  /// Σ over rows of input times slope, for each input and unit.
  private func addProducts(
    _ from: [Lanes], _ inputs: Int, _ slopes: [Lanes], _ units: Int, _ groups: Int, to gradient: inout [Double],
    at offset: Int
  ) {
    from.withUnsafeBufferPointer { from in
      slopes.withUnsafeBufferPointer { slopes in
        guard let from = from.baseAddress, let slopes = slopes.baseAddress else { return }
        for input in stride(from: 0, to: inputs, by: 2) {
          for unit in stride(from: 0, to: units, by: 2) {
            let tile = LaneProducts.square(from + input * groups, slopes + unit * groups, groups)
            for place in 0..<4 where input + place / 2 < inputs && unit + place % 2 < units {
              gradient[offset + (input + place / 2) * units + unit + place % 2] += tile[place]
            }
          }
        }
      }
    }
  }

  /// The derivatives by what goes into the units of the layer before.
  private func pulledBack(_ layer: Int, _ offset: Int, _ groups: Int) -> [Lanes] {
    let (inputs, units) = (network.sizes[layer], network.sizes[layer + 1])
    var before = [Lanes](repeating: .zero, count: slopes[layer - 1].count)
    before.withUnsafeMutableBufferPointer { before in
      slopes[layer].withUnsafeBufferPointer { slopes in
        parameters.withUnsafeBufferPointer { parameters in
          guard let before = before.baseAddress, let slopes = slopes.baseAddress,
            let parameters = parameters.baseAddress
          else { return }
          for input in 0..<inputs {
            LaneProducts.add(
              slopes, count: units, weights: parameters + offset + input * units, stride: 1,
              to: before + input * groups, groups)
          }
          network.activation.scale(
            UnsafeMutableBufferPointer(start: before, count: inputs * groups), at: values[layer - 1])
        }
      }
    }
    return before
  }
}
