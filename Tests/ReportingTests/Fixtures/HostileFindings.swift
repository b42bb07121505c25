@testable import Analysis
import Vocabulary

extension Fixture {
  /// Names that would break out of markup, text, style or cell if anything let them.
  static let wicked = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE orders; --", "</style><b>out",
    "=HYPERLINK(\"http://evil\")", "{{headline}} {{{style}}}", "شركة \u{202E}الاختبار", "חנות הבדיקה", "👨‍👩‍👧‍👦 家族 & Söhne",
    "line\u{0000}feed\n\tand\u{0085}control", "An_extremely_long_campaign_name_without_any_space_in_it_60_chars_x",
    "A name of sixty characters with spaces that keeps going on an",
  ]

  static let hostile: Findings = {
    var findings = full
    findings.client = wicked[0] + wicked[3] + "\\\""
    findings.buildID = wicked[1]
    var returns = Fixture.returns
    returns.grossMargin = nil
    returns.campaigns = (0..<500).map { index in
      let base = Double(index % 90) * 0.11 - 0.4
      return row(
        Channel.allCases[index % Channel.allCases.count],
        wicked[index % wicked.count] + (index < 12 ? "" : " \(index)"),
        spend: 90_000 / Double(index + 1), back: (base, base - 1.1, base + 1.3),
        claim: index % 3 == 0 ? nil : base + 40, customers: index + 1, index % 2 == 0 ? .cannotTell : .paysBack)
    }
    returns.channels = Channel.allCases.enumerated().map { index, channel in
      row(
        channel, spend: index == 0 ? 1e12 : 1e-9, back: (1e-9 + Double(index), Double(index) * 0.5, 1e6), claim: 1e12,
        customers: 1, .cannotTell)
    }
    findings.returns = Insight(.found(returns), caveats: allCaveats)
    var rules = ChannelRulesPartTests.regrouped
    (rules.oldRules, rules.newRules, rules.tool) = (wicked[0], wicked[5], wicked[6])
    rules.moves = wicked.enumerated().map { index, name in
      .init(
        source: name, medium: wicked[wicked.count - 1 - index], from: .unknown, to: .other,
        figures: .init(sessions: Int64(index), conversions: 0.5, revenue: -1e9))
    }
    findings.channelRules = Insight(.found(rules))
    var overview = Fixture.overview
    overview.tiles[0].value = -1_200
    overview.tiles[1].previous = 0
    overview.tiles[2].value = 1e12
    overview.moves = Channel.allCases.map { .init(channel: $0, change: $0 == .unknown ? 9e9 : -1) }
    findings.overview = Insight(.found(overview), caveats: allCaveats)
    var trust = Fixture.trust
    trust.slices = [
      Trust.SliceGroup(
        dimension: .country,
        slices: wicked.map {
          Trust.Slice(
            name: $0, customers: 400, leavers: 60, figures: Fixture.trust.overall, isOutsideTolerance: true)
        })
    ]
    trust.reliability.pValue = 0.0001
    trust.reliability.bandHoldsDiagonal = true
    findings.trust = Insight(.found(trust), caveats: allCaveats)
    var churn = Fixture.churn
    churn.gain = Estimate(0.01, low: -0.02, high: 0.04, level: 0.95, sampleSize: 10)
    churn.riskList = wicked.map {
      Churn.AtRisk(
        email: "secret@example.com", probability: 0.5, yearlyRevenue: 1e9, orders: 0, daysSinceOrder: 0, reasons: [$0])
    }
    churn.drivers = wicked.map { .init(feature: $0, coefficient: Estimate(0, level: 0.95, sampleSize: 0)) }
    findings.churn = Insight(.found(churn), caveats: allCaveats)
    var data = Fixture.dataQuality
    data.files = (0..<300).map { index in
      var file = Fixture.dataQuality.files[0]
      file.name = wicked[index % wicked.count] + "\(index)"
      file.rowsRead = 0
      return file
    }
    data.rejected = wicked.map { .init(file: $0, line: 1, column: $0, found: $0, expected: $0) }
    data.sources = wicked.map { name in
      var source = Fixture.dataQuality.sources[3]
      source.name = name
      return source
    }
    findings.dataQuality = data
    findings.retrospect.reports[0].buildID = wicked[1]
    findings.retrospect.restated[0].causes = wicked.map { .laterFile($0) }
    findings.retrospect.predictions = (0..<120).map { index in
      .init(week("2026-W30"), leavers("2026-07-26"), index < 60 ? nil : .init(customers: 0, left: 0, standing: .below))
    }
    findings.retrospect.recommendations[0].since = .unknown
    return findings
  }()

  static let allCaveats: [Caveat] = [
    .revenueWithoutSource(share: 0.2), .ordersWithoutCustomer(share: 0.0004), .otherCurrencyLeftOut(pounds, amounts: 1),
    .currencyUnknown(amounts: 2), .periodFactsNotInWeeks(source: wicked[0], count: 3),
    .undatedFacts(source: wicked[6], count: 4), .sourceEndsEarlier(source: wicked[7], last: asOf),
    .gap(source: wicked[3], window: week), .newCustomersLeftCensored, .platformClaimsOverlap, .noGainOverBaseline,
    .manyComparisons(500), .miscalibrated(pValue: 0.0004), .recordedNotIncremental, .returnsStillGrow,
  ]
}
