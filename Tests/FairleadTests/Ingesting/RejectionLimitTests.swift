import Testing

@testable import fairlead

struct RejectionLimitTests {
  @Test func aShareAllowsFiveRowsAtLeast() throws {
    let limit = RejectionLimit.standard
    #expect(limit.allows(rejected: 5, of: 10))
    #expect(!limit.allows(rejected: 6, of: 10))
    #expect(limit.allows(rejected: 10, of: 1_000))
    #expect(!limit.allows(rejected: 11, of: 1_000))
  }

  @Test func countsAndPercentagesAreRead() throws {
    #expect(RejectionLimit(argument: "0")?.bound == .rows(0))
    #expect(RejectionLimit(argument: "2%")?.bound == .share(0.02))
    #expect(RejectionLimit(argument: "101%") == nil)
    #expect(RejectionLimit(argument: "-1") == nil)
    #expect(RejectionLimit(argument: "some") == nil)
  }

  @Test func helpShowsTheDefaultAsItIsTyped() {
    #expect(RejectionLimit.standard.defaultValueDescription == "1%")
    #expect(RejectionLimit(bound: .rows(25)).defaultValueDescription == "25")
    #expect(RejectionLimit(bound: .share(0.025)).defaultValueDescription == "2.5%")
  }
}
