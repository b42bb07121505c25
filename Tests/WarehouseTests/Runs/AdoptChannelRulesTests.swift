import Testing
import Vocabulary

@testable import Warehouse

@Suite struct AdoptChannelRulesTests {
  private func own(_ channel: Channel, name: String = "Letters") throws -> ChannelGrouping {
    ChannelGrouping(
      version: "ours-1",
      rules: [
        ChannelRule(
          name, channel,
          [
            ChannelCondition(.source, [.beginning("crm-"), .matching(try TextExpression("^post[0-9]+$"))]),
            ChannelCondition(.host, [.exactly("partner.example")]),
          ])
      ])
  }

  @Test func rulesComeBackAsTheyWere() throws {
    let scratch = try Scratch()
    try scratch.warehouse.adopt(.standard)
    try scratch.warehouse.adopt(try own(.email))
    #expect(try ChannelRuleSets.fetch(from: scratch.warehouse) == [.standard, try own(.email)])
  }

  /// Each change is one entry, and a change back is one too.
  @Test func onlyAChangeIsPutOnRecord() throws {
    let scratch = try Scratch()
    for rules in [.standard, .standard, try own(.email), try own(.email), try own(.sms), .standard] {
      try scratch.warehouse.adopt(rules)
    }
    #expect(try ChannelRuleSets.fetch(from: scratch.warehouse).map(\.rules.count) == [28, 1, 1, 28])
    let entries = try scratch.warehouse.auditEntries()
    #expect(entries.map(\.subject) == Array(repeating: "channel rules", count: 4))
    #expect(entries.map(\.outcome).prefix(2) == ["promoted 2026-06-07", "promoted ours-1"])
    #expect(entries.map(\.rows) == [28, 1, 1, 28])
  }

  @Test func factsStayAsTheyAre() throws {
    let scratch = try Scratch()
    let before = try scratch.warehouse.contentDigest()
    try scratch.warehouse.adopt(.standard)
    #expect(try scratch.warehouse.contentDigest() == before)
  }

  @Test(arguments: [
    "UPDATE channelRule SET channel = 'skywriting'", "UPDATE channelPattern SET field = 'mood'",
    "UPDATE channelPattern SET content = '(' WHERE comparison = 'matches'",
  ])
  func aRuleThatNobodyKnowsIsDamage(sql: String) throws {
    let scratch = try Scratch()
    try scratch.warehouse.adopt(try own(.email))
    try scratch.warehouse.change { try $0.execute(sql: sql) }
    #expect(throws: WarehouseError.damaged(path: scratch.path, found: "a channel rule that cannot be read")) {
      try ChannelRuleSets.fetch(from: scratch.warehouse)
    }
  }
}
