@testable import Analysis
import Testing

@testable import Reporting

/// A headline is tested against the predicate it states, worked out from the findings themselves.
@Suite struct HeadlineTests {
  private func overview(_ value: Double?, previous: Double?, range: (Double, Double)?) -> Overview {
    var overview = Fixture.overview
    overview.tiles[0].value = value
    overview.tiles[0].previous = previous
    overview.tiles[0].usualRange = range.map { Overview.UsualRange(low: $0.0, high: $0.1, weeks: 26) }
    return overview
  }

  @Test func roseOnlyOutsideTheUsualRange() {
    #expect(WeekHeadline(overview(184_213, previous: 173_130, range: (158e3, 181e3))).claim == .rose)
    #expect(WeekHeadline(overview(180_000, previous: 173_130, range: (158e3, 181e3))).claim == .usual)
    #expect(WeekHeadline(overview(184_213, previous: 190_000, range: (158e3, 181e3))).claim == .above)
    #expect(WeekHeadline(overview(150_000, previous: 173_130, range: (158e3, 181e3))).claim == .fell)
    #expect(WeekHeadline(overview(150_000, previous: 140_000, range: (158e3, 181e3))).claim == .below)
    #expect(WeekHeadline(overview(150_000, previous: 140_000, range: nil)).claim == .plain)
    #expect(WeekHeadline(overview(nil, previous: 140_000, range: nil)).claim == .noRevenue)
  }

  /// 5.70k after 14.6k is 61 % less; 0.1 of 170,000 is 17,000.
  @Test func withinTheUsualRangeItSaysHowItMoved() {
    let range = (4_000.0, 190e3)
    let fell = WeekHeadline(overview(5_700, previous: 14_615, range: range))
    #expect(fell.claim == .lower)
    #expect(fell.text == "Revenue fell to £5.70k, within its usual range")
    let rose = WeekHeadline(overview(14_600, previous: 5_700, range: range))
    #expect(rose.text == "Revenue rose to £14.6k, within its usual range")
    #expect(WeekHeadline(overview(187_000, previous: 170_000, range: range)).claim == .higher)
    #expect(WeekHeadline(overview(186_900, previous: 170_000, range: range)).claim == .usual)
    #expect(WeekHeadline(overview(170_000, previous: 170_000, range: range)).claim == .usual)
    #expect(WeekHeadline(overview(5_700, previous: 0, range: range)).claim == .higher)
    let first = WeekHeadline(overview(5_700, previous: nil, range: range))
    #expect(first.text == "Revenue was £5.70k, within its usual range")
  }

  @Test func weekInWords() {
    #expect(
      WeekHeadline(Fixture.overview).text == "Revenue rose 6.4% to £184k while ad spend stayed in its usual range")
  }

  /// A part of the week's revenue neither rose nor fell, whatever stands beside it.
  @Test func aPartOfTheWeekClaimsNothing() throws {
    var part = overview(150_000, previous: 173_130, range: (158e3, 181e3))
    let last = part.tiles[0].history.count - 1
    part.tiles[0].history[last].leftOut = 3
    let headline = WeekHeadline(part)
    #expect(headline.claim == .incomplete)
    #expect(
      headline.text
        == "Revenue of the week is incomplete: £150k, without 3 orders for which no exchange rate is given")
    part.tiles[0].history[last].leftOut = 1
    #expect(WeekHeadline(part).text.hasSuffix("£150k, without 1 order for which no exchange rate is given"))
    let one = part
    let german = try Language(tag: "de").speaking { WeekHeadline(one).text }
    #expect(german.hasSuffix("ohne 1 Bestellung, für die kein Wechselkurs vorliegt"))
  }

  @Test func adSpendThatIsAPartIsNotSetBesideRevenue() {
    var overview = Fixture.overview
    overview.tiles[1].history[overview.tiles[1].history.count - 1].leftOut = 1
    #expect(WeekHeadline(overview).text == "Revenue rose 6.4% to £184k")
  }

  @Test func revenueAgainstLastYear() {
    #expect(RevenueHeadline([1, 2, 3, 4], [1, 1, 1, 1]).claim == .ahead)
    #expect(RevenueHeadline([9, 1, 1, 1, 1], [1, 2, 2, 2, 2]).claim == .behind)
    #expect(RevenueHeadline([100, 100, 100, 100], [100, 101, 100, 100]).claim == .level)
    #expect(RevenueHeadline([1, 2, 3, 4], [nil, 1, 1, 1]).claim == .noComparison)
  }

  @Test func channelsNameOnlyWhatTheVerdictsHold() {
    var returns = Fixture.returns
    #expect(
      ChannelsHeadline(returns).text
        == "Paid search and affiliates pay back. Display very likely loses money on recorded revenue")
    returns.channels = returns.channels.filter { $0.verdict != .loses && $0.verdict != .paysBack }
    #expect(ChannelsHeadline(returns).text == "No channel clearly pays back or loses money yet")
    for index in returns.channels.indices { returns.channels[index].verdict = .marginUnknown }
    #expect(ChannelsHeadline(returns).text == "Which channels pay back depends on your gross margin")
  }

  @Test func whatKeepsChannelsFromBeingComparedIsSaid() throws {
    var returns = Fixture.returns
    func lacking(_ need: Shortfall.Need) -> Returns {
      for index in returns.channels.indices {
        returns.channels[index].recordedReturn = nil
        returns.channels[index].verdict = .notEnoughData
        returns.channels[index].shortfall = Shortfall(need, have: 0, required: 1)
      }
      return returns
    }
    #expect(
      ChannelsHeadline(lacking(.ordersFiles)).text == "No sales are recorded yet to compare with ad spend")
    #expect(ChannelsHeadline(lacking(.contactFiles)).text == "No recorded sale names a first source yet")
    #expect(
      ChannelsHeadline(lacking(.newCustomers)).text == "There is not enough data to compare channels yet")
    #expect(MissingReturns(Fixture.returns.channels) == nil)
  }

  /// Spend has no better direction: it is named when it is unusual, and the ratio that suffers from it besides.
  @Test func unusualSpendIsNamedInTheStandfirst() throws {
    var overview = Fixture.overview
    func set(_ measure: Overview.Measure, _ value: Double, _ range: (low: Double, high: Double)) throws {
      let place = try #require(overview.tiles.firstIndex { $0.measure == measure })
      overview.tiles[place].value = value
      overview.tiles[place].usualRange = Overview.UsualRange(low: range.low, high: range.high, weeks: 26)
    }
    try set(.spend, 2_670, (1_220, 2_130))
    try set(.revenuePerSpend, 3.61, (4.5, 7.35))
    let sentences = SummarySection.standfirst(overview, Fixture.full)
    #expect(sentences.contains("Above the usual range: ad spend, £2.67k."))
    #expect(sentences.contains("Below the usual range: revenue per £1 of ads, £3.61."))
    try set(.spend, 1_500, (1_220, 2_130))
    #expect(!SummarySection.standfirst(overview, Fixture.full).contains { $0.contains("ad spend") })
  }

  @Test func highestWeekIsSaidOnlyWhenItIs() throws {
    var overview = Fixture.overview
    #expect(try #require(SummaryInsights.changed(overview)).sentences.contains("highest of the 102 weeks"))
    overview.revenueByWeek[5].value = 900_000
    #expect(try #require(SummaryInsights.changed(overview)).sentences.contains("above its usual range"))
  }

  @Test func gapInTheWeekWeakensTheEvidence() throws {
    var overview = Fixture.overview
    overview.gaps = [.init(source: "Orders", window: Fixture.week)]
    #expect(try #require(SummaryInsights.changed(overview)).evidence.hasPrefix("Weak evidence"))
  }

  @Test func aSmallMoveLinesUpWithNothing() {
    var overview = Fixture.overview
    overview.moves = [.init(channel: .email, change: 2_000)]
    #expect(SummaryInsights.linesUp(overview)?.sentences == nil)
  }

  @Test func withinItsRangeRevenueNeitherRoseNorFell() throws {
    let usual = overview(170_000, previous: 173_130, range: (158e3, 181e3))
    let words = try #require(SummaryInsights.linesUp(usual)).sentences
    #expect(words.hasPrefix("The change of \u{2212}\u{2060}£3.13k lines up most with "))
    let fell = overview(150_000, previous: 153_130, range: (158e3, 181e3))
    #expect(try #require(SummaryInsights.linesUp(fell)).sentences.hasPrefix("The fall lines up most with "))
  }

  @Test func largestMovesAreNamedWhateverTheirSign() {
    var overview = Fixture.overview
    overview.moves = [
      .init(channel: .email, change: 2), .init(channel: .direct, change: -9), .init(channel: .video, change: 3),
    ]
    #expect(SummaryFigures.movesTitle(overview) == "Direct and video moved revenue most")
    overview.moves.append(.init(channel: .unknown, change: 99))
    #expect(SummaryFigures.movesTitle(overview) == "The largest move has no recorded source")
  }

  @Test func rowsThatDoNotAddUpAreSaidSo() {
    var data = Fixture.dataQuality
    #expect(DataSection.headline(data) == "All 10,836 rows read are accounted for; 54 were rejected")
    data.files[0].rowsRead += 1
    #expect(DataSection.headline(data) == "The rows of 1 file do not add up")
  }

  @Test func gainThatHoldsZeroCouldBeChance() {
    var churn = Fixture.churn
    #expect(ChurnTables.isBetter(churn))
    churn.gain.low = -0.01
    #expect(!ChurnTables.isBetter(churn))
    #expect(ChurnTables.gainSentence(churn).contains("could be chance"))
  }
}
