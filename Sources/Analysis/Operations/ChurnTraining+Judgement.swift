import Computation
import Modeling
import Vocabulary

extension ChurnTraining {
  /// Held-out figures of the score and its baseline.
  struct Judgement {
    var scores: [Double]
    var metrics: [ModelRun.Metric]
  }

  /// Names under which the figures of a candidate are stored: `LogisticRegression.auc`.
  package static func metricName(_ model: String, _ figure: String) -> String { model + "." + figure }
  package static let gainMetric = "gain.auc"
  package static let driverPrefix = "driver."

  func judge(_ model: ChurnModel, on test: Rows) throws -> Judgement {
    let scores = try model.probabilities(test.table)
    let baseline = try model.baseline(test.table)
    var metrics = try figures(of: scores, test.left, model: LogisticRegression.Fitted.name)
    metrics += try figures(of: baseline, test.left, model: RecencyRule.Fitted.name)
    metrics.append(try gain(of: scores, over: baseline, test.left))
    return Judgement(scores: scores, metrics: metrics)
  }

  private func figures(of scores: [Double], _ left: [Bool], model: String) throws -> [ModelRun.Metric] {
    let outcomes = try ScoredOutcomes(scores: scores, outcomes: left)
    let area = try AreaUnderCurve().estimate(of: outcomes)
    let interval = area.interval(level: 0.95)
    var metrics = [
      ModelRun.Metric(
        Self.metricName(model, "auc"), split: "test", value: area.area, low: interval?.lower, high: interval?.upper,
        sampleSize: left.count)
    ]
    metrics.append(try bootstrapped("logLoss", LogLoss(), outcomes, model))
    metrics.append(try bootstrapped("brier", BrierScore(), outcomes, model))
    metrics.append(
      try bootstrapped(
        "calibrationError", ExpectedCalibrationError(bins: 10, binning: .equalMass), outcomes, model, isDistance: true))
    return metrics
  }

  private func bootstrapped<M: Metric>(
    _ figure: String, _ metric: M, _ outcomes: ScoredOutcomes, _ model: String, isDistance: Bool = false
  ) throws -> ModelRun.Metric where M.Input == ScoredOutcomes {
    let name = Self.metricName(model, figure)
    let generator = SeededGenerator(seed: seed).split("churn " + name)
    let bootstrap = PercentileBootstrap(replicates: replicates)
    let statistic: @Sendable ([Int]) -> Double? = { rows in
      (try? outcomes.selecting(rows: rows)).flatMap { try? metric.value(of: $0) }
    }
    let interval =
      isDistance
      ? bootstrap.centredInterval(rows: outcomes.count, using: generator, statistic: statistic)
      : bootstrap.interval(rows: outcomes.count, using: generator, statistic: statistic)
    return ModelRun.Metric(
      name, split: "test", value: try metric.value(of: outcomes), low: interval?.lower, high: interval?.upper,
      sampleSize: outcomes.count)
  }

  /// Both models on the same resampled customers, so that what they share cancels.
  private func gain(of scores: [Double], over baseline: [Double], _ left: [Bool]) throws -> ModelRun.Metric {
    let ours = try ScoredOutcomes(scores: scores, outcomes: left)
    let theirs = try ScoredOutcomes(scores: baseline, outcomes: left)
    let area = AreaUnderCurve()
    let interval = PercentileBootstrap(replicates: replicates).interval(
      rows: left.count, using: SeededGenerator(seed: seed).split("churn gain")
    ) { rows in
      guard let a = try? area.value(of: ours.selecting(rows: rows)),
        let b = try? area.value(of: theirs.selecting(rows: rows))
      else { return nil }
      return a - b
    }
    return ModelRun.Metric(
      Self.gainMetric, split: "test", value: try area.value(of: ours) - area.value(of: theirs), low: interval?.lower,
      high: interval?.upper, sampleSize: left.count)
  }

  /// Weights with 95 % intervals that know that one customer stands in many rows.
  private func drivers(of model: ChurnModel, on rows: Rows) throws(FitProblem) -> [ModelRun.Metric] {
    let errors = try model.standardErrors(rows.table, rows.left, customers: rows.customers)
    let width = NormalDistribution.quantile(0.975)
    return model.encoder.sources.indices.map { index in
      let weight = model.logistic.weights[index]
      return ModelRun.Metric(
        Self.driverPrefix + model.encoder.sources[index].feature.name, split: "", value: weight,
        low: weight - width * errors[index], high: weight + width * errors[index], sampleSize: rows.left.count)
    }
  }

  func record(
    _ judged: Judgement, fitted: ChurnModel, on known: Rows, training: Rows, asOf: Day, first: Day, dataDigest: String
  ) throws(FitProblem) -> ModelRun {
    let drivers = try drivers(of: fitted, on: known)
    let window = DateWindow(day: first).union(DateWindow(day: asOf))
    var run = ModelRun(
      id: "", purpose: Self.purpose, model: LogisticRegression.Fitted.name,
      version: String(LogisticRegression.Fitted.version), seed: seed, asOf: asOf, window: window,
      rows: training.left.count, dataDigest: dataDigest, features: fitted.features.map(\.name),
      hyperparameters: [
        ModelRun.Setting("horizonDays", String(horizonDays)), ModelRun.Setting("penalty", String(penalty)),
        ModelRun.Setting("baseline", RecencyRule.Fitted.name),
      ],
      metrics: judged.metrics + drivers)
    run.id = run.digest
    return run
  }
}
