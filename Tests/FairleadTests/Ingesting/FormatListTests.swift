import Ingestion
import Testing

@testable import fairlead

struct FormatListTests {
  @Test func oneReportALine() {
    let lines = FormatList.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.filter { $0.hasSuffix("  verified") || $0.hasSuffix("  unverified") }.count == KnownReport.all.count)
    #expect(lines.contains("Meta Ads report                           verified"))
    #expect(lines.allSatisfy { $0.count <= 120 })
  }

  @Test func theListStandsAlone() throws {
    #expect(try Inspect.parse(["--formats"]).formats)
    #expect(throws: (any Error).self) { try Inspect.parse(["--formats", "a.csv"]) }
    #expect(throws: (any Error).self) { try Inspect.parse([]) }
  }
}
