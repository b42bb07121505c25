import Computation

extension ImplicitFactorisation {
  package struct Fitted: FittedModel {
    package static let name = "ImplicitFactorisation"
    package static let version = 1

    package let users: [String]
    package let items: [String]
    /// users × factors.
    package let userFactors: Matrix
    /// items × factors.
    package let itemFactors: Matrix
    package let confidence: Double
    package let penalty: Double
    /// After each half step, users first; never rising.
    package let objectives: [Double]

    /// How much the user is expected to want each item, about 0…1, in the order of `items`; nil for an unknown user.
    package func scores(of user: String) -> [Double]? {
      guard let row = users.firstIndex(of: user) else { return nil }
      return scores(Array(userFactors.row(row)))
    }

    /// The same for somebody with this history, known or not: the factors are solved anew, the items stay as they are.
    /// Items that were not there in training are left out. Throws `outOfRange` or `notFinite` with the entry as row,
    /// and `singular`.
    package func scores(ofHistory history: [(item: String, count: Double)]) throws(FitProblem) -> [Double] {
      var places: [Int32] = []
      var counts: [Double] = []
      for (index, entry) in history.enumerated() {
        guard entry.count.isFinite else { throw .notFinite(model: Self.name, row: index, column: 1) }
        guard (0...1e12).contains(entry.count) else { throw .outOfRange(model: Self.name, row: index, column: 1) }
        guard entry.count > 0, let place = items.firstIndex(of: entry.item) else { continue }
        places.append(Int32(place))
        counts.append(entry.count)
      }
      do throws(ComputationProblem) {
        let solver = FactorSolver(itemFactors, confidence: confidence, penalty: penalty)
        return scores(try solver.factors(places, counts))
      } catch {
        throw .singular(model: Self.name, cause: error)
      }
    }

    private func scores(_ factors: [Double]) -> [Double] {
      (0..<items.count).map { item in
        zip(factors, itemFactors.row(item)).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
  }
}
