import Computation
import Modeling
import Vocabulary

/// Fits the churn score and its baseline, judges both on later customers' outcomes, and fits again on all outcomes
/// that are known for the scores of today.
///
/// Time rules the split. With horizon H and as-of day T the outcome of a day is known H days later, so the test day is
/// T − H; training days end at T − 2H, whose outcomes were known on the test day, and reach back from there. Nothing fitted sees a row after its day: encoder, weights and steps of the baseline come from training
/// days alone. Training days lie at least an eighth of a year apart, so that six of them see most of the seasons.
package struct ChurnTraining: Sendable {
  package static let purpose = "churn"
  package static let fewestRows = 200
  package static let fewestOfEither = 50
  package static let mostTrainingDays = 6
  static let fewestDaysApart = 45

  package let horizonDays: Int
  package let seed: UInt64
  package let penalty: Double
  package let replicates: Int

  package init(horizonDays: Int, seed: UInt64, penalty: Double = 1, replicates: Int = 1_000) {
    self.horizonDays = horizonDays
    self.seed = seed
    self.penalty = penalty
    self.replicates = replicates
  }

  /// Days whose outcomes were all known on the test day, newest first; those before any customer are left out.
  package func trainingDays(asOf: Day, first: Day) -> [Day] {
    let newest = asOf - 2 * horizonDays
    let step = max(horizonDays / 2, Self.fewestDaysApart)
    return (0..<Self.mostTrainingDays).map { newest - $0 * step }.filter { $0 > first + horizonDays }
  }

  /// Outcomes of two thirds of a year tell season from chance; fewer would carry one summer into every month.
  private func seesSeasons(_ days: [Day]) -> Bool {
    guard let newest = days.max(), let oldest = days.min() else { return false }
    return newest - oldest + horizonDays >= 240
  }

  /// Throws `FitProblem` from the models; returns what is missing where there is too little to learn or judge.
  package func train(
    _ histories: [PurchaseHistory], asOf: Day, dataDigest: String
  ) throws -> Insight<TrainedRun>.Outcome {
    guard let first = histories.compactMap({ $0.purchases.first?.day }).min() else {
      return .notEnough([Shortfall(.customers, have: 0, required: Self.fewestRows)])
    }
    let days = trainingDays(asOf: asOf, first: first)
    guard !days.isEmpty else {
      return .notEnough([Shortfall(.labelledPeriods, have: 0, required: 2)])
    }
    let training = try rows(of: histories, on: days)
    let test = try rows(of: histories, on: [asOf - horizonDays])
    if let shortfall = Self.shortfall(training) ?? Self.shortfall(test) { return .notEnough([shortfall]) }

    let fitted = try ChurnModel.fit(
      training.table, training.left, penalty: penalty, withSeason: seesSeasons(days))
    let judged = try judge(fitted, on: test)
    let known = [asOf - horizonDays] + days
    let everything = try rows(of: histories, on: known)
    let deployed = try ChurnModel.fit(
      everything.table, everything.left, penalty: penalty, withSeason: seesSeasons(known))
    let run = try record(
      judged, fitted: deployed, on: everything, training: training, asOf: asOf, first: days.last ?? asOf,
      dataDigest: dataDigest)
    let heldOut = test.customers.indices.map {
      TrainedRun.HeldOutScore(
        customerID: test.customers[$0], asOf: asOf - horizonDays, score: judged.scores[$0], left: test.left[$0])
    }
    return .found(
      TrainedRun(run: run, artefact: try ModelArchive.bytes(of: deployed), heldOut: heldOut, segments: []))
  }

  struct Rows {
    var table: FeatureTable
    var customers: [Int]
    var left: [Bool]
  }

  func rows(of histories: [PurchaseHistory], on days: [Day]) throws(ComputationProblem) -> Rows {
    let customers = days.flatMap { day in
      histories.filter { ChurnLabel.isActive($0, asOf: day, horizon: horizonDays) }
        .map { CustomerOnDay(history: $0, day: day) }
    }
    return Rows(
      table: try ChurnFeatures.table(customers, horizon: horizonDays), customers: customers.map(\.history.customerID),
      left: customers.map { ChurnLabel.left($0.history, after: $0.day, within: horizonDays) })
  }

  private static func shortfall(_ rows: Rows) -> Shortfall? {
    let leavers = rows.left.count { $0 }
    if rows.left.count < fewestRows {
      return Shortfall(.customers, have: rows.left.count, required: fewestRows)
    }
    if leavers < fewestOfEither { return Shortfall(.leavers, have: leavers, required: fewestOfEither) }
    let stayed = rows.left.count - leavers
    if stayed < fewestOfEither { return Shortfall(.repeatCustomers, have: stayed, required: fewestOfEither) }
    return nil
  }
}
