import Computation
import Modeling

extension ModelContractTests {
  static let treeCases: [Case] = [
    regressor("DecisionTree, regression") { examples, _ in try DecisionTree().fit(examples) },
    regressor("RandomForest, regression") { examples, workers in
      try RandomForest(trees: 10).fit(examples, using: SeededGenerator(seed: 1), on: workers)
    },
    regressor("BoostedTrees, regression") { examples, workers in
      try BoostedTrees(rounds: 10).fit(examples, on: workers)
    },
    Case(testDescription: "TunedBoosting") { examples, asked, seed, workers in
      let fitted = try TunedBoosting(folds: 3).fit(
        examples, validation: examples, using: SeededGenerator(seed: seed), on: workers)
      return try outcome(fitted) { try $0.probabilities(asked) }
    },
    classifier("BoostedTrees, monotone") { examples, workers in
      try BoostedTrees(rounds: 10, monotone: [1, 0]).fit(examples, on: workers)
    },
  ]
}
