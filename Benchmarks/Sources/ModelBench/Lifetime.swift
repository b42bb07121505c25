import Computation
import Modeling

extension ModelBench {
  /// BG/NBD by maximum likelihood. Check: mean log-likelihood of a customer.
  static let lifetime = Work(name: "lifetime") { table, workers, watch in
    let (frequency, recency, age) = try (table.numbers("frequency"), table.numbers("recency"), table.numbers("age"))
    let fitted = try watch.time {
      try BetaGeometricNBD().fit(PurchaseHistories(frequency: frequency, recency: recency, age: age), on: workers)
    }
    return fitted.logLikelihood / Double(table.rows)
  }
}
