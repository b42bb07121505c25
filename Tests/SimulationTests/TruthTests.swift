import Testing

@testable import Simulation

@Suite struct TruthTests {
  @Test func namesWhatTestsNeed() {
    let text = String(decoding: Worlds.small.truthJSON(), as: UTF8.self)
    for key in [
      "plan", "segments", "segmentOracle", "churn", "channels", "campaigns", "platformClaims", "weekly", "outage",
      "restatedWeek", "files", "customers", "expectedRecordedReturn", "incrementalReturn", "overClaim",
      "oracleNoOrderProbability", "oracleSegment", "causalChannel",
    ] {
      #expect(text.contains("\"\(key)\":"), "\(key)")
    }
  }

  @Test func listsEachCustomerOnce() {
    let text = String(decoding: Worlds.small.truthJSON(), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.contains("\"email\":") }
    #expect(lines.count == Worlds.small.customers.count)
  }
}
