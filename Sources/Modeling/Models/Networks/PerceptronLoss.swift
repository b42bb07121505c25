import Computation

/// The penalised logistic loss of a network on examples, with its gradient.
struct PerceptronLoss: Sendable {
  private let network: PerceptronNetwork
  private let examples: ExampleBlocks
  private let penalty: Double
  private let isWeight: [Bool]

  /// The examples at `order`, in that order.
  init(_ network: PerceptronNetwork, _ examples: Examples, order: [Int], penalty: Double, on workers: Workers) {
    self.network = network
    self.examples = ExampleBlocks(
      examples, order: order, blockRows: PerceptronPass.blockRows, appendingOnes: false, on: workers)
    self.penalty = penalty
    isWeight = network.weightFlags
  }

  func slope(at parameters: [Double], on workers: Workers) -> Slope {
    let parts = workers.map(examples.blocks.count, chunksOf: 4) { part(examples.blocks[$0], parameters) }
    var sum = Slope(value: 0, gradient: [Double](repeating: 0, count: parameters.count))
    for part in parts {
      sum.value += part.value
      for index in sum.gradient.indices { sum.gradient[index] += part.gradient[index] }
    }
    for index in parameters.indices where isWeight[index] {
      sum.value += 0.5 * penalty * parameters[index] * parameters[index]
      sum.gradient[index] += penalty * parameters[index]
    }
    return sum
  }

  private func part(_ blocks: ArraySlice<ExampleBlocks.Block>, _ parameters: [Double]) -> Slope {
    var part = Slope(value: 0, gradient: [Double](repeating: 0, count: parameters.count))
    var pass = PerceptronPass(network, parameters)
    for block in blocks {
      let lanes = LogisticLanes(scores: pass.scores(block.columns), signs: block.signs)
      part.value += lanes.value
      pass.addGradient(lanes.slopes, block.columns, to: &part.gradient)
    }
    return part
  }
}
