import Analysis
import Foundation
import Testing
import Vocabulary
import Warehouse

@testable import fairlead

/// Every number of a report, followed to its rows.
struct TraceTests {
  /// What went back of the goods: with taxes on top, which are a fifth, so did a sixth of the money.
  private static let returned =
    "COALESCE(CASE WHEN taxMicros > 0 THEN refundedMicros * 5 / 6 ELSE refundedMicros END, 0)"

  @Test func everyNumberIsCountedAgain() throws {
    let report = try TracedReport.simulated.get()
    let tracer = try report.tracer()
    let published = try report.numbers().numbers
    #expect(published.count > 400)
    #expect(Set(published.map(\.number.id)).count == published.count)
    var measures: Set<ReportNumber.Measure> = []
    for one in published {
      let trace = try #require(try tracer.trace(one.number), "\(one.number.id)")
      #expect(trace.agrees, "\(one.number.id): \(one.number.value), counted \(trace.counted ?? .nan)")
      let rows = trace.sets.map(\.count)
      #expect(
        rows.allSatisfy { $0 > 0 } || one.number.value == 0 || one.number.value.isNaN, "\(one.number.id): \(rows)")
      for set in trace.sets where set.set.file != nil {
        #expect(set.files.reduce(0) { $0 + $1.rows } == set.count)
        #expect(set.files.allSatisfy { $0.digest.count == 64 && ($0.firstLine ?? 1) <= ($0.lastLine ?? 1) })
      }
      measures.insert(one.number.measure)
    }
    // A measure that no number of the test has would be untested.
    // The simulated customers have no telephone numbers by which a rule of identity could be checked, and their cost and
    // visits meet: see `TraceTrackingTests`.
    let without: Set<ReportNumber.Measure> = [.identityChecks, .identityPrecision, .trackedVisits, .trackedMoney]
    #expect(
      Set(ReportNumber.Measure.allCases).subtracting(measures).subtracting(without).map(\.rawValue).sorted() == [])
  }

  @Test func whatIsPrintedIsWhatIsCounted() throws {
    let report = try TracedReport.simulated.get()
    var pages: [String: String] = [:]
    var seen = 0
    for one in try report.numbers().numbers {
      guard let page = one.page else { continue }
      let html = try pages[page] ?? report.folder.read("report/" + page)
      pages[page] = html
      let text = try #require(PrintedText.at(one.number.id.description, in: html), "\(one.number.id) in \(page)")
      // A drawing tells its value in its own words.
      guard !text.isEmpty, let printed = PrintedText.value(text), one.number.measure != .recordedReturn,
        !one.number.subject.hasPrefix("driver.")
      else { continue }
      // That the rows give the value is the test above.
      let value = one.number.value
      // An end of a usual range is rounded to the side on which the judgement stays true, by up to a whole last digit.
      let isEnd = one.number.measure == .usualLow || one.number.measure == .usualHigh
      #expect(
        abs(printed.value - value) <= printed.half * (isEnd ? 2 : 1), "\(one.number.id): \(text), value \(value)")
      #expect(one.text == text, "\(one.number.id)")
      seen += 1
    }
    #expect(seen > 300)
    // And every cell that has an id is a number that can be traced.
    let ids = Set(try report.numbers().numbers.map(\.number.id.description))
    for (page, html) in pages {
      for id in html.components(separatedBy: "<td role=\"cell\" id=\"").dropFirst().compactMap({
        $0.split(separator: "\"").first.map(String.init)
      }) {
        let isKnown = ids.contains(id)
        #expect(isKnown, "\(page): \(id)")
      }
    }
  }

  /// By SQL of the test's own over the stored tables, and by what the simulation itself wrote.
  @Test func sumsOfRowsAreTheSumsOfTheStoredFacts() throws {
    let report = try TracedReport.simulated.get()
    let warehouse = try report.warehouse()
    func number(_ sql: String) throws -> Double {
      switch try warehouse.queryRows(sql).rows.first?.first {
      case .integer(let value): Double(value)
      case .real(let value): value
      default: .nan
      }
    }
    let week = try report.numbers().number("summary.revenue").number
    let window = try #require(week.window)
    let days = "BETWEEN \(window.first.number) AND \(window.last.number)"
    let revenue = try number(
      """
      SELECT SUM(MAX(0, subtotalMicros - \(TraceTests.returned))) / 1e6 FROM customerOrder
      WHERE isCancelled = 0 AND day \(days)
      """)
    #expect(abs(week.value - revenue) < 1e-6)
    let orders = try number("SELECT COUNT(*) FROM customerOrder WHERE isCancelled = 0 AND day \(days)")
    #expect(try report.numbers().number("summary.orders").number.value == orders)
    let traced = try report.traced("summary.revenue", limit: 100_000)
    #expect(traced.trace.sets[0].rows.count == Int(orders))
    let net = try #require(traced.trace.sets[0].columns.firstIndex(of: "netMicros"))
    let sum = traced.trace.sets[0].rows.reduce(Int64(0)) { sum, row in
      guard case .integer(let micros) = row.values[net] else { return sum }
      return sum + micros
    }
    #expect(Micros.double(sum) == week.value)

    // The simulation tells each platform's cost day by day; breakdowns tell the same cost again.
    let spend = try number(
      """
      SELECT SUM(p.spendMicros) / 1e6 FROM adPerformance AS p
      JOIN adSlice AS s ON s.id = p.slice
      WHERE s.breakdown = '' AND s.grain = 'day' AND p.firstDay \(days)
      """)
    #expect(abs(try report.numbers().number("summary.spend").number.value - spend) < 1e-6)
    let segment = try #require(try report.numbers().numbers.first { $0.number.measure == .segmentCustomers }).number
    let members = try number(
      """
      SELECT COUNT(*) FROM customerSegment WHERE run = '\(segment.run ?? "")' AND segment = '\(segment.detail)'
      """)
    #expect(segment.value == members)
  }

  /// By the test's own sums of stored orders: of 26 weeks the 10th percentile lies halfway between the third and fourth.
  @Test func theUsualRangeIsOfTheWeeksBefore() throws {
    let report = try TracedReport.simulated.get()
    let week = try #require(try report.numbers().number("summary.revenue").number.window)
    let answer = try report.warehouse().queryRows(
      """
      SELECT SUM(MAX(0, subtotalMicros - \(TraceTests.returned))) FROM customerOrder
      WHERE isCancelled = 0 AND day BETWEEN \(week.first.number - 26 * 7) AND \(week.first.number - 1)
      GROUP BY (\(week.first.number) - 1 - day) / 7 ORDER BY 1
      """)
    let sums = answer.rows.map { row -> Double in
      guard case .integer(let micros) = row[0] else { return .nan }
      return Double(micros) / 1e6
    }
    #expect(sums.count == 26)
    let low = try report.traced("summary.revenue.usual-from").trace
    #expect(abs((low.counted ?? .nan) - (sums[2] + sums[3]) / 2) < 1e-6)
    let high = try report.traced("summary.revenue.usual-to").trace
    #expect(abs((high.counted ?? .nan) - (sums[22] + sums[23]) / 2) < 1e-6)
    #expect(low.sets[0].count > 500 && low.number.window?.dayCount == 182)
  }

  @Test func theQueryShownGivesTheNumber() throws {
    let report = try TracedReport.simulated.get()
    for id in [
      "summary.revenue.usual-from", "summary.cost-per-new-customer.usual-to", "summary.revenue-per-spend.change",
      "summary.cost-per-new-customer", "channels.paid-search.return", "audience.recency.5.orders.3.revenue",
    ] {
      let traced = try report.traced(id)
      let sql = try #require(traced.trace.formula.sql)
      let answer = try report.warehouse().queryRows(sql)
      #expect(answer.columns == ["value"] && answer.rows.count == 1)
      guard case .real(let value) = answer.rows[0][0] else {
        Issue.record("\(id): \(answer.rows)")
        continue
      }
      #expect(abs(value - traced.number.value) < 1e-6, "\(id)")
    }
  }

  @Test func noPersonIsNamed() throws {
    let report = try TracedReport.simulated.get()
    let addresses = try CustomerAddresses.fetch(from: report.warehouse()).values
    let customer = try #require(try report.numbers().numbers.first { $0.number.measure == .customerStake })
    for id in ["summary.revenue", "channels.paid-search.return", "\(customer.number.id)", "data.rejected-rows"] {
      let traced = try report.traced(id, limit: 1_000)
      let json = String(decoding: try JSONEncoder().encode(traced.record), as: UTF8.self)
      let text = TraceText(traced).lines.joined(separator: "\n") + json
      #expect(!text.contains("@"), "\(id)")
      #expect(!addresses.contains { text.contains($0) }, "\(id)")
    }
    #expect(try !report.folder.read("report/numbers.json").contains("@"))
  }

  @Test func aModelsNumberNamesItsRun() throws {
    let report = try TracedReport.simulated.get()
    let traced = try report.traced("churn.expected-leavers")
    let run = try #require(traced.trace.run)
    let text = TraceText(traced).lines.joined(separator: "\n")
    #expect(text.contains("Model run \(run.id):") && text.contains("data digest: \(run.dataDigest)"))
    #expect(text.contains("Made again by the stored model"))
    #expect(!traced.trace.inputs.isEmpty && traced.trace.formula.sql == nil)
  }

  @Test func anUnknownIdNamesItsNeighbours() throws {
    let numbers = try TracedReport.simulated.get().numbers()
    do {
      _ = try numbers.number("summary.revenu")
      Issue.record("found")
    } catch let failure as Failure {
      #expect(failure.message.hasPrefix("trace: no number \"summary.revenu\" in the report; expected one that"))
      #expect(failure.message.contains("summary.revenue, "))
    }
  }
}
