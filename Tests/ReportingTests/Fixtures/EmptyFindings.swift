@testable import Analysis
import Vocabulary

extension Fixture {
  /// The first day: nothing has been read.
  static let empty = Findings(
    client: "New shop", asOf: asOf, currency: nil, buildID: "0000",
    overview: Insight(
      .notEnough([Shortfall(.ordersFiles, have: 0, required: 1), Shortfall(.currency, have: 0, required: 1)])),
    returns: Insight(
      .notEnough([Shortfall(.adFiles, have: 0, required: 1), Shortfall(.weeksWithSpend, have: 1, required: 8)]),
      caveats: [.currencyUnknown(amounts: 1)]),
    segmentation: Insight(.notEnough([Shortfall(.repeatCustomers, have: 12, required: 300)])),
    churn: Insight(.notEnough([Shortfall(.labelledPeriods, have: 0, required: 1)])),
    trust: Insight(.notEnough([Shortfall(.outcomes, have: 0, required: 100)])),
    dataQuality: DataQuality(
      files: [], sources: [], rejected: [], skipped: [], controlTotals: [], restatements: [], unrecognised: [],
      identity: []),
    runs: [])

  /// A first week: tiles partly empty, nothing to compare with, nothing outside a usual range.
  static let young: Findings = {
    var findings = first
    var overview = Fixture.overview
    overview.tiles = [
      Overview.Tile(
        measure: .revenue, value: 1_200, previous: nil, usualRange: nil, history: weekly([1_200]), shortfall: nil),
      Overview.Tile(
        measure: .spend, value: nil, previous: nil, usualRange: nil, history: [],
        shortfall: Shortfall(.adFiles, have: 0, required: 1)),
    ]
    overview.revenueByWeek = weekly([1_200])
    overview.spendByWeek = []
    overview.moves = []
    overview.gaps = []
    findings.overview = Insight(.found(overview))
    findings.returns = empty.returns
    findings.churn = empty.churn
    findings.trust = empty.trust
    return findings
  }()
}
