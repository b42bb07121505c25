import Analysis
import Testing

@testable import Reporting

/// Titles and sentences claim what the tables beneath them hold.
@Suite struct FindingsInTitlesTests {
  private func texts(_ path: String) throws -> [String] {
    let html = try #require(try Rendered.pages("full").first { $0.path == path }?.html)
    return PageText.sentences(["h1", "h3", "p"], in: html)
  }

  @Test func theFullestCellSaysWhoIsInIt() throws {
    #expect(
      try texts("audience.html").contains(
        "Most customers in one cell: 2,960 with 1 order, the last 366–730 days ago"))
  }

  @Test("one-time buyers are no group of the model")
  func groupsOfTheModel() throws {
    let texts = try texts("audience.html")
    #expect(texts.contains("6 groups of repeat buyers were chosen out of 8 groupings"))
    #expect(texts.contains { $0.contains("nearly the same groups come back: 0.86 of 1.") })
  }

  @Test("the week before is named where a figure is held against it")
  func comparedWith() {
    var overview = Fixture.overview
    #expect(SummarySection.compared(overview).map(\.label) == ["Compared with"])
    for index in overview.tiles.indices { overview.tiles[index].previous = nil }
    #expect(SummarySection.compared(overview).isEmpty)
  }

  @Test("spend is judged as in its tile")
  func spend() {
    var overview = Fixture.overview
    func title(_ value: Double?, _ range: Overview.UsualRange?) -> String {
      for index in overview.tiles.indices where overview.tiles[index].measure == .spend {
        (overview.tiles[index].value, overview.tiles[index].usualRange) = (value, range)
      }
      return ChannelsSection.spendTitle(overview)
    }
    let range = Overview.UsualRange(low: 43_000, high: 46_000, weeks: 26)
    #expect(title(44_700, range) == "Ad spend was £44.7k, within its usual range")
    #expect(title(46_100, range) == "Ad spend was £46.1k, above its usual range")
    #expect(title(42_900, range) == "Ad spend was £42.9k, below its usual range")
    #expect(title(42_900, nil) == "Ad spend was £42.9k in the last week")
    #expect(title(nil, nil) == "Ad spend by week")
  }

  @Test("the largest campaigns are spoken of where there are others")
  func campaigns() throws {
    var returns = Fixture.returns
    func title() throws -> String { try ReturnTable.campaigns(returns).0.title }
    #expect(try title().contains(" of the 15 largest campaigns pay back"))
    returns.campaigns = Array(returns.campaigns.prefix(8))
    #expect(try title().contains(" of 8 campaigns pay back"))
  }

  @Test("without orders nobody knows of new customers, which is not the same as none")
  func unknownCustomers() throws {
    var returns = Fixture.returns
    for index in returns.channels.indices {
      returns.channels[index].recordedReturn = nil
      returns.channels[index].newCustomers = 0
      returns.channels[index].revenue = 0
    }
    func cells() throws -> [String] { try ReturnTable.channels(returns).1.table.rows[0].map(\.text) }
    #expect(try cells()[4...5] == ["0", "£0"])
    for index in returns.channels.indices {
      returns.channels[index].shortfall = Shortfall(.ordersFiles, have: 0, required: 1)
    }
    #expect(try cells()[4...5] == ["–", "–"])
    for index in returns.channels.indices {
      returns.channels[index].shortfall = Shortfall(.contactFiles, have: 0, required: 1)
    }
    #expect(try cells()[4...5] == ["–", "–"])
  }

  @Test("a figure that is worse than usual is not left to its tile")
  func worse() {
    var overview = Fixture.overview
    for index in overview.tiles.indices where overview.tiles[index].measure == .orders {
      (overview.tiles[index].value, overview.tiles[index].usualRange) = (90, .init(low: 100, high: 140, weeks: 26))
    }
    let sentences = SummarySection.standfirst(overview, Fixture.full)
    #expect(sentences.contains("Below the usual range: orders, 90."))
    #expect(!sentences.contains { $0.hasSuffix("as usual.") })
  }

  /// 0.794 and 0.713 with half widths of 0.015 and 0.018: two decimals.
  @Test("the model and the rule are told by their own figures, and by the difference where those are written alike")
  func gain() {
    var churn = Fixture.churn
    #expect(
      ChurnTables.gainSentence(churn)
        == "The model ranks leavers better than the simple rule: AUC 0.79 against 0.71.")
    for index in churn.candidates.indices where churn.candidates[index].model == churn.baseline {
      churn.candidates[index].auc = Fixture.quality(0.793, 0.018)
    }
    #expect(ChurnTables.gainSentence(churn) == "The model beats the simple rule by 0.08 in AUC.")
    churn.gain = Fixture.quality(0.01, 0.02)
    #expect(ChurnTables.gainSentence(churn).hasSuffix("could be chance."))
  }

  @Test func theOneGroupThatDiffersIsToldInNumbers() throws {
    #expect(try texts("trust.html").contains("Display: 55% of leavers caught, against 71% of all"))
  }
}
