import Computation
import Modeling
import Vocabulary

/// Does the score mean what it says, overall and for each group, on outcomes it was not trained on?
package enum TrustAnalysis {
  package static let level = 0.95
  package static let tolerance = 0.05
  package static let threshold = 0.5
  /// Fewer leavers than this in a slice are too few to say.
  package static let fewestLeavers = 50

  /// Throws `MetricProblem` when the stored scores are damaged.
  package static func trust(
    of ledger: Ledger, trained: Insight<TrainedRun>.Outcome, using generator: SeededGenerator,
    on workers: Workers = .one
  ) throws -> Insight<Trust> {
    let trainedRun: TrainedRun
    switch trained {
    case .notEnough(let shortfalls): return Insight(.notEnough(shortfalls), caveats: ledger.caveats)
    case .found(let found): trainedRun = found
    }
    let run = trainedRun.run
    guard let testDay = trainedRun.heldOut.first?.asOf else {
      return Insight(.notEnough([Shortfall(.outcomes, have: 0, required: ChurnTraining.fewestRows)]))
    }
    let scored = scored(trainedRun, ledger)
    let outcomes = try ScoredOutcomes(scores: scored.map(\.0.score), outcomes: scored.map(\.0.left))
    let reliability = try reliability(outcomes, using: generator.split("reliability"), on: workers)
    let slices = sliceGroups(scored, testDay: testDay)
    let calibration = run.metric(ChurnTraining.metricName(run.model, "calibrationError"))
    let finding = Trust(
      model: run.model, horizonDays: run.setting("horizonDays").flatMap { Int($0) } ?? 0, testDay: testDay,
      customers: outcomes.count, leavers: outcomes.positives, reliability: reliability,
      calibrationError: Estimate(
        calibration?.value ?? .nan, low: calibration?.low, high: calibration?.high, level: level,
        sampleSize: outcomes.count),
      slices: slices, overall: figures(scored.map(\.0)), tolerance: tolerance, threshold: threshold)
    let compared = slices.reduce(0) { sum, group in sum + group.slices.count { $0.figures != nil } }
    var caveats = ledger.caveats + [.manyComparisons(compared)]
    if !reliability.bandHoldsDiagonal { caveats.append(.miscalibrated(pValue: reliability.pValue)) }
    return Insight(.found(finding), caveats: caveats, runID: run.id)
  }

  /// What holds for all and for each group, without what holds for the levels of the score.
  static func slices(
    of ledger: Ledger, trained run: TrainedRun
  ) -> (overall: Trust.SliceFigures, groups: [Trust.SliceGroup])? {
    guard let testDay = run.heldOut.first?.asOf else { return nil }
    let scored = scored(run, ledger)
    return (figures(scored.map(\.0)), sliceGroups(scored, testDay: testDay))
  }

  /// By customer rather than by load order, so that ties in the bootstrap fall the same way in each build.
  private static func scored(_ run: TrainedRun, _ ledger: Ledger) -> [Scored] {
    let histories = Dictionary(ledger.histories.map { ($0.customerID, $0) }) { first, _ in first }
    return run.heldOut.compactMap { row in histories[row.customerID].map { (row, $0) } }
      .sorted { $0.1.email < $1.1.email }
  }

  private static func reliability(
    _ outcomes: ScoredOutcomes, using generator: SeededGenerator, on workers: Workers
  ) throws -> Trust.Reliability {
    let band = ConsistencyBand()
    let measured = try band.measure(outcomes, using: generator, on: workers)
    let curve = try ReliabilityCurve(outcomes)
    let parts = curve.decomposition
    let counts = (0..<20).map { bin in
      outcomes.scores.count { min(Int($0 * 20), 19) == bin }
    }
    return Trust.Reliability(
      steps: curve.blocks.map {
        Trust.Step(from: $0.low, to: $0.high, observed: $0.mean, customers: Int($0.weight))
      },
      band: measured.points.map {
        Trust.BandPoint(score: $0.score, low: $0.pointwise.lower, high: $0.pointwise.upper)
      },
      countsByTwentieth: counts, miscalibration: parts.miscalibration, discrimination: parts.discrimination,
      uncertainty: parts.uncertainty, brier: parts.score, bandLevel: band.pointwiseLevel, pValue: measured.pValue,
      bandHoldsDiagonal: measured.holds)
  }

  private typealias Scored = (TrainedRun.HeldOutScore, PurchaseHistory)

  private static func sliceGroups(_ scored: [Scored], testDay: Day) -> [Trust.SliceGroup] {
    let overall = figures(scored.map(\.0))
    return Trust.Dimension.allCases.map { dimension in
      let groups = Dictionary(grouping: scored) { name(of: $0.1, in: dimension, testDay: testDay) }
      let slices = groups.map { name, members in slice(name, members.map(\.0), overall: overall) }
      return Trust.SliceGroup(
        dimension: dimension,
        slices: slices.sorted { $0.customers != $1.customers ? $0.customers > $1.customers : $0.name < $1.name })
    }
  }

  private static func name(of history: PurchaseHistory, in dimension: Trust.Dimension, testDay: Day) -> String {
    switch dimension {
    case .channel: return (history.channel ?? .unknown).label
    case .country: return history.country.isEmpty ? "Not recorded" : history.country
    case .tenure:
      switch testDay - (history.purchases.first?.day ?? testDay) {
      case ..<90: return "Under 3 months"
      case ..<180: return "3 to 6 months"
      case ..<365: return "6 to 12 months"
      default: return "Over 12 months"
      }
    }
  }

  private static func slice(
    _ name: String, _ rows: [TrainedRun.HeldOutScore], overall: Trust.SliceFigures
  ) -> Trust.Slice {
    let leavers = rows.count { $0.left }
    guard leavers >= fewestLeavers else {
      return Trust.Slice(name: name, customers: rows.count, leavers: leavers, figures: nil, isOutsideTolerance: false)
    }
    let own = figures(rows)
    return Trust.Slice(
      name: name, customers: rows.count, leavers: leavers, figures: own,
      isOutsideTolerance: isOutside(own.caught, around: overall.caught.value)
        || isOutside(own.scoreMinusOutcome, around: 0))
  }

  /// Only when the whole interval lies beyond the tolerance.
  private static func isOutside(_ estimate: Estimate, around centre: Double) -> Bool {
    guard let low = estimate.low, let high = estimate.high else { return false }
    return high < centre - tolerance || low > centre + tolerance
  }

  private static func figures(_ rows: [TrainedRun.HeldOutScore]) -> Trust.SliceFigures {
    let left = rows.filter(\.left)
    return Trust.SliceFigures(
      caught: share(of: left), flagged: share(of: rows), scoreMinusOutcome: scoreMinusOutcome(rows))
  }

  private static func share(of rows: [TrainedRun.HeldOutScore]) -> Estimate {
    guard !rows.isEmpty else { return Estimate(.nan, level: level, sampleSize: 0) }
    let hits = rows.count { $0.score >= threshold }
    let interval = WilsonInterval.of(hits: hits, trials: rows.count, level: level)
    return Estimate(
      Double(hits) / Double(rows.count), low: interval.lower, high: interval.upper, level: level,
      sampleSize: rows.count)
  }

  /// Mean of score − outcome with the normal interval of a mean.
  private static func scoreMinusOutcome(_ rows: [TrainedRun.HeldOutScore]) -> Estimate {
    guard let error = TrainedRun.HeldOutScore.meanError(rows) else {
      return Estimate(.nan, level: level, sampleSize: rows.count)
    }
    let half = NormalDistribution.quantile((1 + level) / 2) * error.standardError
    return Estimate(error.mean, low: error.mean - half, high: error.mean + half, level: level, sampleSize: rows.count)
  }
}
