import Computation
import Testing
import Vocabulary
import Warehouse

@testable import Analysis

struct VisitBuilderTests {
  private let hosts = OwnHosts(
    ["shop.example", "www.shop.example", "checkout.shop.example", "other.example", "123", "A", "B", ""].map {
      WebProperty(tool: "Log", name: $0)
    }, referrers: [])

  private func view(
    _ second: Int64?, _ page: String = "/", origin: TrafficSource = TrafficSource(), referrer: String = "",
    session: String = "", name: String = "page_view", on property: String = "shop.example"
  ) -> WebEventRow {
    var event = WebEventRow(
      tool: "Log", property: property, name: name, day: Day(number: Int((second ?? 0) / 86_400)))
    event.instantMicros = second.map { $0 * 1_000_000 }
    event.visitorID = "v"
    event.page = page
    event.origin = origin
    event.referrer = referrer
    event.sessionID = session
    return event
  }

  private func visits(_ events: WebEventRow...) -> [WebVisit] {
    VisitBuilder().visits(events, of: hosts)
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

  /// The purchase is told by the server, which names no host.
  @Test func aSessionGoesOnFromHostToHost() {
    var purchase = view(40, session: "s1", name: "purchase", on: "123")
    purchase.transactionID = "T-1"
    let found = visits(
      view(0, origin: TrafficSource(source: "google", medium: "cpc"), session: "s1", on: "www.shop.example"),
      view(20, "/cart", referrer: "www.shop.example", session: "s1", on: "checkout.shop.example"),
      view(30, "/pay", referrer: "checkout.shop.example", session: "s1", on: "other.example"), purchase)
    #expect(found.map(\.events) == [4])
    #expect(found.map(\.channel) == [.paidSearch])
    #expect(found.map(\.transactionIDs) == [["T-1"]])
  }

  /// Properties that name no host may both count their sessions from 1.
  @Test func equalSessionsOfTwoPropertiesWithoutAHostAreTwo() {
    #expect(visits(view(0, session: "1", on: "A"), view(9_000, session: "1", on: "B")).map(\.property) == ["A", "B"])
  }

  /// Two shops that count visitors and sessions from 1 reach a number days apart; one site may have a session for longer.
  @Test func aSessionGoesOnToAnotherSiteWithinADayAlone() {
    func found(_ second: Int64, on property: String) -> [Int] {
      visits(view(0, session: "1"), view(second, session: "1", on: property)).map(\.events)
    }
    #expect(found(90_000, on: "other.example") == [2])
    #expect(found(200_000, on: "other.example") == [1, 1])
    #expect(found(200_000, on: "checkout.shop.example") == [2] && found(200_000, on: "123") == [2])
  }

  @Test func hostsOfOneSiteAreOneVisitAndNoReferrers() {
    let found = visits(
      view(0, referrer: "www.google.de", on: "shop.example"),
      view(9, referrer: "shop.example", on: "www.shop.example"),
      view(19, "/pay", referrer: "www.shop.example", on: "checkout.shop.example"),
      view(9_000, "/pay", referrer: "www.shop.example", on: "checkout.shop.example"))
    #expect(found.map(\.views) == [3, 1])
    #expect(found.map(\.channel) == [.organicSearch, .direct])
  }

  @Test func otherSitesHaveVisitsOfTheirOwn() {
    let found = visits(view(0), view(10, referrer: "shop.example", on: "other.example"))
    #expect(found.map(\.property) == ["shop.example", "other.example"])
    #expect(found.map(\.channel) == [.direct, .referral])
  }

  /// Two logs of one site, one of which does not say so; what it alone tells counts.
  @Test func whatALogWithoutAHostTellsAgainCountsOnce() {
    let found = visits(
      view(0, "/a"), view(0, "/a", on: ""), view(60, "/b"), view(60, "/b", on: ""), view(60, "/c", on: ""))
    #expect(found.reduce(0) { $0 + $1.views } == 3)
  }

  /// Of the first that has it, whoever sees it again; another site counts its orders by itself.
  @Test func anOrderIsOfOneVisit() {
    func visit(_ second: Int64, on property: String, orders: [String]) -> WebVisit? {
      var visit = visits(view(second, on: property)).first
      visit?.transactionIDs = orders
      // Who opens the page of thanks again on another device is another visitor.
      visit?.visitorID = "visitor at \(second)"
      return visit
    }
    let found = [
      visit(9_000, on: "checkout.shop.example", orders: ["1", "2"]), visit(0, on: "shop.example", orders: ["1"]),
      visit(500, on: "other.example", orders: ["1"]), visit(9_500, on: "shop.example", orders: ["2", "3"]),
    ]
    let single = VisitBuilder.withOrdersOnce(found.compactMap(\.self), of: hosts)
    #expect(single.map(\.transactionIDs) == [["2"], ["1"], ["1"], ["3"]])
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
      let found = VisitBuilder().visits(events, of: hosts)
      #expect(found == VisitBuilder().visits(events.shuffled(using: &random), of: hosts))
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
