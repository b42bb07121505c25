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
    /// The channel rules in force.
    package var channels: ChannelGrouping
    package var comparison: ChannelComparison
    /// Results are the same on any number.
    package var threads: Int

    package init(
      client: String, asOf: Day? = nil, currency: Currency? = nil, grossMargin: Double? = nil,
      churnHorizonDays: Int? = nil, seed: UInt64 = 1, channels: ChannelGrouping = .standard,
      comparison: ChannelComparison = .previous, threads: Int = 1
    ) {
      self.client = client
      self.asOf = asOf
      self.currency = currency
      self.grossMargin = grossMargin
      self.churnHorizonDays = churnHorizonDays
      self.seed = seed
      self.channels = channels
      self.comparison = comparison
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
    return [try warehouse.contentDigest()] + runs + chosen.map { $0 ?? "" } + (try ruleInputs())
  }

  /// The built-in table alone comes with the program's version and is no input of its own.
  private func ruleInputs() throws -> [String] {
    let rules = settings.channels
    let own = rules == .standard ? [] : ["channel rules", rules.version] + rules.parts
    return own + (try earlierRules().map { ["earlier channel rules", $0.version] + $0.parts } ?? [])
  }

  /// The rules that those in force are held against; nil where they group alike or nothing is to be compared.
  private func earlierRules() throws(WarehouseError) -> ChannelGrouping? {
    let candidates: [ChannelGrouping] =
      switch settings.comparison {
      case .previous: try ChannelRuleSets.fetch(from: warehouse)
      case .builtIn: [.standard]
      case .none: []
      }
    return candidates.last { !$0.groups(like: settings.channels) }
  }

  package init(warehouse: Warehouse, settings: Settings) {
    self.warehouse = warehouse
    self.settings = settings
  }

  /// Puts the channel rules in force on record, for later builds to be held against.
  package func adoptRules() throws { try warehouse.adopt(settings.channels) }

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

  /// - Parameters:
  ///   - reports: what reports of other weeks said, to be held against what is known now.
  ///   - pseudonym: what reports call the customer with this address.
  package func findings(
    buildID: String, refused: [DataQuality.Refused], earlier reports: [EarlierReport] = [],
    pseudonym: (String) -> String = { $0 }
  ) throws -> Findings {
    let ledger = try ledger()
    let generator = SeededGenerator(seed: settings.seed)
    let segments = try RunRegistry.promoted(SegmentTraining.purpose, in: warehouse)
    let churn = try RunRegistry.promoted(ChurnTraining.purpose, in: warehouse)
    var quality = try DataQualityAnalysis.fetch(from: warehouse, refused: refused)
    let earlier = try earlierRules()
    let origins = earlier == nil ? nil : try VisitOrigins.fetch(upTo: ledger.asOf, from: warehouse)
    quality.tracking = try TrackingAnalysis.fetch(
      from: warehouse, ledger: ledger, origins: origins, by: settings.channels)
    let gaps = quality.sources.flatMap { source in
      source.gaps.filter { $0.dayCount >= 3 }.map { Overview.SourceGap(source: source.name, window: $0) }
    }
    let steady = ledger.histories.count { $0.purchases.count >= SegmentFeatures.fewestOrdersToLearn }
    let missingSegments = Shortfall(.frequentCustomers, have: steady, required: SegmentTraining.fewestCustomers)
    let missingChurn = Shortfall(.customers, have: ledger.histories.count, required: ChurnTraining.fewestRows)
    var findings = Findings(
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
    findings.channelRules = earlier.map {
      ChannelRulesAnalysis.compare(
        origins, old: $0, new: settings.channels, currency: ledger.currency, configured: settings.currency)
    }
    findings.reconciliation = try reconciliation(of: ledger, week: findings.week.window)
    if !reports.isEmpty {
      findings.retrospect = RetrospectAnalysis.retrospect(
        on: reports, findings: findings, ledger: ledger, restatements: try Restatements.fetch(from: warehouse),
        pseudonym: pseudonym)
    }
    findings.lineage = try LineageAnalysis.lineage(
      of: findings,
      by: FormulaBook(
        warehouse: warehouse, asOf: ledger.asOf, currency: ledger.currency, isDeclared: settings.currency != nil,
        selection: ledger.selection, rules: settings.channels))
    return findings
  }

  /// Analytics are asked only where platforms claim something.
  private func reconciliation(of ledger: Ledger, week: DateWindow) throws(WarehouseError) -> Reconciliation? {
    func held(against seen: SeenConversions?) -> Reconciliation? {
      ReconciliationAnalysis.reconciliation(of: ledger, week: week, seen: seen)
    }
    if held(against: nil) == nil { return nil }
    return held(against: try SeenConversions.fetch(in: week, by: settings.channels, from: warehouse))
  }

  private var workers: Workers { Workers(count: max(1, settings.threads)) }

  private func ledger() throws -> Ledger {
    try Ledger.fetch(from: warehouse, asOf: settings.asOf, currency: settings.currency)
  }
}
