import Modeling
import Vocabulary

/// What became of predictions whose whole horizon lies within the orders that are known.
struct PredictionGrades {
  let histories: [PurchaseHistory]
  let customers: NamedCustomers
  /// Up to which day orders are known.
  let knownUpTo: Day?

  static let level = 0.95

  func outcome(of prediction: Prediction) -> Retrospect.Outcome? {
    guard let knownUpTo, prediction.due <= knownUpTo else { return nil }
    func isActive(_ history: PurchaseHistory) -> Bool {
      ChurnLabel.isActive(history, asOf: prediction.asOf, horizon: prediction.horizonDays)
    }
    let active = histories.filter(isActive)
    func left(_ customers: [PurchaseHistory]) -> Int {
      customers.count { ChurnLabel.left($0, after: prediction.asOf, within: prediction.horizonDays) }
    }
    switch prediction.kind {
    case .leavers:
      guard !active.isEmpty else { return nil }
      let gone = left(active)
      return Retrospect.Outcome(
        customers: active.count, left: gone, standing: standing(of: gone, among: active.count, prediction))
    case .listedLeavers:
      let listed = customers.of(prediction).filter(isActive)
      guard !listed.isEmpty else { return nil }
      let names = Set(listed.map(\.customerID))
      let others = active.filter { !names.contains($0.customerID) }
      let gone = left(listed)
      let interval = WilsonInterval.of(hits: gone, trials: listed.count, level: Self.level)
      return Retrospect.Outcome(
        customers: listed.count, left: gone, standing: standing(of: gone, among: listed.count, prediction),
        share: Estimate(
          Double(gone) / Double(listed.count), low: interval.lower, high: interval.upper, level: Self.level,
          sampleSize: listed.count),
        others: others.isEmpty ? nil : Retrospect.Others(customers: others.count, left: left(others)))
    }
  }

  /// By shares: customers may have been joined or restated since, so that there are more or fewer of them.
  private func standing(of left: Int, among customers: Int, _ prediction: Prediction) -> Retrospect.Standing {
    let share = Double(left) / Double(customers)
    let all = Double(max(1, prediction.customers))
    let (low, high) = (prediction.expected.low, prediction.expected.high)
    if let low, share < low / all { return .below }
    if let high, share > high / all { return .above }
    return .within
  }
}
