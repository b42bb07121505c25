import Modeling
import Vocabulary
import Warehouse

/// Numbers that a model makes, made once more: customers scored again by the stored model, scores held against
/// outcomes again.
struct ModelFigures {
  let book: FormulaBook

  /// Nil where the run is no longer the one in use, or the customer no longer on the list.
  func value(of number: ReportNumber) throws -> Double? {
    guard let trained = try RunRegistry.promoted(ChurnTraining.purpose, in: book.warehouse),
      trained.run.id == number.run
    else { return nil }
    switch number.measure {
    case .miscalibration: return try parts(trained).miscalibration
    case .discrimination: return try parts(trained).discrimination
    default: return try scored(number, trained)
    }
  }

  private func parts(_ trained: TrainedRun) throws -> ReliabilityCurve.Decomposition {
    try ReliabilityCurve(
      try ScoredOutcomes(scores: trained.heldOut.map(\.score), outcomes: trained.heldOut.map(\.left))
    ).decomposition
  }

  private func scored(_ number: ReportNumber, _ trained: TrainedRun) throws -> Double? {
    let ledger = try Ledger.fetch(
      from: book.warehouse, asOf: book.asOf, currency: book.isDeclared ? book.currency : nil)
    guard let churn = try ChurnAnalysis.churn(of: ledger, trained: .found(trained)).finding else { return nil }
    let one = churn.riskList.first { book.pseudonym($0.email) == number.subject }
    switch number.measure {
    case .expectedLeavers: return churn.expectedLeavers.value
    case .averageRisk: return churn.averageRisk
    case .customerRisk: return one?.probability
    case .customerStake: return one.map { $0.probability * $0.yearlyRevenue }
    default: return nil
    }
  }
}
