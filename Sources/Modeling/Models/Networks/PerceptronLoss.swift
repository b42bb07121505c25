import Computation

/// The penalised logistic loss of a network with its gradient.
struct PerceptronLoss: Sendable {
  private let network: PerceptronNetwork
  private let penalty: Double
  private let isWeight: [Bool]

  init(_ network: PerceptronNetwork, penalty: Double) {
    self.network = network
    self.penalty = penalty
    isWeight = network.weightFlags
  }

  func slope(_ examples: Examples, at parameters: [Double], on workers: Workers) -> Slope {
    let parts = workers.map(examples.count, chunksOf: 512) { range in
      var part = Slope(value: 0, gradient: [Double](repeating: 0, count: parameters.count))
      for row in range {
        let layers = network.forward(examples.features.row(row), parameters)
        let score = layers[layers.count - 1][0]
        let happened = examples.outcomes[row]
        part.value += Logarithm.ofOnePlusExponential(happened ? -score : score)
        let residual = Exponential.logistic(score) - (happened ? 1 : 0)
        network.addGradient(residual, layers, parameters, to: &part.gradient)
      }
      return part
    }
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
}
