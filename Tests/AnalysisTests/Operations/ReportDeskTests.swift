import Foundation
import Testing
import Vocabulary
import Warehouse

@testable import Analysis

struct ReportDeskTests {
  private func inputs(_ change: (inout ReportDesk.Settings) -> Void) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fairlead-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let warehouse = try Warehouse(path: folder.appending(path: "w.sqlite").path(percentEncoded: false))
    var settings = ReportDesk.Settings(client: "North")
    change(&settings)
    return try ReportDesk(warehouse: warehouse, settings: settings).inputs()
  }

  /// The same data on a machine with more cores is the same report, down to its name.
  @Test func threadsAreNoInput() throws {
    #expect(try inputs { $0.threads = 1 } == inputs { $0.threads = 64 })
  }

  @Test func whatIsAskedForIs() throws {
    let plain = try inputs { _ in }
    #expect(try inputs { $0.grossMargin = 0.5 } != plain)
    #expect(try inputs { $0.asOf = monday } != plain)
    #expect(try inputs { $0.churnHorizonDays = 90 } != plain)
    #expect(try inputs { $0.seed = 2 } != plain)
    #expect(try inputs { $0.client = "South" } != plain)
  }

  private func desk(_ rules: ChannelGrouping, _ comparison: ChannelComparison = .previous, in warehouse: Warehouse)
    -> ReportDesk
  {
    ReportDesk(
      warehouse: warehouse,
      settings: ReportDesk.Settings(client: "North", channels: rules, comparison: comparison))
  }

  private static let own = ChannelGrouping(
    version: "ours-1", rules: [ChannelRule("All", .email, [ChannelCondition(.medium, [.exactly("cpc")])])])

  /// The built-in rules alone are part of the program and no input: a report without rules of its own keeps its name.
  @Test func otherChannelRulesAreAnInput() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fairlead-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let warehouse = try Warehouse(path: folder.appending(path: "w.sqlite").path(percentEncoded: false))
    let plain = try desk(.standard, in: warehouse).inputs()
    try desk(.standard, in: warehouse).adoptRules()
    #expect(try desk(.standard, in: warehouse).inputs() == plain)
    #expect(try desk(.standard, .builtIn, in: warehouse).inputs() == plain)
    let changed = try desk(Self.own, in: warehouse).inputs()
    #expect(changed != plain)
    // Before and after the new rules are on record the report is the same one.
    try desk(Self.own, in: warehouse).adoptRules()
    #expect(try desk(Self.own, in: warehouse).inputs() == changed)
    #expect(try desk(Self.own, .none, in: warehouse).inputs() != changed)
    #expect(try desk(.standard, in: warehouse).inputs() != plain)
    #expect(try desk(.standard, .none, in: warehouse).inputs() == plain)
  }
}
