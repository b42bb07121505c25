import Testing
import Vocabulary

@testable import Analysis
@testable import Reporting

@Suite struct ChannelRulesPartTests {
  private typealias Figures = RegroupedVisits.Figures

  static let regrouped = RegroupedVisits(
    tool: "Web", window: Fixture.window("2026-10-01", "2026-10-31"), oldRules: "2026-06-07", newRules: "ours-1",
    channels: [
      .init(
        channel: .email, old: Figures(sessions: 1_450, conversions: 87, revenue: 7_044.8),
        new: Figures(sessions: 2_370, conversions: 133, revenue: 12_164.8)),
      .init(
        channel: .organicSearch, old: Figures(sessions: 5_210, conversions: 104, revenue: 9_321.5),
        new: Figures(sessions: 5_210, conversions: 104, revenue: 9_321.5)),
      .init(
        channel: .paidOther, old: Figures(sessions: 920, conversions: 46, revenue: 5_120),
        new: Figures(sessions: 0, conversions: 0, revenue: 0)),
    ],
    moves: [
      .init(
        source: "partner-north", medium: "cpc", from: .paidOther, to: .email,
        figures: Figures(sessions: 920, conversions: 46, revenue: 5_120))
    ], unreadSessions: 0, currency: Fixture.pounds, leavesOutMoney: false)

  @Test func bothRulesStandSideBySide() throws {
    let (part, files) = ChannelRulesPart.part(Insight(.found(Self.regrouped)))
    #expect(part.anchor == "rules" && files.map(\.path) == ["data/channel-rules.csv", "data/channel-moves.csv"])
    #expect(part.cards[0].title == "920 of 7,580 visits change their channel")
    #expect(part.cards[0].subtitle?.hasSuffix("Old rules: 2026-06-07. New rules: ours-1.") == true)
    let table = try #require(part.cards[0].table)
    #expect(
      table.columns.map(\.label) == [
        "Channel", "Visits, old rules", "Visits, new rules", "Conversions, old rules", "Conversions, new rules",
        "Revenue, old rules", "Revenue, new rules",
      ])
    #expect(table.rows[0].cells.map(\.text) == ["1,450", "2,370", "87", "133", "£7,045", "£12,165"])
    #expect(table.rows[0].cells.map(\.detail) == [nil, "+920", nil, "+46", nil, "+£5,120"])
    #expect(table.rows[1].cells.allSatisfy { $0.detail == nil })
    #expect(
      files[0].table.csv.contains("Other paid,920,0,-920,46,0,-46,5120,0,-5120\r\n"), "\(files[0].table.csv)")
    #expect(part.cards[1].title == "Largest move: partner-north / cpc, from Other paid to Email")
    #expect(
      files[1].table.rows.map { $0.map(\.text) } == [
        ["partner-north", "cpc", "Other paid", "Email", "920", "46", "£5,120", "12.1%"]
      ])
  }

  @Test func whatTheToolDoesNotTellHasNoColumn() throws {
    var visits = Self.regrouped
    for place in visits.channels.indices {
      visits.channels[place].old.conversions = nil
      visits.channels[place].old.revenue = nil
    }
    visits.currency = nil
    let part = ChannelRulesPart.part(Insight(.found(visits))).0
    #expect(part.cards.map { $0.table?.columns.count } == [3, 5])
  }

  @Test func whereNothingMovesThereIsNoSecondTable() {
    var visits = Self.regrouped
    visits.moves = []
    let (part, files) = ChannelRulesPart.part(Insight(.found(visits)))
    #expect(part.cards.map(\.title) == ["No visit changes its channel"] && files.count == 1)
  }

  @Test func whatIsLeftOutIsSaid() {
    var visits = Self.regrouped
    #expect(ChannelRulesPart.part(Insight(.found(visits))).0.cards[0].note == nil)
    visits.unreadSessions = 1
    visits.leavesOutMoney = true
    visits.newRules = visits.oldRules
    let card = ChannelRulesPart.part(Insight(.found(visits))).0.cards[0]
    #expect(
      card.note == "1 visit is left out: source and medium cannot be told apart. "
        + "Revenue in another or an unknown currency is left out.")
    #expect(card.subtitle?.hasSuffix("Old and new rules are both called 2026-06-07.") == true)
  }

  @Test func whatIsNoNameOfASourceIsNotShown() throws {
    var visits = Self.regrouped
    visits.moves[0].source = "jo@customer.example"
    visits.moves[0].medium = ""
    let (part, files) = ChannelRulesPart.part(Insight(.found(visits)))
    #expect(part.cards[1].title == "Largest move: an e-mail address / not recorded, from Other paid to Email")
    #expect(part.cards[1].table?.rows.map(\.name.text) == ["an e-mail address / not recorded"])
    #expect(!files[1].table.csv.contains("@"))
  }

  @Test func withoutSourcesThePartSaysWhatIsNeeded() {
    let (part, files) = ChannelRulesPart.part(
      Insight(.notEnough([Shortfall(.sourceFiles, have: 0, required: 1)])))
    #expect(
      part.cards[0].missing?.steps.map(\.have) == ["There are 0 files of visits by source and medium."])
    #expect(files.isEmpty)
  }

  @Test(arguments: ["full", "young"])
  func thePageHasThePartOnlyWhereRulesChanged(_ name: String) throws {
    var findings = Rendered.findings(name)
    findings.channelRules = nil
    let without = try Rendered.site.render(findings)
    #expect(!without.contains { String(decoding: $0.bytes, as: UTF8.self).contains("channel rules") })
    findings.channelRules = Insight(.found(Self.regrouped))
    let with = try Rendered.site.render(findings)
    #expect(
      Set(with.map(\.path)).subtracting(without.map(\.path)) == ["data/channel-rules.csv", "data/channel-moves.csv"])
    #expect(zip(with, without).filter { $0 != $1 }.map(\.0.path).first == "channels.html")
    let page = try #require(with.first { $0.path == "channels.html" })
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("href=\"#rules\""))
  }

  @Test func itsSentencesAreShort() throws {
    var findings = Fixture.full
    var visits = Self.regrouped
    visits.unreadSessions = 12
    visits.leavesOutMoney = true
    findings.channelRules = Insight(.found(visits))
    let page = try #require(try Rendered.site.render(findings).first { $0.path == "channels.html" })
    let part = try #require(
      String(decoding: page.bytes, as: UTF8.self).components(between: "<section id=\"rules\"", and: "</section>").first)
    for text in PageText.elements(["h2", "h3", "p"], in: part) {
      for sentence in text.replacing(": ", with: ". ").components(separatedBy: ". ") {
        #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
      }
    }
  }
}
