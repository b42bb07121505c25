import Foundation
import Ingestion
import Testing
import Warehouse

@testable import fairlead

struct RenderingTests {
  private func refusal(of export: String) throws -> Failure? {
    let folder = try Folder()
    let warehouse = try Warehouse(path: folder.path + "/warehouse.sqlite")
    let reports = try Loading(warehouse: warehouse, options: ReadOptions(), limit: .standard)
      .load([folder.write(export, to: "export.csv")], quiet: true)
    #expect(reports.map(\.status) == [.loaded])
    let workspace = try Workspace(options: WorkspaceOptions.parse(["-C", folder.path]))
    let rendering = Rendering(workspace: workspace, warehouse: warehouse, options: try ReportingOptions.parse([]))
    return #expect(throws: Failure.self) { try rendering.build(refused: []) }
  }

  @Test("visits alone are no report about money: what is missing is said, and where what was loaded can be read")
  func visitsAlone() throws {
    let failure = try refusal(
      of: "Date,Source,Visitors,Visits\n2026-03-01,Newsletter,10,12\n2026-03-02,Newsletter,9,9\n")
    #expect(failure?.status == .unusableData)
    let message = failure?.message ?? ""
    #expect(
      message.hasPrefix(
        "no money to report on: no file tells of orders or of what advertising cost on which days; expected at least one "
          + "that does, visits, posts and contacts are shown beside them; put exports into "))
    #expect(message.hasSuffix("inbox, or read what is loaded with fairlead query"))
  }

  @Test("amounts of which nobody says the currency are asked about")
  func noCurrency() throws {
    let failure = try refusal(
      of: "Campaign name,Day,Impressions,Amount spent\nA,2026-03-01,10,1.50\nB,2026-03-01,20,2.00\n")
    #expect(failure?.message.hasPrefix("no file names a currency; expected one") == true)
  }
}
