@testable import Analysis
import Vocabulary

/// A plausible shop in its week of 9–15 November 2026, made by hand: revenue left its usual range upward, spend did
/// not, display loses money.
enum Fixture {
  static let asOf = day("2026-11-15")
  static let week = window("2026-11-09", "2026-11-15")
  static let pounds = currency("GBP")

  static func day(_ iso: String) -> Day { known(Day(iso: iso)) }
  static func window(_ first: String, _ last: String) -> DateWindow {
    known(DateWindow(first: day(first), last: day(last)))
  }
  static func currency(_ code: String) -> Currency { known(Currency(code)) }

  private static func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("a fixture names a day or currency that does not exist") }
    return value
  }

  static let full: Findings = {
    var findings = first
    findings.retrospect = retrospect
    return findings
  }()

  /// The same in a folder that holds no earlier report.
  static let first: Findings = {
    var findings = found
    findings.lineage = lineage
    return findings
  }()

  private static let found = Findings(
    client: "Northwind Outdoor", asOf: asOf, currency: pounds, buildID: "b7f3a90c41de",
    overview: Insight(
      .found(overview),
      caveats: [
        .gap(source: "Web visits", window: window("2026-07-20", "2026-08-02")), .recordedNotIncremental,
        .newCustomersLeftCensored,
      ]),
    returns: Insight(
      .found(returns),
      caveats: [.revenueWithoutSource(share: 0.23), .platformClaimsOverlap, .recordedNotIncremental]),
    segmentation: Insight(
      .found(segmentation), caveats: [.ordersWithoutCustomer(share: 0.041)], runID: "run-segments-1"),
    churn: Insight(.found(churn), runID: "run-churn-1"),
    trust: Insight(
      .found(trust), caveats: [.manyComparisons(9), .miscalibrated(pValue: 0.0042)], runID: "run-churn-1"),
    dataQuality: dataQuality, runs: runs)

  // MARK: Lineage

  static let lineage: Lineage = {
    let files = dataQuality.files.enumerated().map { index, file in
      FileRows(
        file: Int64(index + 1), name: file.name, digest: file.digest, rows: 150, firstLine: index == 1 ? 9 : 2,
        lastLine: index == 1 ? 9 : 151)
    }
    let sales = Lineage.SourceRows(kind: .sales, rows: 150, files: Array(files.prefix(2)))
    let many = Lineage.SourceRows(
      kind: .advertising, rows: 1_950,
      files: files + files.prefix(4) + [
        FileRows(file: 99, name: "whole.csv", digest: files[0].digest, rows: 1, firstLine: nil, lastLine: nil)
      ])
    return Lineage(
      Dictionary(
        uniqueKeysWithValues: Lineage.Subject.allCases.map { subject in
          (
            subject,
            Lineage.Source(
              sets: [sales, many], example: subject == .riskList ? nil : NumberID("summary.revenue"),
              sql: subject == .churn ? nil : "SELECT 'A < B'")
          )
        }))
  }()

  // MARK: Overview

  /// 104 weeks; the last is 184,213. A season of four weeks and a slow rise.
  static let revenue: [Double] = (0..<104).map { index -> Double in
    let season: [Double] = [-3_100, 2_400, 5_200, -1_900]
    return index == 103 ? 184_213 : 128_000 + 410 * Double(index) + season[index % 4]
  }

  static func weekly(_ values: [Double?]) -> [Overview.WeeklyValue] {
    values.enumerated().map { index, value in
      Overview.WeeklyValue(monday: week.first - 7 * (values.count - 1 - index), value: value)
    }
  }

  static let overview: Overview = {
    var revenueWeeks = weekly(revenue)
    revenueWeeks[87].value = nil
    revenueWeeks[88].value = nil
    let spend = weekly((0..<104).map { 43_000 + Double($0 % 7) * 420 })
    let customers = weekly((0..<104).map { 1_150 + Double($0 % 9) * 21 })
    func tile(
      _ measure: Overview.Measure, _ value: Double, _ previous: Double, _ low: Double, _ high: Double,
      _ history: [Overview.WeeklyValue]
    ) -> Overview.Tile {
      Overview.Tile(
        measure: measure, value: value, previous: previous,
        usualRange: Overview.UsualRange(low: low, high: high, weeks: 26), history: history, shortfall: nil)
    }
    let ratio = weekly((0..<104).map { 3.7 + Double($0 % 5) * 0.07 })
    let orders = weekly((0..<104).map { 2_310 + Double($0 % 6) * 55 })
    let cost = weekly((0..<104).map { 34.2 + Double($0 % 8) * 0.41 })
    return Overview(
      asOf: asOf, week: week, currency: pounds,
      tiles: [
        tile(.revenue, 184_213, 173_130, 158_200, 181_400, Array(revenueWeeks.suffix(26))),
        tile(.spend, 44_700, 44_620, 43_100, 46_050, Array(spend.suffix(26))),
        tile(.revenuePerSpend, 4.12, 3.88, 3.60, 4.05, Array(ratio.suffix(26))),
        tile(.orders, 2_541, 2_480, 2_330, 2_610.4, Array(orders.suffix(26))),
        tile(.newCustomers, 1_204, 1_227, 1_150.3, 1_320.2, Array(customers.suffix(26))),
        tile(.costPerNewCustomer, 37.13, 36.36, 34.1, 36.9, Array(cost.suffix(26))),
      ],
      revenueByWeek: revenueWeeks, spendByWeek: spend, newCustomersByWeek: customers,
      moves: [
        .init(channel: .email, change: 6_200), .init(channel: .paidSearch, change: 5_383),
        .init(channel: .direct, change: 2_000), .init(channel: .affiliates, change: 400),
        .init(channel: .organicSearch, change: -700), .init(channel: .paidSocial, change: -2_200),
      ],
      gaps: [.init(source: "Web visits", window: window("2026-07-20", "2026-08-02"))])
  }()

  // MARK: Returns

  static func row(
    _ channel: Channel, _ campaign: String = "", spend: Double, back: (Double, Double, Double)?, claim: Double?,
    customers: Int, _ verdict: Returns.Verdict
  ) -> Returns.Row {
    Returns.Row(
      channel: channel, campaign: campaign, platforms: ["Google Ads"], spend: spend,
      window: window("2026-08-24", "2026-11-15"), weeksWithSpend: back == nil ? 5 : 12, newCustomers: customers,
      revenue: (back?.0 ?? 0) * spend,
      recordedReturn: back.map { Estimate($0.0, low: $0.1, high: $0.2, level: 0.9, sampleSize: customers) },
      costPerNewCustomer: back == nil
        ? nil
        : Estimate(
          spend / Double(customers), low: spend / Double(customers) * 0.9, high: spend / Double(customers) * 1.12,
          level: 0.9, sampleSize: customers), claimedReturn: claim, claimedConversions: claim.map { $0 * 812.5 },
      clicks: 12_400, impressions: 812_000, verdict: verdict,
      shortfall: back == nil ? Shortfall(.weeksWithSpend, have: 5, required: 8) : nil)
  }

  static let returns = Returns(
    asOf: asOf, currency: pounds, window: window("2026-08-24", "2026-11-15"), grossMargin: 0.55,
    channels: [
      row(.paidSearch, spend: 218_400, back: (4.61, 3.94, 5.27), claim: 6.1, customers: 7_520, .paysBack),
      row(.paidSocial, spend: 166_800, back: (1.92, 1.21, 2.68), claim: 4.4, customers: 2_870, .cannotTell),
      row(.display, spend: 61_200, back: (1.08, 0.62, 1.57), claim: 2.9, customers: 637, .loses),
      row(.affiliates, spend: 51_600, back: (3.21, 2.41, 4.08), claim: 3.4, customers: 1_510, .paysBack),
      row(.video, spend: 22_800, back: (2.3, 1.7, 3.1), claim: nil, customers: 600, .probablyPaysBack),
      row(.shopping, spend: 15_600, back: nil, claim: nil, customers: 41, .notEnoughData),
    ],
    campaigns: (0..<22).map { index in
      let base = 4.8 - Double(index) * 0.19
      return row(
        index % 2 == 0 ? .paidSearch : .paidSocial,
        "UK_\(index % 2 == 0 ? "Search" : "Prospecting")_Theme\(index + 1)_2026Q4",
        spend: 42_000 / Double(index + 1), back: index == 9 ? nil : (base, base * 0.8, base * 1.23), claim: base * 1.4,
        customers: 1_400 / (index + 1) + 1,
        index == 9 ? .notEnoughData : base * 0.8 > 1.82 ? .paysBack : base * 1.23 < 1.82 ? .loses : .cannotTell)
    }, totalSpend: 536_400, totalRevenue: 1_612_000)

  // MARK: Segmentation

  static func candidate(_ k: Int) -> Segmentation.Candidate {
    let bic: Double = 482_000 - 9_100 * Double(k) + 760 * Double(k * k)
    let away = Double(abs(k - 6))
    return Segmentation.Candidate(
      model: "Gaussian mixture", k: k, bic: bic, silhouette: k == 1 ? nil : 0.41 - 0.03 * away,
      stability: k == 1 ? nil : 0.86 - 0.05 * away, chosen: k == 6)
  }

  static let revenueCells: [[Double]] = (1...5).map { row in (1...5).map { column in Double(row * column * 11_400) } }

  static let segmentation: Segmentation = {
    func segment(_ name: Segmentation.SegmentName, _ size: Int, _ revenue: Double, _ indices: [Double])
      -> Segmentation.Segment
    {
      Segmentation.Segment(
        name: name, size: size, share: Double(size) / 23_890, revenueShare: revenue,
        profile: zip(Segmentation.SegmentFeature.allCases, indices).map {
          Segmentation.Trait(feature: $0, mean: $1 / 10, average: 10, index: $1)
        })
    }
    return Segmentation(
      asOf: asOf, currency: pounds, model: "Gaussian mixture", k: 6, customers: 23_890,
      stability: Estimate(0.86, low: 0.8, high: 0.9, level: 0.95, sampleSize: 50), silhouette: 0.41,
      candidates: (1...8).map(candidate),
      segments: [
        segment(.regulars, 4_210, 0.43, [212, 118, 42, 80, 171, 210]),
        segment(.bigBaskets, 2_890, 0.21, [74, 214, 96, 40, 88, 74]),
        segment(.bargainHunters, 5_120, 0.15, [140, 61, 90, 268, 122, 140]),
        segment(.newcomers, 3_640, 0.09, [62, 92, 21, 101, 70, 62]),
        segment(.slippingAway, 3_970, 0.08, [58, 88, 196, 104, 61, 58]),
        segment(.oneTimeBuyers, 4_060, 0.04, [30, 90, 174, 99, 31, 30]),
      ],
      recencyFrequency: [
        [2_960, 1_080, 560, 170, 20], [2_260, 1_210, 860, 390, 0], [1_740, 1_130, 1_080, 690, 170],
        [1_890, 980, 1_120, 1_050, 430], [1_310, 620, 710, 860, 600],
      ],
      revenueByRecencyFrequency: revenueCells,
      recencyLabels: ["366–730 days", "181–365", "91–180", "31–90", "0–30"],
      frequencyLabels: ["1", "2", "3–4", "5–9", "10+"])
  }()

  // MARK: Churn

  static func quality(_ value: Double, _ half: Double) -> Estimate {
    Estimate(value, low: value - half, high: value + half, level: 0.95, sampleSize: 5_120)
  }

  static let churn = Churn(
    asOf: asOf, horizonDays: 90, currency: pounds, customers: 23_890,
    expectedLeavers: Estimate(2_041, low: 1_902, high: 2_184, level: 0.9, sampleSize: 23_890), levelError: 0.004,
    averageRisk: 0.0854,
    candidates: [
      .init(
        model: "Days since order", auc: quality(0.713, 0.018), logLoss: quality(0.301, 0.011),
        brier: quality(0.0812, 0.004), calibrationError: quality(0.021, 0.006)),
      .init(
        model: "Logistic regression", auc: quality(0.794, 0.015), logLoss: quality(0.262, 0.01),
        brier: quality(0.0724, 0.004), calibrationError: quality(0.012, 0.005)),
      .init(
        model: "Boosted trees", auc: quality(0.791, 0.016), logLoss: quality(0.266, 0.01),
        brier: quality(0.0731, 0.004), calibrationError: quality(0.019, 0.006)),
    ], chosen: "Logistic regression", baseline: "Days since order", gain: quality(0.081, 0.02),
    testWindow: window("2026-05-20", "2026-08-17"), trainingRows: 18_770, testRows: 5_120, testLeavers: 461,
    drivers: [
      .init(feature: "daysSinceOrder", coefficient: quality(0.92, 0.08)),
      .init(feature: "ordersPerYear", coefficient: quality(-0.61, 0.09)),
      .init(feature: "discountShare", coefficient: quality(0.18, 0.07)),
      .init(feature: "emailOpens", coefficient: quality(-0.35, 0.1)),
      .init(feature: "orderValue", coefficient: quality(0.04, 0.08)),
    ],
    riskList: (0..<64).map { index in
      Churn.AtRisk(
        email: "customer\(index)@example.com", probability: 0.82 - Double((index * 7) % 61) * 0.012,
        yearlyRevenue: 940 - Double(index) * 11.5, orders: 3 + index % 9, daysSinceOrder: 40 + (index * 13) % 170,
        reasons: ["daysSinceOrder", "emailOpens"])
    })

  // MARK: Trust

  static let trust: Trust = {
    func figures(_ caught: Double, _ half: Double) -> Trust.SliceFigures {
      Trust.SliceFigures(
        caught: quality(caught, half), flagged: quality(0.17, half / 2), scoreMinusOutcome: quality(0.008, half / 3))
    }
    func slice(_ name: String, _ customers: Int, _ leavers: Int, _ caught: Double?, _ half: Double = 0.05)
      -> Trust.Slice
    {
      Trust.Slice(
        name: name, customers: customers, leavers: leavers, figures: caught.map { figures($0, half) },
        isOutsideTolerance: caught.map { $0 + half < 0.66 } ?? false)
    }
    let steps = (0..<8).map { step in
      Trust.Step(
        from: Double(step) * 0.105 + 0.005, to: Double(step) * 0.105 + 0.089, observed: Double(step) * 0.094 + 0.012,
        customers: 1_150 - step * 125)
    }
    let band = (0..<40).map { index in
      let score = Double(index) * 0.021 + 0.005
      return Trust.BandPoint(score: score, low: max(0, score - 0.05 - score * 0.06), high: min(1, score + 0.05))
    }
    return Trust(
      model: "Logistic regression", horizonDays: 90, testDay: day("2026-05-19"), customers: 5_120, leavers: 461,
      reliability: Trust.Reliability(
        steps: steps, band: band,
        countsByTwentieth: [2_400, 1_060, 590, 340, 210, 150, 110, 80, 60, 40, 30, 20, 12, 8, 5, 3, 2, 0, 0, 0],
        miscalibration: 0.0011, discrimination: 0.0106, uncertainty: 0.0819, brier: 0.0724, bandLevel: 0.9,
        pValue: 0.0042, bandHoldsDiagonal: false), calibrationError: quality(0.012, 0.005),
      slices: [
        Trust.SliceGroup(
          dimension: .channel,
          slices: [
            slice("Paid search", 1_980, 171, 0.72), slice("Email", 1_240, 96, 0.74), slice("Display", 640, 72, 0.55),
          ]),
        Trust.SliceGroup(
          dimension: .country,
          slices: [slice("GB", 4_210, 372, 0.71, 0.03), slice("IE", 640, 61, 0.68), slice("FR", 270, 22, nil)]),
        Trust.SliceGroup(
          dimension: .tenure,
          slices: [
            slice("Under 1 year", 2_010, 240, 0.75), slice("1 to 3 years", 2_080, 164, 0.7),
            slice("Over 3 years", 1_030, 57, 0.69),
          ]),
      ], overall: figures(0.71, 0.03), tolerance: 0.05, threshold: 0.2)
  }()

  // MARK: Data and runs

  static let dataQuality: DataQuality = {
    let monday = day("2026-05-18")
    func source(_ name: String, _ last: String, gap: DateWindow? = nil) -> DataQuality.Source {
      var days = Array(repeating: 7, count: 26)
      if gap != nil { (days[9], days[10]) = (0, 0) }
      return DataQuality.Source(
        name: name, first: monday, last: day(last), days: 41_208, gaps: gap.map { [$0] } ?? [], daysByWeek: days,
        firstMonday: monday)
    }
    return DataQuality(
      files: (0..<9).map { index in
        DataQuality.File(
          name: "export-\(index + 1).csv", format: "GoogleAdsCampaignReport", isVerified: index != 4,
          window: window("2026-05-18", "2026-11-15"), rowsRead: 1_200 + index, rowsLoaded: 1_100, rowsUpdated: 40,
          rowsUnchanged: 50, rowsSkipped: 8, rowsRejected: 2 + index,
          digest: "\(index)9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0")
      },
      sources: [
        source("Shop orders", "2026-11-15"), source("Google Ads", "2026-11-15"), source("Meta Ads", "2026-11-14"),
        source("Web visits", "2026-11-15", gap: window("2026-07-20", "2026-08-02")),
      ],
      rejected: (0..<54).map {
        DataQuality.Rejected(
          file: "export-\($0 % 9 + 1).csv", line: 14 + $0, column: "Cost", found: "12,5O",
          expected: "an amount of money")
      },
      skipped: [(.totals, 9), (.blank, 31), (.footer, 32)],
      controlTotals: [
        .init(file: "export-1.csv", label: "Total: Campaigns", metric: .spend, stated: 44_700.12, summed: 44_700.12),
        .init(file: "export-2.csv", label: "Total: Account", metric: .clicks, stated: 12_400, summed: 12_391),
      ],
      restatements: [
        .init(
          source: "Google Ads", metric: "spend", window: window("2026-11-01", "2026-11-08"), rows: 16, old: 51_200.4,
          new: 51_611.15)
      ], unrecognised: [.init(name: "notes.docx", reason: "not a table of any known report")], identity: [])
  }()

  static let runs = [
    ModelRun(
      id: "run-churn-1", purpose: "churn", model: "Logistic regression", version: "3", seed: 20_261_115, asOf: asOf,
      window: window("2024-11-18", "2026-08-17"), rows: 18_770, dataDigest: "c0ffee5d1e",
      features: ["daysSinceOrder", "ordersPerYear", "discountShare"],
      hyperparameters: [.init("penalty", "0.1"), .init("maxIterations", "200")],
      metrics: [
        .init("AUC", split: "test", value: 0.794, low: 0.779, high: 0.809, sampleSize: 5_120),
        .init("logLoss", split: "", value: 0.251, sampleSize: 18_770),
      ]),
    ModelRun(
      id: "run-segments-1", purpose: "segments", model: "Gaussian mixture", version: "2", seed: 7, asOf: asOf,
      window: window("2024-11-18", "2026-11-15"), rows: 23_890, dataDigest: "5e9f", features: ["orders"],
      hyperparameters: [], metrics: []),
  ]
}
