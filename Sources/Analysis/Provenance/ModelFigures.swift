import Modeling
import Vocabulary
import Warehouse

/// Numbers that no query makes, made once more: customers scored again by the stored model, scores held against
/// outcomes again, cost held against visits again.
struct ModelFigures {
  let book: FormulaBook

  /// Nil where the run is no longer the one in use, or the customer no longer on the list.
  func value(of number: ReportNumber) throws -> Double? {
    if [.trackedVisits, .trackedMoney].contains(number.measure) { return try tracked(number) }
    if number.measure == .traitIndex { return try trait(number) }
    guard let trained = try RunRegistry.promoted(ChurnTraining.purpose, in: book.warehouse),
      trained.run.id == number.run
    else { return nil }
    switch number.measure {
    case .miscalibration: return try parts(trained).miscalibration
    case .discrimination: return try parts(trained).discrimination
    case .sliceCustomers, .sliceLeavers, .flagged, .caught, .scoreMinusOutcome, .slicesOutside:
      return try slice(number, trained)
    default: return try scored(number, trained)
    }
  }

  private func ledger() throws -> Ledger {
    try Ledger.fetch(from: book.warehouse, asOf: book.asOf, currency: book.isDeclared ? book.currency : nil)
  }

  private func trait(_ number: ReportNumber) throws -> Double? {
    guard let trained = try RunRegistry.promoted(SegmentTraining.purpose, in: book.warehouse),
      trained.run.id == number.run
    else { return nil }
    let found = SegmentationAnalysis.segmentation(of: try ledger(), trained: .found(trained)).finding
    let segment = found?.segments.first { $0.name.rawValue == number.subject }
    return segment?.profile.first { $0.feature.rawValue == number.detail }?.index
  }

  private func tracked(_ number: ReportNumber) throws -> Double? {
    let ledger = try ledger()
    let audit = try TrackingAnalysis.fetch(from: book.warehouse, ledger: ledger, by: book.rules)
    let gap = audit?.gap(of: number)
    return number.measure == .trackedVisits ? gap?.visits.map(Double.init) : gap?.money
  }

  private func slice(_ number: ReportNumber, _ trained: TrainedRun) throws -> Double? {
    guard let (overall, groups) = TrustAnalysis.slices(of: try ledger(), trained: trained) else { return nil }
    if number.measure == .slicesOutside {
      return Double(groups.flatMap(\.slices).count { $0.isOutsideTolerance && $0.figures != nil })
    }
    let slice = groups.first { $0.dimension.rawValue == number.subject }?.slices.first { $0.name == number.detail }
    let figures = number.subject.isEmpty ? overall : slice?.figures
    switch number.measure {
    case .sliceCustomers: return slice.map { Double($0.customers) }
    case .sliceLeavers: return slice.map { Double($0.leavers) }
    case .flagged: return figures?.flagged.value
    case .caught: return figures?.caught.value
    default: return figures?.scoreMinusOutcome.value
    }
  }

  private func parts(_ trained: TrainedRun) throws -> ReliabilityCurve.Decomposition {
    try ReliabilityCurve(
      try ScoredOutcomes(scores: trained.heldOut.map(\.score), outcomes: trained.heldOut.map(\.left))
    ).decomposition
  }

  private func scored(_ number: ReportNumber, _ trained: TrainedRun) throws -> Double? {
    guard let churn = try ChurnAnalysis.churn(of: try ledger(), trained: .found(trained)).finding else { return nil }
    let one = churn.riskList.first { book.pseudonym($0.email) == number.subject }
    switch number.measure {
    case .expectedLeavers: return churn.expectedLeavers.value
    case .averageRisk: return churn.averageRisk
    case .listStake: return churn.listStake
    case .customerRisk: return one?.probability
    case .customerStake: return one.map { $0.probability * $0.yearlyRevenue }
    default: return nil
    }
  }
}
