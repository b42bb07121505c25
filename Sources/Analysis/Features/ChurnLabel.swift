import Vocabulary

/// What "left" means where nobody cancels: no order within the horizon after the as-of day.
package enum ChurnLabel {
  package static let shortestHorizon = 30
  package static let longestHorizon = 180

  /// The shop's own rhythm: the gap within which three quarters of repeat orders come, in whole weeks, between 30 and
  /// 180 days. Nil with fewer than 50 gaps, since a rhythm cannot be read from a handful.
  package static func horizon(of histories: [PurchaseHistory]) -> Int? {
    let gaps = histories.flatMap(\.gaps).sorted()
    guard gaps.count >= 50 else { return nil }
    let quartile = gaps[(gaps.count * 3) / 4]
    let weeks = (quartile + 6) / 7
    return min(max(weeks * 7, shortestHorizon), longestHorizon)
  }

  package static func left(_ history: PurchaseHistory, after asOf: Day, within horizon: Int) -> Bool {
    !history.orders(from: asOf + 1, through: asOf + horizon)
  }

  /// Customers worth a score: they ordered within the last four horizons. Who has been silent for longer is gone
  /// already, and would make any score look good.
  package static func isActive(_ history: PurchaseHistory, asOf: Day, horizon: Int) -> Bool {
    history.orders(from: asOf - 4 * horizon + 1, through: asOf)
  }
}
