import Foundation
import Testing

@testable import Simulation

@Suite struct BusinessStreamTests {
  private func files(_ plan: BusinessPlan, in folder: String?) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try BusinessStream(plan, settingAsideIn: folder).write { files[$0, default: []] += $1 }
    return files
  }

  @Test func onDiskAndInMemoryGiveTheSameBytesAndNothingIsLeft() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stream-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = Worlds.plan(customers: 300, weeks: 30, seed: 7)
    let onDisk = try files(plan, in: folder)
    #expect(try files(plan, in: nil) == onDisk)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    #expect(onDisk.count > 20)
  }

  /// The stream's sums are those of the business in memory, which knows nothing of spills and tallies.
  @Test func addsUpToTheBusiness() throws {
    let business = Worlds.small
    var tally = try TruthTally(world: business.world, in: nil)
    for customer in business.customers {
      try tally.add(customer, orders: business.ordersOfCustomer[customer.index].map { business.orders[$0] })
    }
    #expect(tally.customers == business.customers.count && tally.orders == business.orders.count)
    #expect(tally.netPence == business.orders.reduce(0) { $0 + $1.netPence })
    #expect(tally.guests == business.customers.count { $0.isGuest })
    let drawn = business.drawnRecorded { $0.recorded.campaign == 3 }
    #expect(tally.drawn { $0.campaign == 3 }.netPence == drawn.netPence)
    #expect(tally.drawn { $0.campaign == 3 }.customers == drawn.customers)
    var emails: [String] = []
    try tally.forEach { emails.append($0.customer.email) }
    #expect(emails == business.customers.map(\.email))
  }

  @Test func theCommittedSampleIsWhatIsWritten() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("SampleData")
    for (path, bytes) in try files(Worlds.plan(customers: 3_000, weeks: 104, seed: 1), in: nil) {
      let committed = try Data(contentsOf: root.appendingPathComponent(path))
      #expect(Array(committed) == bytes, "\(path)")
    }
  }

  @Test func aFolderThatIsNotThereIsNamed() {
    #expect(throws: SimulationProblem.noRoom(2)) {
      try BusinessStream(Worlds.plan(customers: 30, weeks: 5, seed: 1), settingAsideIn: "/none-such").write { _, _ in }
    }
  }
}
