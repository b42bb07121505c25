import Vocabulary
import Warehouse

/// What did earlier reports say, and what came of it?
package enum RetrospectAnalysis {
  /// - Parameters:
  ///   - reports: of any weeks; those of the report's own week and of later ones are left out.
  ///   - pseudonym: what reports call the customer with this address.
  package static func retrospect(
    on reports: [EarlierReport], findings: Findings, ledger: Ledger, restatements: [Restatement],
    pseudonym: (String) -> String
  ) -> Retrospect {
    let earlier = reports.filter { $0.week < findings.week }.sorted { $1.week < $0.week }
    guard !earlier.isEmpty else { return Retrospect() }
    let listed = Set(earlier.flatMap(\.predictions).flatMap(\.list).map(\.pseudonym))
    let customers = NamedCustomers(ledger.histories, pseudonym: pseudonym, wanted: listed)
    let grades = PredictionGrades(
      histories: ledger.histories, customers: customers,
      knownUpTo: ledger.orderWindow.map { min($0.last, ledger.asOf) })
    let figures = findings.overview.finding.map {
      RestatedFigures(overview: $0, rows: restatements, files: findings.dataQuality.files)
    }
    return Retrospect(
      reports: earlier, restated: earlier.flatMap { figures?.of($0) ?? [] },
      predictions: earlier.flatMap { report in
        report.predictions.map { Retrospect.Graded(report.week, $0, grades.outcome(of: $0)) }
      },
      recommendations: RecommendationTrail(ledger: ledger, returns: findings.returns.finding, customers: customers)
        .follow(earlier))
  }
}

/// The customers that earlier reports named, by the name that reports give them.
struct NamedCustomers {
  private let byName: [String: PurchaseHistory]

  init(_ histories: [PurchaseHistory], pseudonym: (String) -> String, wanted: Set<String>) {
    var byName: [String: PurchaseHistory] = [:]
    if !wanted.isEmpty {
      for history in histories {
        let name = pseudonym(history.email)
        if wanted.contains(name), byName[name] == nil { byName[name] = history }
      }
    }
    self.byName = byName
  }

  func of(_ prediction: Prediction) -> [PurchaseHistory] { prediction.list.compactMap { byName[$0.pseudonym] } }
}

extension Findings {
  /// The week that the report tells of: that of its figures, else the last whole one up to the as-of day.
  package var week: ReportWeek { ReportWeek(containing: overview.finding?.week.first ?? asOf - 6) }
}
