import Computation
import Modeling

extension ModelContractTests {
  static let survivalCases: [Case] = CoxRegression.Ties.allCases.map { ties in
    Case(testDescription: "CoxRegression \(ties)") { examples, asked, _, _ in
      // Durations that come from the rows themselves, so that shuffled rows keep theirs; many are tied.
      let durations = (0..<examples.count).map { row in
        let first = examples.features[row, 0]
        return first.isFinite ? (abs(first) * 20).rounded() : 0
      }
      let times = try SurvivalTimes(durations: durations, events: examples.outcomes)
      return try outcome(try CoxRegression(ties: ties).fit(examples.features, times)) {
        try $0.logHazards(asked)
      }
    }
  }
}
