import Computation

/// A fitted model of customers who buy when they like and leave without saying so. Times are in the unit of the
/// histories it was fitted to.
package protocol FittedPurchaseModel: FittedModel {
  /// The paper's letters, in the order of `parameters`.
  static var parameterNames: [String] { get }
  var parameters: [Double] { get }
  /// From the observed information, in the order of `parameters`.
  var standardErrors: [Double] { get }
  /// Σ over customers, in nats.
  var logLikelihood: Double { get }

  /// The probability that a customer with this history has not left.
  func alive(frequency: Double, recency: Double, age: Double) -> Double
  /// The purchases expected of a customer with this history in the next `horizon`; 0 or more.
  func expected(in horizon: Double, frequency: Double, recency: Double, age: Double) -> Double
  /// The repeat purchases expected of a new customer in the first `horizon`.
  func expectedOfNewCustomer(in horizon: Double) -> Double
}

extension FittedPurchaseModel {
  /// One probability for each customer. O(n).
  package func alive(_ histories: PurchaseHistories, on workers: Workers = .one) -> [Double] {
    each(histories, workers) { alive(frequency: $0, recency: $1, age: $2) }
  }

  /// Purchases expected of each customer in the next `horizon` ≥ 0. O(n).
  package func expected(
    in horizon: Double, _ histories: PurchaseHistories, on workers: Workers = .one
  ) -> [Double] {
    precondition(horizon >= 0 && horizon.isFinite, "a horizon of 0 or more")
    return each(histories, workers) { expected(in: horizon, frequency: $0, recency: $1, age: $2) }
  }

  private func each(
    _ histories: PurchaseHistories, _ workers: Workers, _ figure: @Sendable (Double, Double, Double) -> Double
  ) -> [Double] {
    workers.map(histories.count, chunksOf: 4_096) { range in
      range.map { figure(histories.frequency[$0], histories.recency[$0], histories.age[$0]) }
    }.flatMap { $0 }
  }
}
