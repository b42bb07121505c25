import Analysis
import Foundation
import Ingestion
import Testing
import Warehouse

@testable import fairlead

/// From the file to the visits, over the border of every target on the way.
struct AccessLogVisitsTests {
  private static let shared = ProcessInfo.processInfo.environment["FAIRLEAD_SHARED"] ?? "../shared"
  private static let log = shared + "/exports/web-logs/apache_combined_first5000.log"
  private static let isPresent = FileManager.default.fileExists(atPath: log)

  /// Figures by Python: visitors by address and agent, pauses of more than 30 minutes, utm_ tags, referrers' hosts.
  @Test(.enabled(if: isPresent, "needs the shared collection"))
  func theRealLog() throws {
    let folder = try Folder()
    let warehouse = try Warehouse(path: folder.path + "/warehouse.sqlite")
    let options = ReadOptions(pseudonymKey: Array("key".utf8))
    let text = try String(contentsOfFile: Self.log, encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0 + "\n" }
    // Two files that overlap, the later days first.
    let files = try [
      folder.write(lines[2_000...].joined(), to: "late.log"), folder.write(lines[..<3_000].joined(), to: "early.log"),
    ]
    let reports = try Loading(warehouse: warehouse, options: options, limit: .standard).load(files, quiet: true)
    #expect(reports.map(\.status) == [.loaded, .loaded])
    let visits = try VisitBuilder().fetch(from: warehouse)
    #expect(visits.reduce(0) { $0 + $1.views } == 769)
    #expect(Set(visits.map(\.visitorID)).count == 450)
    #expect(visits.count == 517)
    #expect(visits.count { $0.origin.source == "feedburner" } == 4)
    #expect(visits.count { $0.channel == .organicSearch } == 182)
    #expect(visits.count { $0.channel == .direct } == 261)
  }
}
