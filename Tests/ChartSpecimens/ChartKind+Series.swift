import Charting

extension ChartKind {
  private static let pounds = ValueFormat(.money("GBP"))

  private static func items(_ edge: EdgeCase) -> [CategoryValue] {
    zip(edge.names, edge.values).map(CategoryValue.init)
  }

  package static let overTime: [ChartKind] = [
    ChartKind("Sparkline", Sparkline.specimen) { edge, head in
      let own = edge.values.count < 4 ? edge.values : edge.values + edge.values.reversed()
      return Sparkline(
        head: head, values: own, periods: own.indices.map { "\($0 + 1)" },
        usualRange: edge == .openIntervals
          ? Estimate(nil, low: nil, high: 800) : edge.estimate(edge.values.first ?? nil, 1),
        tone: .usual, format: pounds)
    },
    ChartKind("Line chart", LineChart.specimen) { edge, head in
      LineChart(
        head: head, days: edge.days,
        series: [
          LineChart.Series(edge.names.first ?? "Item", edge.values),
          LineChart.Series(edge.names.last ?? "Item", role: .comparison, edge.values.map { $0.map { $0 * 0.9 } }),
        ],
        events: edge.days.prefix(2).enumerated().map { LineChart.Event(day: $0.element, edge.names[$0.offset]) },
        lastIsPartial: true, format: pounds)
    },
    ChartKind("Forecast fan", ForecastFan.specimen) { edge, head in
      let end = edge.days.last ?? 0
      let value = edge.values.last { $0?.isFinite ?? false } ?? nil
      return ForecastFan(
        head: head, days: edge.days, values: edge.values,
        steps: edge == .none
          ? []
          : (1...4).map { week in
            let outer = value.map { Estimate(nil, low: $0 - abs($0) * 0.2 * Double(week), high: $0 + abs($0) * 0.4) }
            return ForecastFan.Step(
              day: end + 7 * week, inner: edge.estimate(value, week),
              outer: edge == .openIntervals ? Estimate(nil, low: .nan, high: 500) : outer ?? Estimate(nil))
          }, neverNegative: edge != .negative, format: pounds)
    },
    ChartKind("Stacked share", StackedShare.specimen) { edge, head in
      // 500 are parts of one week; otherwise each name is a part over all weeks.
      let days = edge == .many ? [edge.days[0], edge.days[1]] : edge.days
      let parts = edge == .many ? edge.names.indices.map { $0 } : Array(edge.names.indices.prefix(4))
      return StackedShare(
        head: head, days: days,
        parts: parts.map { part in
          StackedShare.Part(
            edge.names[part], days.indices.map { edge.values[(part + $0) % edge.values.count] })
        }, format: pounds)
    },
    ChartKind("Data-gap strip", DataGapStrip.specimen) { edge, head in
      let weeks: [DataGapStrip.Week] = [.complete(), .missing(days: 3), .none, .notConnected]
      let starts = edge == .many ? Array(edge.days.prefix(53)) : edge.days
      return DataGapStrip(
        head: head, weekHeading: "Week", starts: starts,
        sources: edge.names.enumerated().map { row, name in
          DataGapStrip.Source(
            name,
            starts.indices.map { week in
              edge == .zero ? .none : edge == .equal ? .complete() : weeks[(week / 6 + row) % 4]
            }, verdict: name)
        })
    },
  ]

  package static let bars: [ChartKind] = [
    ChartKind("Diverging bars", DivergingBars.specimen) { edge, head in
      DivergingBars(head: head, categoryHeading: "Name", items: items(edge), format: pounds)
    },
    ChartKind("Ranked bars", RankedBars.specimen) { edge, head in
      RankedBars(head: head, categoryHeading: "Name", items: items(edge), format: pounds)
    },
    ChartKind("Waterfall", Waterfall.specimen) { edge, head in
      Waterfall(
        head: head, stepHeading: "Step",
        start: CategoryValue("Start", edge == .zero ? 0 : edge.values.first.flatMap { $0 }), steps: items(edge),
        end: CategoryValue("End", edge == .zero ? 0 : nil), format: pounds)
    },
    ChartKind("Drift bars", DriftBars.specimen) { edge, head in
      DriftBars(
        head: head, inputHeading: "Input", driftHeading: "Drift",
        inputs: zip(edge.names, edge.shares).map { name, value in
          DriftBars.Input(
            name, drift: value, before: [0.2, 0.5, 0.3], now: edge == .zero ? [0, 0, 0] : [0.1, 0.3, 0.6],
            newCategories: edge == .markup ? [name] : [])
        })
    },
    ChartKind("Segment profile", SegmentProfile.specimen) { edge, head in
      SegmentProfile(
        head: head, segmentHeading: "Segment", measures: Array(edge.names.prefix(4)),
        segments: edge.names.prefix(edge == .many ? 500 : 3).map { name in
          SegmentProfile.Segment(
            name, size: name, edge.values.prefix(4).map { $0.map { edge == .equal ? $0 / 5 : $0 / 4 } })
        })
    },
    ChartKind("Histogram", Histogram.specimen) { edge, head in
      let known = edge.values.compactMap { $0 }.filter(\.isFinite).sorted()
      return Histogram(
        head: head, valueHeading: "Value", countHeading: "Customers", bins: HistogramBins(known),
        median: known.isEmpty ? nil : edge.estimate(HistogramBins.quantile(known, 0.5), 1),
        mean: known.isEmpty ? nil : known.reduce(0, +) / Double(known.count), format: pounds)
    },
    ChartKind("Quantile dots", QuantileDots.specimen) { edge, head in
      QuantileDots(
        head: head, valueHeading: "Value", draws: edge.values.map { $0 ?? .nan }, aboveLabel: edge.names.last ?? "gain",
        format: pounds)
    },
  ]
}
