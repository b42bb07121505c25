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
}
