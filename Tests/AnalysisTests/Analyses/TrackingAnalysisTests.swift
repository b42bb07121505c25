import Testing
import Vocabulary
import Warehouse

@testable import Analysis

struct TrackingAnalysisTests {
  private func visits(
    _ dimension: String, _ value: String, _ sessions: Int64, week: Int = 0, tool: String = "Web", property: String = ""
  ) -> TaggedVisits {
    let first = monday + 7 * week
    return TaggedVisits(
      tool: tool, property: property, dimension: dimension, value: value,
      window: DateWindow(first: first, last: first + 6) ?? DateWindow(day: first), sessions: sessions)
  }

  /// 1,000 pounds over 500 visits: 2 pounds a visit.
  private func books(spend: [SpendFact]) -> Ledger {
    ledger([customer(1, [purchase(monday, 600), purchase(monday + 8, 400)])], spend: spend, asOf: monday + 13)
  }

  @Test func costAndVisitsThatDoNotMeetAreNamedInMoney() throws {
    let audit = try #require(
      TrackingAnalysis.audit(
        visits: [
          visits("session default channel group", "Paid Search", 100),
          visits("session default channel group", "Direct", 140),
          visits("session default channel group", "Unassigned", 10),
          visits("session default channel group", "Paid Search", 0, week: 1),
          visits("session default channel group", "Paid Social", 50, week: 1),
          visits("session default channel group", "Unassigned", 40, week: 1),
          visits("session default channel group", "Direct", 160, week: 1),
        ], ledger: books(spend: [cost(monday, 30), cost(monday + 7, 70), cost(monday + 9, 5, .display)])))
    #expect(audit.revenuePerVisit == 2)
    #expect(
      audit.gaps == [
        .init(kind: .visitsWithoutCost, subject: "Paid social", visits: 50, money: 100),
        .init(kind: .costWithoutVisits, subject: "Paid search", visits: nil, money: 70),
        .init(kind: .costWithoutVisits, subject: "Display", visits: nil, money: 5),
      ])
    #expect(audit.channelsChecked == 3 && audit.campaignsChecked == 0)
    let unassigned = try #require(audit.unassigned)
    #expect(unassigned.visits == 40 && unassigned.share == 0.16 && unassigned.value == 80)
    #expect(unassigned.shareBefore == 0.04)
  }

  /// Paid search cost 30 unseen in the first week, and was seen 20 times in the second without cost.
  @Test func aNumberLeadsToItsOwnGap() throws {
    let audit = try #require(
      TrackingAnalysis.audit(
        visits: [
          visits("session default channel group", "Direct", 480),
          visits("session default channel group", "Paid Search", 20, week: 1),
        ], ledger: books(spend: [cost(monday, 30)])))
    #expect(audit.gaps.map(\.subject) == ["Paid search", "Paid search"])
    func found(_ kind: TrackingAudit.Kind) -> TrackingAudit.Gap? {
      audit.gap(
        of: ReportNumber(NumberID("x"), 0, .money, .trackedMoney, subject: "Paid search", detail: kind.rawValue))
    }
    #expect(found(.costWithoutVisits)?.money == 30 && found(.visitsWithoutCost)?.money == 40)
    #expect(found(.campaignWithoutVisits) == nil)
  }

  /// Spelling aside, "Brand" and "brand" are one campaign; "Summer" cost money unseen, "newsletter" is nobody's.
  @Test func campaignsMeetBySpelling() throws {
    let audit = try #require(
      TrackingAnalysis.audit(
        visits: [
          visits("session campaign", "brand_uk", 300), visits("session campaign", "newsletter", 200),
          visits("session campaign", "(not set)", 0),
        ], ledger: books(spend: [cost(monday, 30, campaign: "Brand - UK"), cost(monday, 9, campaign: "Summer")])))
    #expect(
      audit.gaps.map(\.kind) == [.tagWithoutCampaign, .campaignWithoutVisits]
        && audit.gaps.map(\.subject) == ["newsletter", "Summer"])
    #expect(audit.campaignsChecked == 3)
    #expect(audit.unassigned == nil)
  }

  /// Platforms fill a campaign's id into its tag; "Spring" is known although it cost nothing here, "9009" to nobody.
  @Test func campaignsMeetByTheirIds() throws {
    let audit = try #require(
      TrackingAnalysis.audit(
        visits: [
          visits("session campaign", "120200000000001", 300), visits("session campaign", "spring", 100),
          visits("session campaign", "9009", 100),
        ], ledger: books(spend: [cost(monday, 9, campaign: "Summer")]),
        campaigns: [
          CampaignName(name: "Spring", id: ""), CampaignName(name: "Summer", id: ""),
          CampaignName(name: "Summer", id: "120200000000001"),
        ]))
    #expect(audit.gaps.map(\.kind) == [.tagWithoutCampaign] && audit.gaps.map(\.subject) == ["9009"])
    #expect(audit.campaignsChecked == 3)
  }

  @Test func aRowWithoutVisitsNamesNothing() throws {
    let audit = try #require(
      TrackingAnalysis.audit(
        visits: [
          visits("session campaign", "Brand", 0), visits("session campaign", "Spring", 434),
          visits("session campaign", "Old", 0),
        ], ledger: books(spend: [cost(monday, 30), cost(monday, 7, campaign: "Spring")])))
    #expect(audit.gaps == [.init(kind: .campaignWithoutVisits, subject: "Brand", visits: nil, money: 30)])
    #expect(audit.campaignsChecked == 2)
  }

  @Test(arguments: [
    ("spring%20sale%202025", "spring sale 2025"), ("Spring+Sale+2025", "spring sale 2025"),
    ("SPRING_Sale - 2025", "spring sale 2025"), ("f%C3%BCr%20alle", "für alle"), ("50% off", "50 off"),
    ("%A4", "a4"), ("100%25", "100"),
  ])
  func tagsAreComparedAsTheyAreMeant(tag: String, meant: String) {
    #expect(TrackingAnalysis.spelling(tag) == meant)
  }

  /// Paid social cost euros in the first week and nothing in the second: 1,000 pounds over 500 visits.
  @Test func costInAnotherCurrencyIsCostAllTheSame() throws {
    let euro = try #require(Currency("EUR"))
    var foreign = cost(monday + 1, 7, .paidSocial, campaign: "Spring")
    foreign.currency = euro
    var held = books(spend: [cost(monday, 30)])
    held.spendLeftOut = [foreign]
    let audit = try #require(
      TrackingAnalysis.audit(
        visits: [
          visits("channel", "Paid Search", 400), visits("channel", "Paid Social", 60),
          visits("channel", "Paid Social", 40, week: 1),
        ], ledger: held))
    #expect(audit.gaps == [.init(kind: .visitsWithoutCost, subject: "Paid social", visits: 40, money: 80)])
    #expect(audit.leftOut == [.otherCurrencyLeftOut(euro, amounts: 1)])
  }

  /// 1,000 pounds over 500 visits, no channel named by the tool: standard rules group what sent them.
  @Test func aTableBySourceMediumAndCampaignIsEnough() throws {
    let values = [
      ("google / cpc + spring", 300), ("facebook / paid_social + summer", 50), ("(direct) / (none) + (not set)", 150),
    ]
    let audit = try withWarehouse { batch in
      batch.webTraffic = values.enumerated().map { index, value in
        WebTraffic(
          origin: RecordOrigin(line: index + 2), tool: "Web", property: "", window: DateWindow(day: monday),
          dimension: "session source / medium + session campaign", dimensionValue: value.0, metric: .sessions,
          metricName: "Sessions", valueMicros: Int64(value.1) * Micros.perUnit)
      }
    } ask: { warehouse in
      try TrackingAnalysis.fetch(
        from: warehouse,
        ledger: ledger(
          [customer(1, [purchase(monday, 1_000)])],
          spend: [cost(monday, 30, campaign: "Spring"), cost(monday, 7, .display, campaign: "Autumn")], asOf: monday))
    }
    let found = try #require(audit)
    #expect(found.tool == "Web" && found.revenuePerVisit == 2 && found.unassigned?.visits == 0)
    #expect(
      Set(found.gaps.map(\.subject)) == ["Paid social", "summer", "Display", "Autumn"] && found.gaps.count == 4)
    #expect(found.gaps.map(\.money) == [100, 100, 7, 7] && found.channelsChecked == 3)
  }

  @Test func overlappingWindowsCountOnce() {
    let periods = TrackingAnalysis.windows(
      of: .channel,
      [visits("channel", "Direct", 5), visits("channel", "Direct", 7, week: 1)].map { row in
        var row = row
        row.window = DateWindow(first: monday, last: row.window.last) ?? row.window
        return row
      })
    #expect(periods.map(\.total) == [7])
  }

  private func rows(_ property: String, _ days: ClosedRange<Int>, _ values: KeyValuePairs<String, Int64>)
    -> [TaggedVisits]
  {
    values.map { value, sessions in
      var row = visits("channel", value, sessions, property: property)
      row.window = DateWindow(first: monday + days.lowerBound, last: monday + days.upperBound) ?? row.window
      return row
    }
  }

  /// Two sites whose weeks begin on other days. Paid social cost 9 on a day of both, and one of them saw it; display cost
  /// 5 on a day of both, and nobody saw it: it counts once. What is without a channel is of both sites' last week.
  @Test func windowsOfOtherPropertiesCountBeside() throws {
    let told =
      rows("DE", 7...13, ["Paid Search": 400, "Direct": 300])
      + rows("FR", 6...12, ["Paid Social": 400, "Unassigned": 9_000])
      + rows("FR", -1...5, ["Direct": 90, "Unassigned": 10])
    let audit = try #require(
      TrackingAnalysis.audit(
        visits: told,
        ledger: books(spend: [cost(monday + 8, 9, .paidSocial), cost(monday + 9, 5, .display), cost(monday + 9, 1)])))
    let unassigned = try #require(audit.unassigned)
    #expect(unassigned.visits == 9_000 && unassigned.share == 9_000.0 / 10_100 && unassigned.shareBefore == 0.1)
    #expect(unassigned.window == DateWindow(first: monday + 6, last: monday + 13))
    #expect(audit.gaps == [.init(kind: .costWithoutVisits, subject: "Display", visits: nil, money: 5)])
    #expect(audit.channelsChecked == 3)
  }

  /// Three weeks of 100 visits a day, 10 of them without a channel; in the third 20 from Monday to Saturday and none on
  /// Sunday. By hand: 6 × 20 = 120 of 700 visits in the last seven days, 14 × 10 = 140 of 1,400 before; 2,100 pounds over
  /// 2,100 visits make the 120 worth 120.
  @Test(arguments: [true, false])
  func daysAndWeeksOfOneSiteGiveOneAnswer(byDay: Bool) throws {
    let days = (0..<20).flatMap { day in
      rows("", day...day, day < 14 ? ["Direct": 90, "Unassigned": 10] : ["Direct": 80, "Unassigned": 20])
    }
    let weeks =
      rows("", 0...6, ["Direct": 630, "Unassigned": 70]) + rows("", 7...13, ["Direct": 630, "Unassigned": 70])
      + rows("", 14...20, ["Direct": 580, "Unassigned": 120])
    let audit = try #require(
      TrackingAnalysis.audit(
        visits: byDay ? days + rows("", 20...20, ["Direct": 100]) : weeks,
        ledger: ledger([customer(1, [purchase(monday, 2_100)])], spend: [], asOf: monday + 20)))
    let week = try #require(DateWindow(first: monday + 14, last: monday + 20))
    #expect(
      audit.unassigned
        == TrackingAudit.Unassigned(visits: 120, share: 120.0 / 700, shareBefore: 0.1, value: 120, window: week))
  }

  /// Four weeks in one window, then two days: the window reaches into the last seven days, and is of the time before.
  @Test func twoDaysAfterAMonthAreTheLatest() throws {
    let told =
      rows("", 0...27, ["Direct": 1_800, "Unassigned": 200]) + rows("", 28...28, ["Direct": 60, "Unassigned": 40])
      + rows("", 29...29, ["Direct": 40, "Unassigned": 60])
    let unassigned = try #require(
      TrackingAnalysis.unassigned(TrackingAnalysis.windows(of: .channel, told), price: nil))
    #expect(unassigned.visits == 100 && unassigned.share == 0.5 && unassigned.shareBefore == 0.1)
  }

  /// The tool calls its channels otherwise from the second week on; of a week that it tells both ways one counts.
  @Test func aDimensionThatIsRenamedCountsOn() {
    let (old, new) = ("session default channel group", "session primary channel group (default channel group)")
    let periods = TrackingAnalysis.windows(
      of: .channel,
      [
        visits(old, "Direct", 5), visits(old, "Direct", 6, week: 1), visits(new, "Direct", 60, week: 1),
        visits(new, "Direct", 7, week: 2),
      ])
    #expect(periods.map(\.total) == [5, 6, 7])
  }

  /// Telephones alone are a part of the site: 60 of 460 visits of theirs, 100 of the site's 1,800.
  @Test func whatIsFilteredIsNotTheSite() throws {
    let group = "session default channel group"
    let told: [(String, String, Int64)] = [
      (group, "Direct", 1_700), (group, "Unassigned", 100), ("filtered by Mobile traffic, \(group)", "Direct", 400),
      ("filtered by Mobile traffic, \(group)", "Unassigned", 60),
    ]
    let audit = try withWarehouse { batch in
      batch.webTraffic = told.enumerated().map { index, row in
        WebTraffic(
          origin: RecordOrigin(line: index + 2), tool: "Web", property: "Shop", window: DateWindow(day: monday),
          dimension: row.0, dimensionValue: row.1, metric: .sessions, metricName: "Sessions",
          valueMicros: row.2 * Micros.perUnit)
      }
    } ask: { warehouse in
      try TrackingAnalysis.fetch(from: warehouse, ledger: books(spend: []))
    }
    let unassigned = try #require(audit?.unassigned)
    #expect(unassigned.visits == 100 && unassigned.share == 100.0 / 1_800)
  }

  @Test func whatAFirstVisitWasIsNotAsked() {
    #expect(
      TrackingAnalysis.audit(visits: [visits("first user channel group", "x", 1)], ledger: books(spend: [])) == nil)
  }
}
