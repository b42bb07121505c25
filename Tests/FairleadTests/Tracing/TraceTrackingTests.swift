import Analysis
import Foundation
import Simulation
import Testing

@testable import fairlead

/// Cost and visits that do not meet, followed to the rows of the side that is there.
struct TraceTrackingTests {
  /// Half a year of a small business whose analytics file visits from paid social under a name of their own, and those
  /// from other sites as paid.
  private static func report() throws -> TracedReport {
    try TracedReport { folder in
      for file in Business.simulate(try BusinessPlan(customers: 300, weeks: 26, seed: 5)).exports() {
        let path = folder.url.appending(path: "inbox/" + file.path)
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        let text = String(decoding: file.bytes, as: UTF8.self)
        let isAnalytics = file.path.hasPrefix("ga4/")
        try Data(
          isAnalytics
            ? text.replacing("Paid Social", with: "Social boost").replacing("Referral", with: "Paid Other").utf8
            : text.utf8
        ).write(to: path)
      }
    }
  }

  @Test func bothSidesOfAGapAreCountedAgain() throws {
    let report = try Self.report()
    let numbers = try report.numbers().numbers.filter { $0.number.id.description.hasPrefix("data.tracking.") }
    #expect(
      Set(numbers.map(\.number.id.description)).isSuperset(of: [
        "data.tracking.cost-without-visits.paid-social.worth",
        "data.tracking.visits-without-cost.other-paid.visits", "data.tracking.visits-without-cost.other-paid.worth",
      ]))
    for one in numbers {
      let traced = try report.traced(one.number.id.description)
      #expect(traced.trace.agrees, "\(one.number.id): \(one.number.value), counted \(traced.trace.counted ?? .nan)")
      #expect(traced.trace.sets.allSatisfy { $0.count > 0 })
      #expect(one.page == "data.html" && !one.text.isEmpty)
      #expect(!TraceText(traced).lines.contains { $0.contains("stored model") })
    }
    // No visit is filed under paid social, so that all of its cost is without one.
    let cost = try report.traced("data.tracking.cost-without-visits.paid-social.worth")
    let spent = try #require(try report.numbers().numbers.first { "\($0.number.id)" == "channels.paid-social.spend" })
    #expect(abs(cost.number.value - spent.number.value) < 1e-6)
    #expect(cost.trace.sets.first?.amount == cost.number.value)
    let visits = try report.traced("data.tracking.visits-without-cost.other-paid.visits")
    #expect(visits.trace.sets.first?.amount == visits.number.value)
  }

  @Test func theFoldLeadsToTheRows() throws {
    let report = try Self.report()
    let html = try String(
      contentsOf: report.folder.url.appending(path: "report/data.html"), encoding: .utf8)
    #expect(html.contains("id=\"from-fig-tracking\""))
    #expect(html.contains("fairlead trace data.tracking."))
  }
}
