import Computation
import Testing
import Vocabulary
import Warehouse

@testable import Analysis

struct VisitBuilderTests {
  private func view(
    _ second: Int64?, _ page: String = "/", origin: TrafficSource = TrafficSource(), referrer: String = "",
    session: String = "", name: String = "page_view"
  ) -> WebEventRow {
    var event = WebEventRow(
      tool: "Log", property: "shop.example", name: name, day: Day(number: Int((second ?? 0) / 86_400)))
    event.instantMicros = second.map { $0 * 1_000_000 }
    event.visitorID = "v"
    event.page = page
    event.origin = origin
    event.referrer = referrer
    event.sessionID = session
    return event
  }

  private func visits(_ events: WebEventRow...) -> [WebVisit] {
    VisitBuilder().visits(events, site: "shop.example")
  }

  @Test func moreThanThirtyMinutesEndAVisit() {
    let found = visits(view(0, "/a"), view(1_800, "/b"), view(3_601, "/c"))
    #expect(found.map(\.views) == [2, 1])
    #expect(found.map(\.seconds) == [1_800, 0])
    #expect(found.map(\.landingPage) == ["/a", "/c"])
  }

  @Test func midnightEndsNone() {
    let found = visits(view(86_390), view(86_410))
    #expect(found.map(\.views) == [2])
    #expect(found.map(\.day.number) == [0])
  }

  @Test func anotherCampaignBeginsAVisitAndTheSameDoesNot() {
    let spring = TrafficSource(source: "mail", medium: "email", campaign: "spring")
    let summer = TrafficSource(source: "mail", medium: "email", campaign: "summer")
    let found = visits(
      view(0), view(10, origin: spring), view(20), view(30, origin: spring), view(40, origin: summer), view(50))
    #expect(found.map(\.views) == [1, 3, 2])
    #expect(found.map(\.origin.campaign) == ["", "spring", "summer"])
    #expect(found.map(\.channel) == [.direct, .email, .email])
  }

  @Test func theFirstPageTellsWhereAVisitCameFrom() {
    let found = visits(
      view(0, referrer: "www.google.de"), view(10, referrer: "other.example"),
      view(10_000, referrer: "www.shop.example"), view(20_000, origin: TrafficSource(clickID: "gclid")))
    #expect(found.map(\.channel) == [.organicSearch, .direct, .paidSearch])
    #expect(found.map(\.origin.source) == ["google.de", "(direct)", "google"])
  }

  @Test func theToolsOwnSessionsAreFollowed() {
    var purchase = view(9_000, session: "s1", name: "purchase")
    purchase.transactionID = "T-1"
    let found = visits(
      view(0, session: "s1"), purchase, purchase, view(10, "/x", session: "s2"),
      view(nil, origin: TrafficSource(source: "mail", medium: "email"), session: "s2"))
    #expect(found.map(\.sessionID) == ["s1", "s2"])
    #expect(found.map(\.events) == [3, 2])
    #expect(found.map(\.transactionIDs) == [["T-1"], []])
    #expect(found[1].channel == .email)
  }

  @Test func whatHasNeitherMomentNorSessionIsInNoVisit() { #expect(visits(view(nil)).isEmpty) }

  /// Over 300 random histories: order changes nothing, no event is lost, pauses lie between visits and none inside one.
  @Test func properties() {
    var random = SeededGenerator(seed: 7)
    let origins = [TrafficSource(), TrafficSource(), TrafficSource(), TrafficSource(source: "a", medium: "cpc")]
    for _ in 0..<300 {
      let events = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        view(
          Int64.random(in: 0...20_000, using: &random), "/\(Int.random(in: 0...3, using: &random))",
          origin: origins[Int.random(in: 0..<4, using: &random)],
          referrer: ["", "b.example"][Int.random(in: 0...1, using: &random)])
      }
      let found = VisitBuilder().visits(events, site: "")
      #expect(found == VisitBuilder().visits(events.shuffled(using: &random), site: ""))
      #expect(found.reduce(0) { $0 + $1.events } == events.count)
      for (visit, next) in zip(found, found.dropFirst()) {
        let pause = (next.firstMicros ?? 0) - (visit.lastMicros ?? 0)
        #expect(pause > 1_800_000_000 || next.origin.source == "a")
        #expect(pause >= 0)
      }
      let moments = events.compactMap(\.instantMicros).sorted()
      let pauses = zip(moments, moments.dropFirst()).count { $1 - $0 > 1_800_000_000 }
      #expect(found.count > pauses)
      if !events.contains(where: \.origin.isTagged) { #expect(found.count == pauses + 1) }
    }
  }
}
