import Analysis
import Foundation
import Testing
import Vocabulary
import Warehouse

@testable import fairlead

/// A workspace whose channel rules change between two builds, over the border of every target on the way.
struct ChannelRulesTests {
  private static let export = """
    # ----------------------------------------
    # Account: North
    # Property: North - GA4
    # ----------------------------------------
    #
    # Start date: 20261001
    # End date: 20261031
    Session source / medium,Sessions,Key events,Total revenue
    google / organic,521,10,932.50
    google / cpc,402,16,1522.40
    partner-north / cpc,92,4,512.00
    partner-south / letter,31,1,98.25
    blog.partner.example / referral,27,5,41.00
    (direct) / (none),310,9,801.00

    """

  private static let rules = """
    channels:
      version: ours-1
      rules:
        - name: Letters
          channel: email
          source: {startsWith: partner-}
        - name: Partner sites
          channel: affiliates
          host: partner.example

    """

  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Self.export, to: "inbox/data-export.csv")
  }

  private func warehouse() throws -> Warehouse { try Warehouse(path: folder.path + "/warehouse.sqlite") }

  private func set(_ channels: String) throws { try folder.write("currency: EUR\n" + channels, to: "fairlead.yml") }

  /// One build, or one rendering, as the commands do it.
  private func publish(fits: Bool = true) throws -> Findings {
    let options = try WorkspaceOptions.parse(["-C", folder.path])
    let workspace = try Workspace(options: options)
    let warehouse = try warehouse()
    let loading = Loading(
      warehouse: warehouse, options: try ReadingOptions.parse([]).resolved(in: workspace), limit: .standard)
    if fits { _ = try loading.load([folder.path + "/inbox/data-export.csv"], quiet: true) }
    let rendering = Rendering(workspace: workspace, warehouse: warehouse, options: try ReportingOptions.parse([]))
    return try (fits ? rendering.build(refused: []) : rendering.render()).findings
  }

  private var page: String { get throws { try folder.read("report/channels.html") } }

  /// By hand: 92 + 31 visits go to e-mail, 27 to affiliates.
  @Test func changedRulesAreShownSideBySide() throws {
    try set("")
    let first = try publish()
    #expect(first.channelRules == nil)
    #expect(try !page.contains("id=\"rules\""))

    try set(Self.rules)
    let second = try publish()
    let found = try #require(second.channelRules?.finding)
    #expect(found.oldRules == "2026-06-07" && found.newRules == "ours-1" && found.tool == "GA4")
    #expect(found.sessions == 1_383 && found.movedSessions == 150)
    #expect(found.moves.map(\.source) == ["partner-north", "partner-south", "blog.partner.example"])
    #expect(found.moves.map(\.from) == [.paidOther, .other, .referral])
    #expect(found.moves.map(\.to) == [.email, .email, .affiliates])
    let email = try #require(found.channels.first { $0.channel == .email })
    #expect(email.old.sessions == 0 && email.new.sessions == 123 && email.new.conversions == 5)
    #expect(email.new.revenue == 610.25)
    #expect(try page.contains("150 of 1,383 visits change their channel"))
    #expect(try folder.read("report/data/channel-moves.csv").contains("partner-north,cpc,Other paid,Email,"))
    // The channels that cost and visits are compared by are the business's own.
    #expect(second.dataQuality.tracking?.unassigned?.visits == 0)

    let published = try page
    _ = try publish()
    #expect(try page == published)
    _ = try publish(fits: false)
    #expect(try page == published)
    #expect(try ChannelRuleSets.fetch(from: warehouse()).map(\.version) == ["2026-06-07", "ours-1"])
  }

  @Test func nothingIsLostOnTheWayBack() throws {
    try set("")
    _ = try publish()
    let facts = try warehouse().contentDigest()
    try set(Self.rules)
    _ = try publish()
    try set("")
    let back = try #require(try publish().channelRules?.finding)
    #expect(back.oldRules == "ours-1" && back.newRules == "2026-06-07" && back.movedSessions == 150)
    #expect(try warehouse().contentDigest() == facts)
    try set("channels:\n  compare: none\n")
    #expect(try publish().channelRules == nil)
  }

  @Test func aFirstBuildComparesWhereItIsAskedTo() throws {
    try set(Self.rules)
    #expect(try publish().channelRules == nil)
    try set(Self.rules + "  compare: builtIn\n")
    #expect(try publish().channelRules?.finding?.movedSessions == 150)
  }

  /// What only gets another name gives every visit the channel that it had.
  @Test func renamedRulesAreNoChange() throws {
    try set(Self.rules)
    _ = try publish()
    try set(Self.rules.replacing("ours-1", with: "ours-2").replacing("Letters", with: "Post"))
    #expect(try publish().channelRules == nil)
    #expect(try ChannelRuleSets.fetch(from: warehouse()).map(\.version) == ["ours-1", "ours-2"])
  }

  @Test func withoutSourcesThePageSaysWhatIsMissing() throws {
    try folder.write(
      Self.export.replacing("Session source / medium", with: "Session default channel group"),
      to: "inbox/data-export.csv")
    try set("")
    _ = try publish()
    try set(Self.rules)
    #expect(try publish().channelRules?.shortfalls == [Shortfall(.sourceFiles, have: 0, required: 1)])
    #expect(try page.contains("There are 0 files of visits by source and medium."))
  }
}
