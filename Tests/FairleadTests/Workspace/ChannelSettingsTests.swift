import Analysis
import Testing
import Vocabulary

@testable import fairlead

struct ChannelSettingsTests {
  private func read(_ lines: String) throws -> ChannelSettings {
    try Configuration.parse("channels:\n" + lines, name: "fairlead.yml").channels
  }

  private func failure(_ text: String) -> String? {
    do {
      _ = try Configuration.parse(text, name: "fairlead.yml")
      return nil
    } catch { return (error as? Failure)?.message }
  }

  @Test func ownRulesGoBeforeTheBuiltInTable() throws {
    let settings = try read(
      """
        version: ours-1
        rules:
          - name: Partner letters
            channel: email
            source: {startsWith: Partner-, matches: '^[A-Z]{2}-post$'}
            medium: [CPC, letter]
          - name: Sites
            channel: affiliates
            host: [www.Guide.example, blog.example]
          - {name: Bought, channel: paidOther, clickID: awc, sourceKind: [social, video], campaign: {contains: [boost, push]}}
      """)
    let own = [
      ChannelRule(
        "Partner letters", .email,
        [
          ChannelCondition(.source, [.beginning("partner-"), .matching(try TextExpression("^[A-Z]{2}-post$"))]),
          ChannelCondition(.medium, [.exactly("cpc"), .exactly("letter")]),
        ]),
      ChannelRule(
        "Sites", .affiliates, [ChannelCondition(.host, [.exactly("guide.example"), .exactly("blog.example")])]),
      ChannelRule(
        "Bought", .paidOther,
        [
          ChannelCondition(.campaign, [.containing("boost"), .containing("push")]),
          ChannelCondition(.clickID, [.exactly("awc")]),
          ChannelCondition(.sourceKind, [.exactly("social"), .exactly("video")]),
        ]),
    ]
    #expect(settings.grouping == ChannelGrouping(version: "ours-1", rules: own + ChannelGrouping.standard.rules))
    #expect(settings.comparison == .previous)
    #expect(settings.grouping.channel(of: TrafficSource(source: "UK-Post", medium: "Letter")) == .email)
  }

  @Test func ownRulesMayReplaceIt() throws {
    let settings = try read(
      """
        version: ours-1
        compare: builtIn
        replaceBuiltIn: true
        rules: [{name: All, channel: other, medium: {matches: .*}}]
      """)
    #expect(settings.grouping.rules.map(\.name) == ["All"] && settings.comparison == .builtIn)
  }

  @Test func nothingSetIsTheBuiltInTable() throws {
    #expect(try Configuration.parse("client: North", name: "fairlead.yml").channels == ChannelSettings())
    #expect(ChannelSettings().grouping == .standard)
    #expect(try read("  compare: none").comparison == .none)
  }

  private static let rule = "version: a\n  rules:\n    - name: N\n      channel: email\n      "

  @Test(arguments: [
    ("channels: 3", "fairlead.yml:1: channels is \"3\"; expected lines like `version: ours-1` and `rules:`"),
    (
      "channels:\n  verison: a",
      "fairlead.yml:2: channels.verison is not known; expected one of version, rules, replaceBuiltIn, compare"
    ),
    ("channels:\n  compare: last", "channels.compare is \"last\"; expected one of previous, builtIn, none"),
    ("channels:\n  replaceBuiltIn: yes", "channels.replaceBuiltIn is \"yes\"; expected true or false"),
    ("channels:\n  version: a", "fairlead.yml:2: channels.rules is not given; expected a list of rules"),
    ("channels:\n  replaceBuiltIn: true", "channels.rules is not given"),
    ("channels:\n  version: a\n  rules:", "fairlead.yml:3: channels.rules is empty"),
    ("channels:\n  version: a\n  rules: []", "channels.rules is empty"),
    ("channels:\n  version: a\n  rules: some", "channels.rules is \"some\"; expected a list of rules"),
    ("channels:\n  rules: [{name: N, channel: email, medium: x}]", "channels.version is not given"),
    ("channels:\n  version: ' '\n  rules: [{name: N, channel: email, medium: x}]", "channels.version is \" \""),
    (
      "channels:\n  version: '2026-06-07'\n  rules: [{name: N, channel: email, medium: x}]",
      "expected another name, since the built-in table has this one"
    ),
    ("channels:\n  version: a\n  rules: [letters]", "channels.rules[1] is \"letters\""),
    ("channels:\n  version: a\n  rules: [{channel: email, medium: x}]", "channels.rules[1].name is not given"),
    ("channels:\n  version: a\n  rules: [{name: '', channel: email, medium: x}]", "channels.rules[1].name is empty"),
    ("channels:\n  version: a\n  rules: [{name: N, medium: x}]", "channels.rules[1].channel is not given"),
    (
      "channels:\n  version: a\n  rules: [{name: N, channel: mail, medium: x}]",
      "channels.rules[1].channel is \"mail\"; expected one of paidSearch, paidSocial, display"
    ),
    (
      "channels:\n  version: a\n  rules: [{name: N, channel: email}]",
      "channels.rules[1] is without a condition; expected at least one of source, medium, campaign, clickID, host, "
        + "sourceKind"
    ),
    (
      "channels:\n  " + rule + "mood: good", "fairlead.yml:6: channels.rules[1].mood is not known; expected one of name"
    ),
    ("channels:\n  " + rule + "medium: ''", "fairlead.yml:6: channels.rules[1].medium is empty; expected a text"),
    ("channels:\n  " + rule + "medium:", "channels.rules[1].medium is empty"),
    ("channels:\n  " + rule + "medium: []", "channels.rules[1].medium is empty"),
    ("channels:\n  " + rule + "medium: {}", "channels.rules[1].medium is empty; expected one of equals, startsWith"),
    ("channels:\n  " + rule + "medium: [cpc, ' ']", "channels.rules[1].medium is empty"),
    ("channels:\n  " + rule + "medium: [[cpc]]", "channels.rules[1].medium is \"a list or a group\""),
    (
      "channels:\n  " + rule + "medium: {like: cpc}",
      "channels.rules[1].medium.like is not known; expected one of equals"
    ),
    (
      "channels:\n  " + rule + "medium: {matches: '(cp'}",
      "channels.rules[1].medium.matches is an expression with a ( that is never closed; expected a regular expression"
    ),
    (
      "channels:\n  " + rule + "medium: {matches: '(?=cp)x'}",
      "channels.rules[1].medium.matches is an expression with a group that looks around"
    ),
    (
      "channels:\n  " + rule + "sourceKind: shops",
      "channels.rules[1].sourceKind is \"shops\"; expected one of search, social, video, shopping, aiAssistant"
    ),
    ("channels:\n  " + rule + "sourceKind: {contains: s}", "channels.rules[1].sourceKind.contains is not known"),
    (
      "channels:\n  " + rule + "host: https://a.example/",
      "channels.rules[1].host is \"https://a.example/\"; expected the name of a site, such as partner.example"
    ),
    ("channels:\n  " + rule + "host: partner", "channels.rules[1].host is \"partner\""),
    (
      "channels:\n  " + rule + "medium: a\n    - {name: n, channel: sms, medium: b}",
      "fairlead.yml:7: channels.rules[2].name is \"n\"; expected a name that no rule above has"
    ),
    ("channels:\n  " + rule + "medium: a\n      medium: b", "medium more than once"),
  ])
  func whatIsWrongIsNamed(text: String, expected: String) throws {
    let message = try #require(failure(text))
    #expect(message.contains(expected), "\(message)")
    #expect(message.hasPrefix("fairlead.yml:") && message.hasSuffix("; correct the line"), "\(message)")
  }
}
