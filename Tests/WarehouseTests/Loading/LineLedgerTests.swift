import Testing

@testable import Warehouse

struct LineLedgerTests {
  private func report(_ ledger: LineLedger) -> LoadReport {
    var report = LoadReport(status: .loaded)
    ledger.add(to: &report)
    return report
  }

  @Test func aLineCountsOnceByTheBestOfItsFacts() {
    var ledger = LineLedger(rejected: [], skipped: [])
    for (line, outcome) in [(2, LineLedger.Outcome.unchanged), (3, .repeated), (5, .loaded)] {
      ledger.note(outcome, line: line)
    }
    // A second kind of fact goes through the lines again.
    for (line, outcome) in [(2, LineLedger.Outcome.loaded), (3, .unchanged), (4, .updated), (5, .repeated)] {
      ledger.note(outcome, line: line)
    }
    let report = report(ledger)
    #expect(report.rowsLoaded == 2 && report.rowsUpdated == 1 && report.rowsUnchanged == 1)
    #expect(report.rowsRepeated == 0)
  }

  @Test func aRejectedLineHasNoOtherOutcomeAndASkippedOneOnlyWithoutFacts() {
    var ledger = LineLedger(rejected: [3], skipped: [3, 4, 6])
    ledger.note(.loaded, line: 2)
    ledger.note(.loaded, line: 6)
    ledger.note(.loaded, line: 7)
    ledger.reject(line: 7)
    let report = report(ledger)
    #expect(report.rowsLoaded == 2 && report.rowsSkipped == 1 && report.rowsRejected == 2)
  }

  @Test func linesInAnyOrderCountAsByADictionary() {
    var state: UInt64 = 3
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for _ in 0..<200 {
      var ledger = LineLedger(rejected: [], skipped: [])
      var best: [Int: Int] = [:]
      for _ in 0..<next(60) {
        let (line, weight) = (Int(next(30)), Int(next(4)))
        ledger.note(LineLedger.Outcome(rawValue: weight) ?? .repeated, line: line)
        best[line] = max(best[line] ?? 0, weight)
      }
      let report = report(ledger)
      #expect(report.rowsLoaded == best.values.count { $0 == 3 })
      #expect(report.rowsUpdated == best.values.count { $0 == 2 })
      #expect(report.rowsUnchanged == best.values.count { $0 < 2 })
      #expect(report.rowsRepeated == best.values.count { $0 == 0 })
    }
  }
}
