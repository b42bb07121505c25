import Analysis
import Computation
import Foundation
import Ingestion
import Modeling
import Simulation
import Testing
import Vocabulary
import Warehouse

@testable import fairlead

/// Simulated businesses go through the whole way, exports to findings, and the findings are held against the truth.
/// `FAIRLEAD_WORLDS` says how many; a count from 100 on is held to the published bands, fewer to what chance allows.
struct WorldTests {
  private static let worlds = ProcessInfo.processInfo.environment["FAIRLEAD_WORLDS"].flatMap { Int($0) } ?? 10

  /// The share of successes may leave 0…1 around `expected` by three standard errors; the band alone from 100 on.
  private func isPlausible(_ hits: Int, of count: Int, expected: Double, band: ClosedRange<Double>) -> Bool {
    let share = Double(hits) / Double(count)
    if Self.worlds >= 100 { return band.contains(share) }
    let slack = 3 * (expected * (1 - expected) / Double(count)).squareRoot()
    return share >= band.lowerBound - slack
  }

  /// One pass over the worlds, since each takes seconds to make.
  @Test func findingsHoldTheTruth() throws {
    var covered = 0
    var intervals = 0
    var calibrated = 0
    var churnGaps: [Double] = []
    var segmentGaps: [Double] = []
    for seed in 1...Self.worlds {
      let world = try World(seed: UInt64(seed))
      var outside: [String] = []
      for row in try #require(world.returns.finding).channels {
        guard let estimate = row.recordedReturn, let low = estimate.low, let high = estimate.high else { continue }
        let expected = world.expectedReturn(row.channel)
        intervals += 1
        if low <= expected && expected <= high { covered += 1 } else { outside.append(row.channel.rawValue) }
      }
      let churn = try world.churn()
      if churn.reliability.bandHoldsDiagonal { calibrated += 1 }
      churnGaps.append(churn.truthAUC - churn.scoreAUC)
      let segments = try world.segments()
      segmentGaps.append(segments.oracle - segments.found)
      print(
        "world \(seed): outside their interval \(outside), AUC \(churn.scoreAUC) of \(churn.truthAUC),",
        "reliability p \(churn.reliability.pValue), ARI \(segments.found) of \(segments.oracle)")
    }
    let churnGap = churnGaps.reduce(0, +) / Double(Self.worlds)
    let segmentGap = segmentGaps.reduce(0, +) / Double(Self.worlds)
    print("recorded return inside its interval: \(covered) of \(intervals)")
    print("reliability band holds the diagonal: \(calibrated) of \(Self.worlds)")
    print("churn AUC below P(label | truth): mean \(churnGap), largest \(churnGaps.max() ?? 0)")
    print("segments' ARI below the oracle's: mean \(segmentGap), largest \(segmentGaps.max() ?? 0)")
    #expect(isPlausible(covered, of: intervals, expected: 0.9, band: 0.85...0.95))
    #expect(isPlausible(calibrated, of: Self.worlds, expected: 0.95, band: 0.85...0.99))
    #expect(churnGap <= 0.03)
    #expect(segmentGap <= 0.05)
  }

  /// What a spreadsheet would give: the simulator counted these while writing, the reader while reading.
  @Test func everyPennyOfTheExportsArrives() throws {
    let world = try World(seed: 11)
    let spend = world.ledger.spend.reduce(0) { $0 + ($1.spendMicros ?? 0) }
    let channels: [Channel] = [.paidSearch, .paidSocial, .display]
    let truth = channels.reduce(0) { $0 + world.business.spendPence(channel: $1) }
    #expect(spend == Int64(truth) * 10_000)
    let revenue = world.ledger.orders.reduce(0) { $0 + $1.netMicros }
    #expect(revenue == Int64(world.business.orders.reduce(0) { $0 + $1.netPence }) * 10_000)
    #expect(world.reports.allSatisfy { $0.rowsRejected == 0 })
    #expect(
      world.reports.allSatisfy {
        $0.rowsRead == $0.rowsLoaded + $0.rowsUpdated + $0.rowsUnchanged + $0.rowsSkipped + $0.rowsRejected
      })
  }

  @Test func theSameExportsAgainChangeNothing() throws {
    let world = try World(seed: 12)
    let before = try world.warehouse.contentDigest()
    let again = try world.load()
    #expect(try world.warehouse.contentDigest() == before)
    #expect(again.allSatisfy { $0.rowsLoaded == 0 && $0.rowsUpdated == 0 })
  }
}

/// One simulated business, ingested.
private final class World {
  let business: Business
  let warehouse: Warehouse
  let ledger: Ledger
  private(set) var reports: [FileReport] = []
  private let folder: URL

  init(seed: UInt64) throws {
    business = Business.simulate(try BusinessPlan(customers: 2_000, weeks: 104, seed: seed))
    folder = FileManager.default.temporaryDirectory.appending(path: "fairlead-world-\(UUID().uuidString)")
    for file in business.exports() {
      let path = folder.appending(path: "inbox/" + file.path)
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: path)
    }
    warehouse = try Warehouse(path: folder.appending(path: "warehouse.sqlite").path(percentEncoded: false))
    let loading = Loading(warehouse: warehouse, options: ReadOptions(), limit: .standard)
    reports = try loading.load(
      ExportFinder.files(in: [folder.appending(path: "inbox").path(percentEncoded: false)]), quiet: true)
    ledger = try Ledger.fetch(from: warehouse, asOf: nil, currency: nil)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func load() throws -> [FileReport] {
    try Loading(warehouse: warehouse, options: ReadOptions(), limit: .standard).load(
      ExportFinder.files(in: [folder.appending(path: "inbox").path(percentEncoded: false)]), quiet: true)
  }

  var returns: Insight<Returns> {
    ReturnAnalysis.returns(of: ledger, grossMargin: nil, using: SeededGenerator(seed: 1))
  }

  /// The score's held-out rank agreement beside that of P(label | truth), for the same customers, day and horizon.
  func churn() throws -> (reliability: Trust.Reliability, scoreAUC: Double, truthAUC: Double) {
    let horizon = BusinessPlan.churnHorizonDays
    let trained = try ChurnTraining(horizonDays: horizon, seed: 1, replicates: 20)
      .train(ledger.histories, asOf: ledger.asOf, dataDigest: "")
    let trust = try TrustAnalysis.trust(of: ledger, trained: trained, using: SeededGenerator(seed: 1))
    let heldOut: [TrainedRun.HeldOutScore] = if case .found(let run) = trained { run.heldOut } else { [] }
    let known = heldOut.filter { trueCustomers[$0.customerID] != nil }
    let truth = try known.map { score in
      let customer = try #require(trueCustomers[score.customerID])
      return try #require(business.probabilityOfNoOrder(customer, from: score.asOf, horizonDays: horizon))
    }
    let left = known.map(\.left)
    let area = AreaUnderCurve()
    let finding = try #require(trust.finding)
    #expect(finding.reliability.steps.reduce(0) { $0 + $1.customers } == finding.customers)
    return (
      finding.reliability,
      try area.value(of: ScoredOutcomes(scores: known.map(\.score), outcomes: left)),
      try area.value(of: ScoredOutcomes(scores: truth, outcomes: left))
    )
  }

  /// Agreement with the true segments among customers who are grouped: of the groups found and of the oracle's.
  func segments() throws -> (found: Double, oracle: Double) {
    let outcome = try SegmentTraining(seed: 1).train(ledger.histories, asOf: ledger.asOf, dataDigest: "")
    let members: [TrainedRun.SegmentMember] = if case .found(let run) = outcome { run.segments } else { [] }
    let grouped = members.filter {
      $0.segment != SegmentTraining.oneTimeSegment && trueCustomers[$0.customerID] != nil
    }
    let customers = try grouped.map { try #require(trueCustomers[$0.customerID]) }
    let oracle = SegmentOracle(business).chosen(business)
    let truth = customers.map(\.segment)
    let index = AdjustedRandIndex()
    return (
      try index.value(of: LabelPair(grouped.map(\.segment), truth)),
      try index.value(of: LabelPair(customers.map { oracle[$0.index] }, truth))
    )
  }

  private lazy var trueCustomers: [Int: Customer] = {
    let byEmail = Dictionary(business.customers.map { ($0.email, $0) }) { first, _ in first }
    return Dictionary(
      ledger.histories.compactMap { history in byEmail[history.email].map { (history.customerID, $0) } }
    ) { first, _ in first }
  }()

  func expectedReturn(_ channel: Channel) -> Double {
    business.expected.recorded(channel: channel).revenuePence / Double(business.spendPence(channel: channel))
  }
}
