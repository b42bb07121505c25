import Computation
import Modeling
import Vocabulary
import Warehouse

/// From stored facts to findings: `train` fits and stores, `findings` draws on what is stored and fits nothing.
package struct ReportDesk: Sendable {
  package let warehouse: Warehouse
  package let settings: Settings

  package struct Settings: Sendable, Equatable {
    package var client: String
    package var asOf: Day?
    package var currency: Currency?
    package var grossMargin: Double?
    package var churnHorizonDays: Int?
    package var seed: UInt64
    /// Results are the same on any number.
    package var threads: Int

    package init(
      client: String, asOf: Day? = nil, currency: Currency? = nil, grossMargin: Double? = nil,
      churnHorizonDays: Int? = nil, seed: UInt64 = 1, threads: Int = 1
    ) {
      self.client = client
      self.asOf = asOf
      self.currency = currency
      self.grossMargin = grossMargin
      self.churnHorizonDays = churnHorizonDays
      self.seed = seed
      self.threads = threads
    }
  }

  /// Everything that a finding hangs on, as texts to make one name of: what is stored, which runs are promoted and what
  /// was asked for. The number of threads is not among it.
  package func inputs() throws -> [String] {
    let runs = try [SegmentTraining.purpose, ChurnTraining.purpose].map {
      try RunRegistry.promoted($0, in: warehouse)?.run.id ?? ""
    }
    let chosen = [
      settings.client, settings.asOf?.description, settings.currency?.code, settings.grossMargin.map { "\($0)" },
      settings.churnHorizonDays.map { "\($0)" }, "\(settings.seed)",
    ]
    return [try warehouse.contentDigest()] + runs + chosen.map { $0 ?? "" }
  }

  package init(warehouse: Warehouse, settings: Settings) {
    self.warehouse = warehouse
    self.settings = settings
  }

  /// Fits segments and churn on what is known up to the as-of day, and promotes both. What cannot be fitted for want
  /// of data is no error: the report says what is missing.
  package func train() throws {
    let ledger = try ledger()
    let digest = try warehouse.contentDigest()
    let segments = try SegmentTraining(seed: settings.seed, workers: workers)
      .train(ledger.histories, asOf: ledger.asOf, dataDigest: digest)
    if case .found(let run) = segments { try RunRegistry.store(run, in: warehouse) }
    guard let horizon = settings.churnHorizonDays ?? ChurnLabel.horizon(of: ledger.histories) else { return }
    let churn = try ChurnTraining(horizonDays: horizon, seed: settings.seed)
      .train(ledger.histories, asOf: ledger.asOf, dataDigest: digest)
    if case .found(let run) = churn { try RunRegistry.store(run, in: warehouse) }
  }

  package func findings(buildID: String, refused: [DataQuality.Refused]) throws -> Findings {
    let ledger = try ledger()
    let generator = SeededGenerator(seed: settings.seed)
    let segments = try RunRegistry.promoted(SegmentTraining.purpose, in: warehouse)
    let churn = try RunRegistry.promoted(ChurnTraining.purpose, in: warehouse)
    var quality = try DataQualityAnalysis.fetch(from: warehouse, refused: refused)
    quality.tracking = try TrackingAnalysis.fetch(from: warehouse, ledger: ledger)
    let gaps = quality.sources.flatMap { source in
      source.gaps.filter { $0.dayCount >= 3 }.map { Overview.SourceGap(source: source.name, window: $0) }
    }
    let steady = ledger.histories.count { $0.purchases.count >= SegmentFeatures.fewestOrdersToLearn }
    let missingSegments = Shortfall(.frequentCustomers, have: steady, required: SegmentTraining.fewestCustomers)
    let missingChurn = Shortfall(.customers, have: ledger.histories.count, required: ChurnTraining.fewestRows)
    return Findings(
      client: settings.client, asOf: ledger.asOf, currency: ledger.currency, buildID: buildID,
      overview: OverviewAnalysis.overview(of: ledger, gaps: gaps),
      returns: ReturnAnalysis.returns(
        of: ledger, grossMargin: settings.grossMargin, using: generator, on: workers),
      segmentation: SegmentationAnalysis.segmentation(
        of: ledger, trained: segments.map { .found($0) } ?? .notEnough([missingSegments])),
      churn: try ChurnAnalysis.churn(of: ledger, trained: churn.map { .found($0) } ?? .notEnough([missingChurn])),
      trust: try TrustAnalysis.trust(
        of: ledger, trained: churn.map { .found($0) } ?? .notEnough([missingChurn]), using: generator,
        on: workers),
      dataQuality: quality, runs: [segments?.run, churn?.run].compactMap { $0 })
  }

  private var workers: Workers { Workers(count: max(1, settings.threads)) }

  private func ledger() throws -> Ledger {
    try Ledger.fetch(from: warehouse, asOf: settings.asOf, currency: settings.currency)
  }
}
