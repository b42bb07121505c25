import Testing
import Vocabulary

@testable import Analysis

/// Figures added up by hand.
struct ChannelRulesAnalysisTests {
  private static let own = ChannelGrouping.standard.preceded(
    by: [
      ChannelRule("Partners", .email, [ChannelCondition(.source, [.beginning("partner-")])])
    ], version: "ours-1")

  private func row(
    _ source: String, _ medium: String, _ sessions: Int64, day: Int = 0, conversions: Int64? = nil,
    revenue: Int64? = nil, currency: Currency? = pounds
  ) -> VisitOrigins.Row {
    VisitOrigins.Row(
      window: DateWindow(day: monday + day), origin: TrafficSource(source: source, medium: medium), sessions: sessions,
      conversionsMicros: conversions.map { $0 * Micros.perUnit }, revenueMicros: revenue.map { $0 * Micros.perUnit },
      currency: currency)
  }

  private func compared(_ rows: [VisitOrigins.Row], configured: Currency? = nil) throws -> RegroupedVisits {
    try #require(
      ChannelRulesAnalysis.compare(
        VisitOrigins(tool: "Web", rows: rows, unreadSessions: 2), old: .standard, new: Self.own, currency: pounds,
        configured: configured
      ).finding)
  }

  @Test func visitsStandUnderEitherRules() throws {
    let found = try compared([
      row("google", "organic", 50, conversions: 5, revenue: 500),
      row("partner-a", "cpc", 20, conversions: 2, revenue: 90),
      row("partner-a", "cpc", 10, day: 1), row("Partner-b", "referral", 4, day: 9, conversions: 1),
    ])
    #expect(found.oldRules == "2026-06-07" && found.newRules == "ours-1" && found.unreadSessions == 2)
    #expect(found.window == DateWindow(first: monday, last: monday + 9))
    #expect(found.channels.map(\.channel) == [.paidOther, .email, .organicSearch, .referral])
    #expect(found.channels.map(\.old.sessions) == [30, 0, 50, 4])
    #expect(found.channels.map(\.new.sessions) == [0, 34, 50, 0])
    #expect(found.channels.map(\.old.conversions) == [2, 0, 5, 1])
    #expect(found.channels.map(\.new.conversions) == [0, 3, 5, 0])
    #expect(found.channels.map(\.new.revenue) == [0, 90, 500, 0])
    #expect(found.sessions == 84 && found.movedSessions == 34)
    #expect(found.moves.map(\.source) == ["partner-a", "Partner-b"])
    #expect(found.moves.map(\.from) == [.paidOther, .referral] && found.moves.map(\.to) == [.email, .email])
    #expect(found.moves.map(\.figures.sessions) == [30, 4])
    #expect(found.moves.map(\.figures.revenue) == [90, 0])
    #expect(found.currency == pounds && !found.leavesOutMoney)
  }

  @Test func whatTheToolDoesNotTellIsNotNought() throws {
    let found = try compared([row("google", "organic", 50), row("partner-a", "cpc", 20)])
    #expect(found.channels.allSatisfy { $0.old.conversions == nil && $0.new.revenue == nil })
    #expect(found.currency == nil && !found.leavesOutMoney)
  }

  /// Money in another currency, or in one that neither file nor settings name, is left out and said to be.
  @Test func moneyOfAnotherCurrencyIsLeftOut() throws {
    let rows = [
      row("google", "organic", 50, revenue: 500), row("partner-a", "cpc", 20, revenue: 90, currency: Currency("EUR")),
      row("partner-a", "cpc", 20, revenue: 7, currency: nil),
    ]
    let found = try compared(rows)
    #expect(found.leavesOutMoney && found.channels.compactMap(\.new.revenue).reduce(0, +) == 500)
    let declared = try compared(rows, configured: pounds)
    #expect(declared.channels.compactMap(\.new.revenue).reduce(0, +) == 507)
  }

  @Test func withoutSourcesWhatIsMissingIsSaid() {
    let none = ChannelRulesAnalysis.compare(nil, old: .standard, new: Self.own, currency: pounds, configured: nil)
    #expect(none.shortfalls == [Shortfall(.sourceFiles, have: 0, required: 1)])
  }

  /// The audit of cost and visits goes by the business's own channels, not by those of the tool.
  @Test func trackingGoesByTheOwnRules() throws {
    let origins = VisitOrigins(
      tool: "Web", rows: [row("partner-a", "cpc", 20), row("crm", "whatever", 5), row("google", "cpc", 9)])
    let tagged = TrackingAnalysis.tagged(origins, by: Self.own)
    #expect(tagged.map(\.value) == ["Email", "unassigned", "Paid search"])
    #expect(tagged.map(\.sessions) == [20, 5, 9] && tagged.allSatisfy { $0.dimension == "channel" })
    let audit = try #require(TrackingAnalysis.audit(visits: tagged, ledger: ledger([], asOf: monday + 6)))
    #expect(audit.gaps.map(\.subject) == ["Paid search"])
  }
}
