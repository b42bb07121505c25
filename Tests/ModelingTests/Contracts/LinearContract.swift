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
  ]
}
