import Computation

/// What is known of each customer's purchases: how many came after the first (x, frequency), when the last came (tₓ,
/// recency) and how long the customer has been watched (T, age), both counted from the first purchase, in one unit.
package struct PurchaseHistories: Sendable, Equatable {
  /// What is wrong with one customer's figures.
  package enum Damage: Sendable, Equatable {
    case fractionalFrequency
    case tooManyPurchases
    case recencyBeyondAge
    case recencyWithoutRepeat

    var description: String {
      switch self {
      case .fractionalFrequency:
        "found a frequency that is no whole number; expected the count of purchases after the first; count again"
      case .tooManyPurchases:
        "found a frequency above \(PurchaseHistories.mostPurchases); expected a person's purchases; check the columns"
      case .recencyBeyondAge:
        "found a recency above the age; expected the last purchase no later than the end of watching; "
          + "check that both are counted from the first purchase, in the same unit"
      case .recencyWithoutRepeat:
        "found a recency with frequency 0; expected 0 where there was one purchase; check the columns"
      }
    }
  }

  package static let mostPurchases = 1_000_000.0

  /// x: whole numbers, 0 or more.
  package let frequency: [Double]
  /// tₓ: 0 ≤ tₓ ≤ T, 0 where x is 0.
  package let recency: [Double]
  /// T: 0 or more.
  package let age: [Double]

  /// Throws `noRows`, `lengths`, `notFinite`, `negative` or `purchaseHistory`; columns are numbered frequency 0,
  /// recency 1, age 2.
  package init(frequency: [Double], recency: [Double], age: [Double]) throws(FitProblem) {
    let model = "PurchaseHistories"
    guard !frequency.isEmpty else { throw .noRows(model: model) }
    for column in [recency, age] where column.count != frequency.count {
      throw .lengths(model: model, found: column.count, expected: frequency.count)
    }
    for (column, values) in [frequency, recency, age].enumerated() {
      if let row = values.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(model: model, row: row, column: column)
      }
      if let row = values.firstIndex(where: { $0 < 0 }) { throw .negative(model: model, row: row, column: column) }
    }
    for row in frequency.indices {
      guard let damage = Self.damage(frequency[row], recency[row], age[row]) else { continue }
      throw .purchaseHistory(model: model, row: row, damage: damage)
    }
    self.frequency = frequency
    self.recency = recency
    self.age = age
  }

  private static func damage(_ x: Double, _ recency: Double, _ age: Double) -> Damage? {
    if x > mostPurchases { return .tooManyPurchases }
    if x != x.rounded() { return .fractionalFrequency }
    if x == 0, recency > 0 { return .recencyWithoutRepeat }
    return recency > age ? .recencyBeyondAge : nil
  }

  package var count: Int { frequency.count }
}
