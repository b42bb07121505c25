import Computation

/// A small neural network for tables (multilayer perceptron): one or two hidden layers, and the log-odds of the event as
/// its output (Rumelhart, Hinton and Williams 1986).
///
/// Minimises Σ logistic loss + penalty · Σ weight² / 2 over weights (not biases) by L-BFGS over all rows, from a random
/// start. The minimum that it finds depends on that start: the same seed finds the same one. It can learn what a linear
/// model cannot, and on some thousand rows seldom does better than boosted trees; standardise the columns. Examples are
/// fitted in canonical order with fixed chunks: neither their order nor the workers change a bit.
/// O(n · parameters) for each iteration, of which there are some hundreds.
package struct MultilayerPerceptron: Sendable, Equatable {
  /// Units of the hidden layers; one layer or two.
  package let hidden: [Int]
  package let activation: PerceptronNetwork.Activation
  /// λ > 0, as for a logistic regression.
  package let penalty: Double
  /// See `LimitedMemoryBFGS`; the last digits of a network's loss are worth nothing.
  package let tolerance: Double
  package let maximumIterations: Int

  package init(
    hidden: [Int] = [8], activation: PerceptronNetwork.Activation = .hyperbolicTangent, penalty: Double = 1,
    tolerance: Double = 1e-5, maximumIterations: Int = 5_000
  ) {
    self.hidden = hidden
    self.activation = activation
    self.penalty = penalty
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures`, `hyperparameter`, `tooLarge` and `notConverged`.
  package func fit(
    _ examples: Examples, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    guard (1...2).contains(hidden.count), hidden.allSatisfy({ $0 >= 1 }) else {
      throw .hyperparameter(
        model: Fitted.name, name: "hidden", found: "\(hidden)", expected: "one or two layers of at least one unit")
    }
    for (value, name) in [(penalty, "penalty"), (tolerance, "tolerance")] {
      guard value > 0, value.isFinite else {
        throw .hyperparameter(model: Fitted.name, name: name, found: "\(value)", expected: "a number above 0")
      }
    }
    try Guard.positive(maximumIterations, "maximumIterations", model: Fitted.name)
    try examples.check(for: Fitted.name)
    let network = PerceptronNetwork(sizes: [examples.features.columns] + hidden + [1], activation: activation)
    let loss = PerceptronLoss(network, examples, order: examples.canonicalOrder, penalty: penalty, on: workers)
    let search = LimitedMemoryBFGS(tolerance: tolerance, maximumIterations: maximumIterations)
    let found: Minimum
    do {
      found = try search.minimise(from: network.start(using: generator)) {
        loss.slope(at: $0, on: workers)
      }
    } catch .notSettled {
      throw .notConverged(model: Fitted.name, iterations: maximumIterations)
    } catch {
      throw .tooLarge(model: Fitted.name)
    }
    return Fitted(
      network: network, parameters: found.point, objective: found.value, iterations: found.iterations)
  }

  package struct Fitted: FittedClassifier {
    package static let name = "MultilayerPerceptron"
    package static let version = 1

    package let network: PerceptronNetwork
    let parameters: [Double]
    /// The penalised loss that was reached, in nats.
    package let objective: Double
    package let iterations: Int

    private enum CodingKeys: String, CodingKey { case network, parameters, objective, iterations }

    init(network: PerceptronNetwork, parameters: [Double], objective: Double, iterations: Int) {
      self.network = network
      self.parameters = parameters
      self.objective = objective
      self.iterations = iterations
    }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      network = try container.decode(PerceptronNetwork.self, forKey: .network)
      parameters = try container.decode([Double].self, forKey: .parameters)
      objective = try container.decode(Double.self, forKey: .objective)
      iterations = try container.decode(Int.self, forKey: .iterations)
      guard network.sizes.count >= 2, network.sizes.allSatisfy({ (1...1_000_000).contains($0) }),
        network.sizes.last == 1, parameters.count == network.parameterCount
      else {
        throw DecodingError.dataCorruptedError(
          forKey: .parameters, in: container, debugDescription: "network and number of parameters differ")
      }
    }

    /// Throws `columns`, `notFinite`, and `tooLarge` when a sum overflows.
    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try Guard.columns(rows, expected: network.sizes[0], model: Self.name)
      try Guard.finite(rows, model: Self.name)
      var pass = PerceptronPass(network, parameters)
      var scores: [Double] = []
      for start in stride(from: 0, to: rows.rows, by: PerceptronPass.blockRows) {
        let block = ColumnBlock(rows, rows: Array(start..<min(start + PerceptronPass.blockRows, rows.rows)))
        let lanes = pass.scores(block)
        for row in 0..<block.rows { scores.append(lanes[row / 4][row % 4]) }
      }
      guard scores.allSatisfy({ !$0.isNaN }) else { throw .tooLarge(model: Self.name) }
      return scores.map { Exponential.logistic($0) }
    }
  }
}
