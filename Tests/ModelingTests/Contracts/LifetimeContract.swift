import Computation
import Modeling

extension ModelContractTests {
  static let lifetimeCases: [Case] = [
    purchases("BG/NBD") { try BetaGeometricNBD().fit($0, on: $1) },
    purchases("MBG/NBD") { try BetaGeometricNBD(.afterAnyPurchase).fit($0, on: $1) },
    purchases("Pareto/NBD") { try ParetoNBD().fit($0, on: $1) },
    Case(testDescription: "GammaGamma") { examples, asked, _, workers in
      let (x, m) = try spending(examples.features)
      let fitted = try GammaGamma().fit(frequency: x, meanValue: m, on: workers)
      let (askedX, askedM) = try spending(asked)
      return try outcome(fitted) { model in
        guard (askedX + askedM).allSatisfy({ $0.isFinite }) else {
          throw FitProblem.notFinite(model: GammaGamma.Fitted.name, row: 0, column: 1)
        }
        return zip(askedX, askedM).map { model.expectedValue(frequency: $0, meanValue: $1) }
      }
    },
  ]

  private static func purchases<Model: FittedPurchaseModel>(
    _ name: String, fit: @escaping @Sendable (PurchaseHistories, Workers) throws -> Model
  ) -> Case {
    Case(testDescription: name) { examples, asked, _, workers in
      let fitted = try fit(try histories(examples.features), workers)
      return try outcome(fitted) { $0.expected(in: 10, try histories(asked), on: workers) }
    }
  }

  /// Each row seeds a customer of its own, so that shuffled rows keep theirs.
  private static func histories(_ rows: Matrix) throws -> PurchaseHistories {
    try columns(rows)
    var (frequency, recency, age): ([Double], [Double], [Double]) = ([], [], [])
    for row in 0..<rows.rows {
      let (first, second) = (rows[row, 0], rows[row, 1])
      let seed = first.bitPattern ^ (second.bitPattern &* 31)
      let drawn = try SimulatedPurchases.pareto(1, [0.8, 6, 0.7, 9], seed: seed)
      frequency.append(first.isFinite ? drawn.frequency[0] : first)
      recency.append(second.isFinite ? drawn.recency[0] : second)
      age.append(drawn.age[0])
    }
    return try PurchaseHistories(frequency: frequency, recency: recency, age: age)
  }

  private static func spending(_ rows: Matrix) throws -> (frequency: [Double], mean: [Double]) {
    try columns(rows)
    let frequency = (0..<rows.rows).map { rows[$0, 0].isFinite ? 1 + abs(rows[$0, 0]).rounded() : rows[$0, 0] }
    return (frequency, (0..<rows.rows).map { rows[$0, 1].isFinite ? Exponential.of(rows[$0, 1]) : rows[$0, 1] })
  }

  private static func columns(_ rows: Matrix) throws {
    guard rows.columns == 2 else { throw FitProblem.columns(model: "histories", found: rows.columns, expected: 2) }
  }
}
