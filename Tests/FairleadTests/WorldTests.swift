import Analysis
import Computation
import Foundation
import Ingestion
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

  @Test func recordedReturnAndReliabilityHoldTheTruth() throws {
    var covered = 0
    var intervals = 0
    var calibrated = 0
    var figures: [String] = []
    for seed in 1...Self.worlds {
      let world = try World(seed: UInt64(seed))
      let returns = try #require(world.returns.finding)
      for row in returns.channels {
        guard let estimate = row.recordedReturn, let low = estimate.low, let high = estimate.high else { continue }
        let expected = world.expectedReturn(row.channel)
        intervals += 1
        if low <= expected && expected <= high { covered += 1 }
      }
      let trust = try #require(try world.trust.finding)
      if trust.reliability.bandHoldsDiagonal { calibrated += 1 }
      figures.append("seed \(seed): p \(trust.reliability.pValue)")
    }
    print("recorded return inside its interval: \(covered) of \(intervals)")
    print("reliability band holds the diagonal: \(calibrated) of \(Self.worlds); \(figures.joined(separator: ", "))")
    #expect(isPlausible(covered, of: intervals, expected: 0.9, band: 0.85...0.95))
    #expect(isPlausible(calibrated, of: Self.worlds, expected: 0.95, band: 0.85...0.99))
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

  var trust: Insight<Trust> {
    get throws {
      let trained = try ChurnTraining(horizonDays: BusinessPlan.churnHorizonDays, seed: 1, replicates: 20)
        .train(ledger.histories, asOf: ledger.asOf, dataDigest: "")
      return try TrustAnalysis.trust(of: ledger, trained: trained, using: SeededGenerator(seed: 1))
    }
  }

  func expectedReturn(_ channel: Channel) -> Double {
    business.expected.recorded(channel: channel).revenuePence / Double(business.spendPence(channel: channel))
  }
}
