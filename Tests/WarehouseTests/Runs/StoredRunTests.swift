import Foundation
import Testing
import Vocabulary

@testable import Warehouse

@Suite struct StoredRunTests {
  @Test func aRunComesBackAsItWentInAndIsReplacedWhole() throws {
    let scratch = try Scratch()
    try scratch.load(Export("o", orders: [order("1", "2026-09-01", email: "a@x.de", subtotal: 1)]))
    try scratch.warehouse.rebuildIdentity()
    let customer = try #require(try CustomerAddresses.fetch(from: scratch.warehouse).keys.first)
    var run = StoredRun(
      id: "r1", model: "Churn", version: "1", seed: .max, window: days("2026-01-01…2026-09-01"), rows: 5,
      dataDigest: "d", asOfDay: Day(iso: "2026-09-01")!)
    run.parameters = [.init(name: "k", value: "5")]
    run.metrics = [.init(name: "auc", split: "test", value: 0.75, low: 0.5, high: 0.875, n: 40)]
    run.points = [.init(kind: "reliability", x: 0.25, y: 0.5, n: 3), .init(kind: "reliability", x: 0.125, y: 0.5)]
    run.slices = [.init(metric: "error", slice: "country = DE", value: 0.5, n: 9)]
    try scratch.warehouse.replaceRun(run)
    #expect(try ModelRuns.fetch(from: scratch.warehouse) == [run])
    try scratch.warehouse.promote(run: "r1")

    var again = run
    again.metrics = []
    again.scores = [.init(customerID: customer, name: "churn", asOfDay: run.asOfDay, scoreMicros: 250_000)]
    again.segments = [.init(customerID: customer, segment: "Loyal")]
    again.artefact = .init(digest: "a", bytes: Data([1, 2, 3]))
    try scratch.warehouse.replaceRun(again)
    #expect(try ModelRuns.fetch(from: scratch.warehouse).map(\.metrics) == [[]])
    #expect(try Scores.fetch(run: "r1", from: scratch.warehouse) == again.scores)
    #expect(try Segments.fetch(run: "r1", from: scratch.warehouse) == again.segments)
    #expect(try ModelRuns.artefact(ofRun: "r1", from: scratch.warehouse) == again.artefact)
    #expect(try scratch.warehouse.promotedRun(of: "Churn") == "r1")
    #expect(try scratch.warehouse.rollBack(model: "Churn") == nil)
    #expect(throws: WarehouseError.unknownRun(id: "r2")) { try scratch.warehouse.promote(run: "r2") }
    #expect(
      try scratch.warehouse.auditEntries().map(\.action) == [.load, .identity, .run, .promote, .run, .promote])
  }
}
