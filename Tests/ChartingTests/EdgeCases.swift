import ChartSpecimens
import Charting

/// Every kind of chart at the edges: nothing, one, two, all equal, all zero, negative, not a number, one huge value,
/// hundreds of categories, long and foreign names, markup in names, numbers from 1e-9 to 1e12.
enum EdgeCases {
  static let specimens: [any Chart] = ChartKind.all.map(\.specimen)

  static let all: [any Chart] = bars + lines + intervals + distributions + grids

  static let pounds = ValueFormat(.money("GBP"))

  static let labels = [
    "A campaign name that is exactly sixty characters long, truly.",
    "UK_Brand_Exact_Match_High_Intent_Purchasers_2026Q4",
    "חיפוש ממומן ופרסום", "حملة العودة إلى المدارس", "東京のオンライン広告キャンペーン2026年秋の大セール", "👨‍👩‍👧‍👦 Family 🎉",
    "<script>alert(\"x\")&'</script>", "Duplicate", "Duplicate", "",
  ]

  static func head(_ id: String, _ title: String) -> FigureHead {
    FigureHead(id: "edge-" + id, title: title, subtitle: "Edge case.", name: "Edge case: \(title)")
  }

  // MARK: Bars

  static func diverging(_ id: String, _ title: String, _ values: [Double?], names: [String] = []) -> DivergingBars {
    DivergingBars(
      head: head(id, title), categoryHeading: "Name",
      items: values.enumerated().map { index, value in
        CategoryValue(index < names.count ? names[index] : "Item \(index + 1)", value)
      },
      format: pounds)
  }

  static func ranked(_ id: String, _ title: String, _ values: [Double?], names: [String] = []) -> RankedBars {
    RankedBars(
      head: head(id, title), categoryHeading: "Name",
      items: values.enumerated().map { index, value in
        CategoryValue(index < names.count ? names[index] : "Item \(index + 1)", value)
      },
      format: ValueFormat(.count))
  }

  static let bars: [any Chart] = [
    diverging("moves-none", "Changes: none", []), diverging("moves-one", "Changes: one", [1_200]),
    diverging("moves-two", "Changes: two", [1_200, -300]), diverging("moves-equal", "Changes: all equal", [5, 5, 5]),
    diverging("moves-zero", "Changes: all zero", [0, 0]),
    diverging("moves-negative", "Changes: all negative", [-4_000, -12, -900]),
    diverging("moves-unknown", "Changes: not numbers", [.nan, .infinity, 300, nil, -200]),
    diverging("moves-outlier", "Changes: one huge", [1_200_000, 300, 200, -150, 90]),
    diverging("moves-names", "Changes: names", [90, 80, 70, 60, 50, 40, 30, -20, -30, -60], names: labels),
    diverging("moves-large", "Changes: 1e12 and 1e-9", [1e12, 5e11]),
    ranked("ranked-none", "Ranks: none", []), ranked("ranked-one", "Ranks: one", [17]),
    ranked("ranked-many", "Ranks: 500 categories", (0..<500).map { Double(1 + ($0 * 7_919) % 500) }),
    ranked("ranked-zero", "Ranks: all zero", [0, 0, 0]),
    ranked("ranked-names", "Ranks: names", [90, 80, 70, 60, 50, 40, 30, 20, 10, 5], names: labels),
    ranked("ranked-negative", "Ranks: negative", [40, -10]),
    ranked("ranked-tiny", "Ranks: tiny", [1e-9, 4e-9, 2.5e-9]),
    ranked("ranked-outlier", "Ranks: one huge", [9_000_000, 20, 15, 12]),
  ]

  // MARK: Lines

  static let firstDay = CivilDate.dayNumber(year: 2025, month: 12, day: 22)

  static func line(
    _ id: String, _ title: String, _ series: [LineChart.Series], step: Int = 7, events: [LineChart.Event] = [],
    partial: Bool = false, format: ValueFormat = pounds
  ) -> LineChart {
    let count = series.first?.values.count ?? 0
    return LineChart(
      head: head(id, title), days: (0..<count).map { firstDay + step * $0 }, series: series, events: events,
      lastIsPartial: partial, format: format)
  }

  static let lines: [any Chart] = [
    line("line-none", "Line: none", [LineChart.Series("Revenue", [])]),
    line("line-one", "Line: one point", [LineChart.Series("Revenue", [1_200])]),
    line("line-two", "Line: two points", [LineChart.Series("Revenue", [1_200, 1_500])]),
    line("line-equal", "Line: all equal", [LineChart.Series("Revenue", [900, 900, 900, 900])]),
    line("line-zero", "Line: all zero", [LineChart.Series("Revenue", [0, 0, 0, 0])]),
    line("line-gap", "Line: only gaps", [LineChart.Series("Revenue", [nil, .nan, .infinity])]),
    line(
      "line-gaps", "Line: gaps at both ends, negative values, partial last",
      [LineChart.Series("Profit", [nil, nil, -300, 200, nil, 400, nil, -100, 250, .nan])], partial: true),
    line(
      "line-four", "Line: four series that end together",
      [
        LineChart.Series("Paid search", [100, 120, 140, 150]), LineChart.Series("Paid social", [90, 130, 120, 149]),
        LineChart.Series("Email to a very long list of people", [110, 100, 130, 151]),
        LineChart.Series("بريد", [80, 90, 100, 148]),
      ]),
    line(
      "line-outlier", "Line: one huge value",
      [LineChart.Series("Revenue", [90, 100, 110, 95, 1_200_000, 105, 99, 100])]),
    line(
      "line-events", "Line: five events",
      [LineChart.Series("Revenue", (0..<53).map { 100 + Double(($0 * 37) % 23) })],
      events: (0..<5).map {
        LineChart.Event(day: firstDay + 60 * $0 + 20, "A sale with a rather long name, number \($0 + 1)")
      }),
    line("line-days", "Line: days", [LineChart.Series("Orders", (0..<12).map { Double($0) })], step: 1),
    line(
      "line-years", "Line: many years", [LineChart.Series("Orders", (0..<300).map { Double($0 % 17) })], step: 14),
    line("line-large", "Line: 1e12", [LineChart.Series("Revenue", [1e12, 1.5e12, 1.2e12])]),
    line(
      "line-tiny", "Line: 1e-9", [LineChart.Series("Rate", [1e-9, 2e-9, 1.5e-9])], format: ValueFormat(.plain)),
    Sparkline(
      head: head("spark-gap", "Sparkline: gap, no range"), values: [1, nil, 3, 2, 5],
      periods: ["a", "b", "c", "d", "e"],
      usualRange: nil, tone: .bad, format: pounds),
    Sparkline(
      head: head("spark-equal", "Sparkline: all equal"), values: [5, 5, 5, 5], periods: ["a", "b", "c", "d"],
      usualRange: Estimate(nil, low: 5, high: 5), tone: .usual, format: pounds),
  ]

  // MARK: Intervals

  static func returns(_ id: String, _ title: String, _ rows: [ChannelReturn.Row]) -> ChannelReturn {
    ChannelReturn(
      head: head(id, title), channelHeading: "Channel", valueHeading: "Revenue back per £1",
      claimHeading: "Platform reports", estimateLabel: "Our estimate", rows: rows,
      reference: ChannelReturn.Reference(1.8, "Break-even £1.80"), level: "90%",
      format: ValueFormat(.money("GBP"), .decimals(1)))
  }

  static let intervals: [any Chart] = [
    returns("roi-none", "Return: none", []),
    returns(
      "roi-open", "Return: open and far bounds",
      [
        ChannelReturn.Row("Open above", Estimate(3, low: 2, high: nil), claim: 900, tone: .good),
        ChannelReturn.Row("Open below", Estimate(2, low: .nan, high: 4), claim: nil, tone: .open),
        ChannelReturn.Row("Very wide", Estimate(2.5, low: 0.001, high: 5_000), claim: 2, tone: .open),
        ChannelReturn.Row("No interval", Estimate(1), claim: 1, tone: .bad),
        ChannelReturn.Row(labels[0], Estimate(nil), claim: 3, tone: .open),
        ChannelReturn.Row(labels[6], Estimate(.nan), claim: nil, tone: .open, emptyReason: labels[6]),
      ]),
    returns(
      "roi-linear", "Return: below zero, linear",
      [
        ChannelReturn.Row("Loses", Estimate(-0.4, low: -1.2, high: 0.5), claim: 2.2, tone: .bad),
        ChannelReturn.Row("Zero", Estimate(0, low: 0, high: 0), claim: 0, tone: .bad),
        ChannelReturn.Row(labels[4], Estimate(2.5, low: 2, high: 3.1), claim: 3.3, tone: .good),
      ]),
    MethodDots(
      head: head("methods-names", "Methods: five, with names, equal values and a gap"), rowHeading: "Channel",
      methods: ["First click", "Last click", "Linear", "Markov", "Shapley"],
      rows: labels.map { MethodDots.Row($0, [0.2, 0.2, 0.2, nil, 0.3]) }, format: ValueFormat(.percent)),
    MethodDots(
      head: head("methods-zero", "Methods: all zero"), rowHeading: "Channel", methods: ["A", "B"],
      rows: [MethodDots.Row("Zero", [0, 0])], format: ValueFormat(.percent)),
    MethodDots(
      head: head("methods-outlier", "Methods: one huge, one negative"), rowHeading: "Channel", methods: ["A", "B"],
      rows: [MethodDots.Row("Far", [5_000, 3]), MethodDots.Row("Near", [2, -1]), MethodDots.Row("Third", [1, 2])],
      format: pounds),
    SliceDots(
      head: head("slices-names", "Groups: names, open ends, both verdicts"), groupHeading: "Group",
      valueHeading: "Caught",
      groups: [
        SliceDots.Group(
          "حسب العمر",
          labels.enumerated().map { index, label in
            SliceDots.Slice(
              label,
              Estimate(
                0.5 + Double(index) * 0.04, low: 0.47 + Double(index) * 0.04,
                high: index == 4 ? nil : 0.53 + Double(index) * 0.04),
              count: 100 * index)
          }),
        SliceDots.Group("Unknown", [SliceDots.Slice("Too few", Estimate(.nan), count: 3)]),
      ],
      overall: 0.68, tolerance: 0.05, level: "95%", overallLabel: "All customers 68%",
      toleranceLabel: "Within 5 points"),
    SliceDots(
      head: head("slices-none", "Groups: none can be told"), groupHeading: "Group", valueHeading: "Caught",
      groups: [SliceDots.Group("Age", [SliceDots.Slice("All", Estimate(nil), count: 3)])], overall: 0.7,
      tolerance: 0.05, level: "95%", overallLabel: "All", toleranceLabel: "Within 5 points"),
  ]

  // MARK: Distributions

  static func histogram(_ id: String, _ title: String, _ values: [Double], format: ValueFormat = pounds) -> Histogram {
    let sorted = values.filter(\.isFinite).sorted()
    let median = sorted.isEmpty ? nil : Estimate(HistogramBins.quantile(sorted, 0.5))
    let mean = sorted.isEmpty ? nil : sorted.reduce(0, +) / Double(sorted.count)
    return Histogram(
      head: head(id, title), valueHeading: "Value", countHeading: "Customers", bins: HistogramBins(values),
      median: median, mean: mean, format: format)
  }

  static let distributions: [any Chart] = [
    histogram("hist-none", "Histogram: none", [.nan]), histogram("hist-one", "Histogram: one", [42]),
    histogram("hist-two", "Histogram: two", [1, 2]), histogram("hist-equal", "Histogram: equal", [7, 7, 7]),
    histogram("hist-zero", "Histogram: zero", [0, 0]),
    histogram("hist-tail", "Histogram: heavy tail", (1...400).map { Double($0) } + [90_000, 120_000]),
    histogram("hist-negative", "Histogram: negative", (0..<300).map { Double(($0 * 13) % 101) - 60 }),
    histogram("hist-large", "Histogram: 1e12", (1...50).map { Double($0) * 1e12 }),
    histogram("hist-tiny", "Histogram: 1e-9", (1...50).map { Double($0) * 1e-9 }, format: ValueFormat(.plain)),
    ReliabilityDiagram(
      head: head("rel-none", "Reliability: none"), headings: ("From", "To", "Left", "n"), steps: [], band: [],
      counts: [], lineLabel: "Outcome", bandLabel: "Band", diagonalLabel: "Equal"),
    ReliabilityDiagram(
      head: head("rel-one", "Reliability: all in one step"), headings: ("From", "To", "Left", "n"),
      steps: [ReliabilityDiagram.Step(from: 0.3, to: 0.3, observed: 0.25, count: 80)], band: [],
      counts: [0, 0, 0, 80, 0, 0, 0, 0, 0, 0], lineLabel: "Outcome", bandLabel: "Band", diagonalLabel: "Equal"),
    GainsCurve(
      head: head("gains-none", "Gains: none"), contactedHeading: "Contacted", reachedHeading: "Reached", points: []),
    GainsCurve(
      head: head("gains-tie", "Gains: one tie, late cut-off"), contactedHeading: "Contacted",
      reachedHeading: "Reached", points: [GainsCurve.Point(0, 0), GainsCurve.Point(1, 1)],
      cutOff: GainsCurve.Point(0.9, 0.9), cutOffLabel: "A cut-off with a label so long that it needs lines"),
    PrincipalScatter(
      head: head("pca-none", "Scatter: none"), segmentHeading: "Segment", segments: ["A"], points: [], xLabel: "First",
      yLabel: "Second"),
    PrincipalScatter(
      head: head("pca-one", "Scatter: one, and one that is not a number"), segmentHeading: "Segment",
      segments: [labels[6]],
      points: [
        PrincipalScatter.Point(1, 1, segment: 0), PrincipalScatter.Point(.nan, 1, segment: 0),
      ], xLabel: "First", yLabel: "Second"),
    PrincipalScatter(
      head: head("pca-many", "Scatter: 4,000 points, eight segments"), segmentHeading: "Segment",
      segments: (1...8).map { "Segment \($0)" },
      points: (0..<4_000).map { index in
        let segment = index % 8
        let spread = Double((index * 7_919) % 1_000) / 1_000 - 0.5
        let rise = Double((index * 104_729) % 1_000) / 1_000 - 0.5
        return PrincipalScatter.Point(
          Double(segment % 4) * 1.4 + spread * 2, Double(segment / 4) * 2 + rise * 2, segment: segment)
      }, xLabel: labels[0], yLabel: labels[4]),
  ]

  // MARK: Grids

  static let grids: [any Chart] = [
    RecencyFrequencyMap(
      head: head("rfm-none", "Map: none"), rowHeading: "Recency", columnHeading: "Orders",
      rowLabels: ["1", "2", "3", "4", "5"], columnLabels: ["1", "2", "3", "4", "5"],
      counts: Array(repeating: [0, 0, 0, 0, 0], count: 5)),
    RecencyFrequencyMap(
      head: head("rfm-names", "Map: names, one cell, large"), rowHeading: "Recency", columnHeading: labels[0],
      rowLabels: Array(labels[0..<5]), columnLabels: Array(labels[2..<7]),
      counts: [
        [0, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 1_250_000, 0, 0], [0, 40_000, 0, 0, 0], [0, 0, 0, 0, 300_000],
      ]),
    SegmentProfile(
      head: head("profile-none", "Profile: none"), segmentHeading: "Segment", measures: ["A"], segments: []),
    SegmentProfile(
      head: head("profile-names", "Profile: names, zero, negative, huge, missing"), segmentHeading: "Segment",
      measures: [labels[0], labels[3], labels[4], "Zero", "Not a number"],
      segments: [
        SegmentProfile.Segment(labels[6], size: labels[5], [100, 9_000, -20, 0, .nan]),
        SegmentProfile.Segment("Average", size: "", [100, 100, 100, 100, 100]),
      ]),
    DataGapStrip(
      head: head("gaps-none", "Strip: none"), weekHeading: "Week", starts: [], sources: []),
    DataGapStrip(
      head: head("gaps-one", "Strip: one week, names"), weekHeading: "Week", starts: [firstDay],
      sources: labels.prefix(7).map { DataGapStrip.Source($0, [.missing(days: 3)], verdict: $0) }),
    DataGapStrip(
      head: head("gaps-year", "Strip: 53 weeks"), weekHeading: "Week", starts: (0..<53).map { firstDay + 7 * $0 },
      sources: [
        DataGapStrip.Source("All", Array(repeating: .complete(), count: 53), verdict: "Complete"),
        DataGapStrip.Source("None", Array(repeating: .none, count: 53), verdict: "Nothing received"),
      ]),
  ]
}
