import Computation
import Modeling
import Vocabulary

/// Who is likely not to come back within the horizon, and how well can that be told? Scores with the stored model.
package enum ChurnAnalysis {
  package static let listLength = 25

  /// Throws `FitProblem` when the stored model cannot be read or does not fit the features of this build.
  package static func churn(of ledger: Ledger, trained: Insight<TrainedRun>.Outcome) throws -> Insight<Churn> {
    let trainedRun: TrainedRun
    switch trained {
    case .notEnough(let shortfalls): return Insight(.notEnough(shortfalls), caveats: ledger.caveats)
    case .found(let found): trainedRun = found
    }
    let run = trainedRun.run
    guard let horizon = run.setting("horizonDays").flatMap({ Int($0) }) else {
      return Insight(.notEnough([Shortfall(.labelledPeriods, have: 0, required: 1)]), caveats: ledger.caveats)
    }
    let model: ChurnModel = try ModelArchive.read(from: trainedRun.artefact)
    let active = ledger.histories.filter { ChurnLabel.isActive($0, asOf: ledger.asOf, horizon: horizon) }
      .map { CustomerOnDay(history: $0, day: ledger.asOf) }
    let table = try ChurnFeatures.table(active, horizon: horizon)
    let risks = try model.probabilities(table)
    let testDay = trainedRun.heldOut.first?.asOf ?? run.asOf
    let levelError = TrainedRun.HeldOutScore.meanError(trainedRun.heldOut)?.standardError ?? 0
    let finding = Churn(
      asOf: ledger.asOf, horizonDays: horizon, currency: ledger.currency, customers: active.count,
      expectedLeavers: expectedLeavers(risks, levelError: levelError), levelError: levelError,
      averageRisk: risks.reduce(0, +) / Double(max(risks.count, 1)),
      candidates: [candidate(run, LogisticRegression.Fitted.name), candidate(run, RecencyRule.Fitted.name)],
      chosen: LogisticRegression.Fitted.name, baseline: RecencyRule.Fitted.name,
      gain: estimate(run.metric(ChurnTraining.gainMetric)),
      testWindow: DateWindow(day: testDay + 1).union(DateWindow(day: testDay + horizon)), trainingRows: run.rows,
      testRows: trainedRun.heldOut.count, testLeavers: trainedRun.heldOut.count { $0.left }, drivers: drivers(run),
      riskList: try riskList(active, risks, model.contributions(table), features: model.encoder.sources))
    var caveats = ledger.caveats
    if let low = finding.gain.low, low <= 0 { caveats.append(.noGainOverBaseline) }
    return Insight(.found(finding), caveats: caveats, runID: run.id)
  }

  /// Σ p at 90 %, with variance Σ p(1 − p) + (n · level error)²: the luck of single customers, and a level of all scores
  /// that is known no better than the customers checked could tell.
  static func expectedLeavers(_ risks: [Double], levelError: Double) -> Estimate {
    let mean = risks.reduce(0, +)
    let shift = Double(risks.count) * levelError
    let variance = risks.reduce(shift * shift) { $0 + $1 * (1 - $1) }
    let half = NormalDistribution.quantile(0.95) * variance.squareRoot()
    return Estimate(
      mean, low: max(0, mean - half), high: min(Double(risks.count), mean + half), level: 0.9, sampleSize: risks.count)
  }

  private static func candidate(_ run: ModelRun, _ model: String) -> Churn.Candidate {
    func figure(_ name: String) -> Estimate { estimate(run.metric(ChurnTraining.metricName(model, name))) }
    return Churn.Candidate(
      model: model, auc: figure("auc"), logLoss: figure("logLoss"), brier: figure("brier"),
      calibrationError: figure("calibrationError"))
  }

  private static func estimate(_ metric: ModelRun.Metric?) -> Estimate {
    guard let metric else { return Estimate(.nan, level: 0.95, sampleSize: 0) }
    return Estimate(metric.value, low: metric.low, high: metric.high, level: 0.95, sampleSize: metric.sampleSize)
  }

  private static func drivers(_ run: ModelRun) -> [Churn.Driver] {
    run.metrics.filter { $0.name.hasPrefix(ChurnTraining.driverPrefix) }.map {
      Churn.Driver(feature: String($0.name.dropFirst(ChurnTraining.driverPrefix.count)), coefficient: estimate($0))
    }
    .sorted { abs($0.coefficient.value) > abs($1.coefficient.value) }
  }

  private static func riskList(
    _ customers: [CustomerOnDay], _ risks: [Double], _ contributions: Matrix, features: [TableEncoder.Source]
  ) -> [Churn.AtRisk] {
    let stakes = zip(customers, risks).map { $1 * yearlyRevenue($0) }
    let order = customers.indices.sorted {
      stakes[$0] != stakes[$1] ? stakes[$0] > stakes[$1] : customers[$0].history.email < customers[$1].history.email
    }
    return order.prefix(listLength).map { row in
      let known = customers[row].history.purchases.filter { $0.day <= customers[row].day }
      let raising = features.indices.filter { contributions[row, $0] > 0 }
        .sorted { contributions[row, $0] > contributions[row, $1] }
      return Churn.AtRisk(
        email: customers[row].history.email, probability: risks[row], yearlyRevenue: yearlyRevenue(customers[row]),
        orders: known.count, daysSinceOrder: customers[row].day - (known.last?.day ?? customers[row].day),
        reasons: raising.prefix(2).map { features[$0].feature.name })
    }
  }

  /// Net revenue of the last 365 days.
  private static func yearlyRevenue(_ customer: CustomerOnDay) -> Double {
    customer.history.purchases.filter { $0.day <= customer.day && customer.day - $0.day < 365 }
      .reduce(0) { $0 + Micros.double($1.netMicros) }
  }
}
