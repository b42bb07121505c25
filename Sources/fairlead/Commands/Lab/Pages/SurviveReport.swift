import Charting
import Reporting

/// The page of `lab survive`.
struct SurviveReport {
  private let command: LabSurvive
  let result: SurviveResult
  private let event: String
  let duration: String

  private static let mostRows = 20

  init(_ command: LabSurvive, _ result: SurviveResult) {
    self.command = command
    self.result = result
    event = LabReport.condition(result.event, result.positive)
    duration = LabReport.shown(result.duration)
  }

  var report: LabReport {
    var parts = [
      LabReport.Part("How long do they stay?", [.chart(curves, .full), .table(curve, .wide), .table(summary, .narrow)])
    ]
    if !result.comparisons.isEmpty {
      parts.append(
        LabReport.Part(
          "Do groups differ?", result.comparisons.indices.map { .table(comparison($0), .full) }))
    }
    if !result.coefficients.isEmpty {
      parts.append(
        LabReport.Part("What hastens or delays it?", [.chart(ratios, .full), .table(coefficients, .full)]))
    }
    return LabReport(
      command.options, question: "How long until \(event)?", headline: headline, sentences: sentences,
      facts: [
        LabReport.Fact("Rows", ValueFormat.rows.text(result.rows)),
        LabReport.Fact("With the event", ValueFormat.rows.text(result.events)),
        LabReport.Fact("Duration", duration),
      ], parts: parts, points: points,
      terms: [
        LabReport.Fact("Still there", "The share to whom the event has not come by then, with its 95% interval."),
        LabReport.Fact("Mean time", "The mean duration up to the longest that was watched."),
        LabReport.Fact(
          "Hazard ratio", "How many times as fast the event comes. Above one it comes sooner, below one later."),
        LabReport.Fact(
          "Concordance", "How often, of two rows, the one with the higher hazard goes first: 0.5 is chance."),
      ], dropped: result.dropped, notes: result.notes)
  }

  // MARK: - Words

  var headline: String {
    if let median = result.median { return "Half are gone by \(ValueFormat.amount.text(median))" }
    return "More than half are still there in the end"
  }

  private var sentences: [String] {
    let (share, amount) = (ValueFormat.share, ValueFormat.amount)
    var sentences: [String] = []
    if let last = result.curve.last {
      sentences.append(
        "At \(amount.text(last.time)), \(share.text(last.survival, low: last.low, high: last.high)) are still there.")
    }
    // Without a bound the ratio is beyond all numbers, and nothing is said of it.
    let clear = result.coefficients.filter {
      $0.hazardRatio != nil && ($0.low.map { $0 > 1 } == true || $0.high.map { $0 < 1 } == true)
    }
    let strongest = clear.max { abs($0.coefficient / $0.standardError) < abs($1.coefficient / $1.standardError) }
    if let strongest, let ratio = strongest.hazardRatio {
      sentences.append(
        "\(LabReport.shown(strongest.name)) goes with the clearest difference: the event comes "
          + "\(amount.text(ratio, low: strongest.low, high: strongest.high)) times as fast.")
    }
    return sentences
  }

  private var points: [LabReport.Fact] {
    var points = [
      LabReport.Fact("Curve", "Kaplan and Meier 1958"), LabReport.Fact("Rows used", ValueFormat.rows.text(result.rows)),
      LabReport.Fact("Event", event),
    ]
    if !result.coefficients.isEmpty {
      let paper = result.ties == "efron" ? "Efron 1977" : "Breslow 1974"
      points.append(LabReport.Fact("Regression", "Cox 1972; ties: \(paper)"))
    }
    if !result.comparisons.isEmpty { points.append(LabReport.Fact("Comparison", "Log-rank test: Mantel 1966")) }
    return points
  }

  // MARK: - Figures

  /// Steps of the curve, spread evenly, the last one always.
  private static func spread(_ curve: [SurviveResult.Point]) -> [SurviveResult.Point] {
    guard curve.count > mostRows else { return curve }
    return (1...mostRows).map { curve[$0 * curve.count / mostRows - 1] }
  }

  private var curve: LabTableCard {
    let shown = Self.spread(result.curve)
    return LabTableCard(
      id: "curve-steps", title: "Still there, by \(duration)", subtitle: "With 95% intervals.",
      columns: [duration, "Still there", "Watched until then", "Events until then"],
      rows: shown.map { point in
        [
          .text(ValueFormat.amount.text(point.time)),
          .estimate(Estimate(point.survival, low: point.low, high: point.high), .share),
          .number(Double(point.atRisk), .rows),
          .number(Double(result.curve.filter { $0.time <= point.time }.reduce(0) { $0 + $1.events }), .rows),
        ]
      },
      note: shown.count < result.curve.count
        ? "\(shown.count) of the \(result.curve.count) steps of the curve are shown." : "")
  }

  private func mean(_ value: Double, _ error: Double) -> LabTableCard.Cell {
    .estimate(Estimate(value, low: value - 1.96 * error, high: value + 1.96 * error), .amount)
  }

  private var summary: LabTableCard {
    var rows: [[LabTableCard.Cell]] = [
      [.text("Rows"), .number(Double(result.rows), .rows)],
      [.text("With \(event)"), .number(Double(result.events), .rows)],
      [.text("Half are gone by"), .number(result.median, .amount)],
      [.text("Mean time"), mean(result.restrictedMean, result.restrictedMeanError)],
      [.text("Longest time watched"), .number(result.longest, .amount)],
    ]
    if let concordance = result.concordance {
      rows.append([.text("Concordance, on the rows learned from"), .number(concordance, .measure)])
    }
    return LabTableCard(
      id: "summary", title: "In short", subtitle: "The mean with its 95% interval.", columns: ["Measure", "Value"],
      rows: rows)
  }

  private func comparison(_ index: Int) -> LabTableCard {
    let comparison = result.comparisons[index]
    let test = comparison.pValue.map { "Log-rank test that all share one curve: p \(ValueFormat.chance($0))." }
    return LabTableCard(
      id: "groups-\(index + 1)", title: "By \(LabReport.shown(comparison.column))",
      subtitle: "The mean time with its 95% interval.",
      columns: ["Group", "Rows", "With the event", "Half are gone by", "Mean time", "Still there in the end"],
      rows: comparison.groups.map { group in
        let last = group.survival.curve.last
        return [
          .text(LabReport.shown(group.group)), .number(Double(group.survival.rows), .rows),
          .number(Double(group.survival.events), .rows), .number(group.survival.median, .amount),
          mean(group.survival.restrictedMean, group.survival.restrictedMeanError),
          .estimate(Estimate(last?.survival, low: last?.low, high: last?.high), .share),
        ]
      }, note: test ?? "The groups could not be compared.")
  }

  private var ratios: ChannelReturn {
    ChannelReturn(
      head: FigureHead(
        id: "ratios", title: "How much sooner or later the event comes",
        subtitle: "Hazard ratio with its 95% interval; right of one sooner, left of one later.",
        name: "Hazard ratio by covariate"),
      channelHeading: "Covariate", valueHeading: "Hazard ratio", claimHeading: "Reported",
      estimateLabel: "Estimate, with 95% interval",
      rows: result.coefficients.map {
        ChannelReturn.Row(
          LabReport.shown($0.name), Estimate($0.hazardRatio, low: $0.low, high: $0.high), claim: nil, tone: .open)
      }, reference: ChannelReturn.Reference(1, "No difference"), level: "95%", format: ValueFormat(.plain, .decimals(2))
    )
  }

  private var coefficients: LabTableCard {
    LabTableCard(
      id: "coefficients", title: "The regression in numbers",
      subtitle: "Each covariate with the others held where they are; hazard ratios with 95% intervals.",
      columns: ["Covariate", "Hazard ratio", "Coefficient", "Standard error", "p"],
      rows: result.coefficients.map { item in
        [
          .text(LabReport.shown(item.name)),
          .estimate(Estimate(item.hazardRatio, low: item.low, high: item.high), .amount),
          .number(item.coefficient, .measure), .number(item.standardError, .measure),
          .text(ValueFormat.chance(item.pValue)),
        ]
      }, note: "These go together; they do not show what would follow from a change.")
  }
}
