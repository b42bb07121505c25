import Computation
import Modeling

extension ModelContractTests {
  static let linearCases: [Case] = [
    regressor("LinearRegression") { examples, _ in try LinearRegression().fit(examples) },
    regressor("RidgeRegression") { examples, workers in try RidgeRegression().fit(examples, on: workers) },
    regressor("ElasticNet") { examples, workers in
      try ElasticNet(penalty: 0.1, share: 0.5).fit(examples, on: workers)
    },
    classifier("LogisticRegression, lasso") { examples, workers in
      try LogisticRegression(penalty: 20, share: 1).fit(examples, on: workers)
    },
    machine(.squaredHinge), machine(.hinge),
    Case(testDescription: "CalibratedSupportVectorMachine") { examples, asked, seed, workers in
      let machine = CalibratedSupportVectorMachine(machine: LinearSupportVectorMachine(tolerance: 1e-3), folds: 3)
      let fitted = try machine.fit(examples, using: SeededGenerator(seed: seed), on: workers)
      return try outcome(fitted) { try $0.probabilities(asked) }
    },
    Case(testDescription: "MultilayerPerceptron") { examples, asked, seed, workers in
      let network = MultilayerPerceptron(hidden: [3], tolerance: 1e-3)
      let fitted = try network.fit(examples, using: SeededGenerator(seed: seed), on: workers)
      return try outcome(fitted) { try $0.probabilities(asked) }
    },
  ]

  static func machine(_ loss: LinearSupportVectorMachine.Loss) -> Case {
    Case(testDescription: "LinearSupportVectorMachine \(loss)") { examples, asked, seed, workers in
      let machine = LinearSupportVectorMachine(loss: loss, tolerance: 1e-3)
      let fitted = try machine.fit(examples, using: SeededGenerator(seed: seed), on: workers)
      return try outcome(fitted) { try $0.scores(asked) }
    }
  }
}
