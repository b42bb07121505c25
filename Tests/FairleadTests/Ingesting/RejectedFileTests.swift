import Ingestion
import Testing
import Vocabulary

@testable import fairlead

struct RejectedFileTests {
  private func summary(rejected: Int, of read: Int, hasFacts: Bool) -> ReadSummary {
    var summary = ReadSummary(
      sourceFile: SourceFile(name: "a", digest: "", byteCount: 0, format: "", isVerified: true, encoding: ""))
    summary.rowsRead = read
    summary.rowsRejected = rejected
    summary.hasFacts = hasFacts
    return summary
  }

  @Test func tooManyOrNothingToUse() {
    let two = RejectionLimit(bound: .rows(2))
    #expect(RejectedFile(summary(rejected: 0, of: 0, hasFacts: false), limit: two) == nil)
    #expect(RejectedFile(summary(rejected: 2, of: 3, hasFacts: true), limit: two) == nil)
    #expect(RejectedFile(summary(rejected: 3, of: 4, hasFacts: true), limit: two) != nil)
    #expect(RejectedFile(summary(rejected: 1, of: 3, hasFacts: false), limit: two) != nil)
  }

  @Test func aMappingMayBeWrongToo() throws {
    let none = RejectionLimit(bound: .rows(0))
    for (hasFacts, advice) in [
      (false, "; correct the export or the mapping \"orders\""),
      (true, "; correct the export or the mapping \"orders\" or raise --max-rejected"),
    ] {
      var summary = summary(rejected: 1, of: 1, hasFacts: hasFacts)
      summary.mapping = "orders"
      let rejected = try #require(RejectedFile(summary, limit: none))
      #expect(rejected.message("a.csv").hasSuffix(advice))
    }
  }
}
