import Charting
import Modeling
import Reporting

/// The page of `lab audit`.
struct AuditReport {
  private let command: LabAudit
  private let result: AuditResult
  private let figures: ScoreFigures
  private let event: String
  private let score: String

  private static let tolerance = 0.05

  init(_ command: LabAudit, _ result: AuditResult, scored: ScoredOutcomes) {
    self.command = command
    self.result = result
    event = LabReport.condition(result.label, result.positive)
    score = LabReport.shown(result.score)
    figures = ScoreFigures(scored: scored, event: event)
  }

  func report() throws -> LabReport {
    let stream = command.options.generator.split("calibration").split("band")
    let reliability = try figures.reliability(stream, on: command.options.workers)
    var parts = [
      LabReport.Part("How good are the scores?", [.table(overall, .half), .chart(figures.gainsCurve, .half)]),
      LabReport.Part("Are the levels right?", [.chart(reliability.chart, .half), .table(error, .half)]),
    ]
    if !result.groups.isEmpty {
      let charts = Rate.allCases.map { LabReport.Exhibit.chart(dots($0), .full) }
      parts.append(LabReport.Part("Are they equally good for everyone?", charts + [.table(groups, .full)]))
    }
    if !result.gapsByColumn.isEmpty {
      parts.append(LabReport.Part("How large are the gaps?", [.table(gaps, .full)]))
    }
    if !command.groupColumns.isEmpty { parts.append(LabReport.Part("Where are they worst?", [.table(slices, .full)])) }
    return LabReport(
      command.options, question: "Can \(score) be trusted to tell \(event)?", headline: headline,
      sentences: sentences,
      facts: [
        LabReport.Fact("Rows", ValueFormat.rows.text(result.overall.rows)),
        LabReport.Fact("With the event", ValueFormat.rows.text(result.overall.positives)),
        LabReport.Fact("Acted upon from", ValueFormat.amount.text(result.threshold)),
      ], parts: parts,
      points: [
        LabReport.Fact("Reliability", "CORP: Dimitriadis, Gneiting and Jordan 2021"),
        LabReport.Fact("AUC", "DeLong, DeLong and Clarke-Pearson 1988"),
        LabReport.Fact("Shares", "Wilson 1927; other intervals by drawing rows again, 400 times"),
        LabReport.Fact("Worst slices", "SliceLine: Sagadeeva and Boehm 2021"),
        LabReport.Fact("Threshold", ValueFormat.amount.text(result.threshold)),
        LabReport.Fact("Rows used", ValueFormat.rows.text(result.overall.rows)),
      ],
      terms: ClassifyReport.terms.filter { $0.label != "Average precision" && $0.label != "Log loss" } + [
        LabReport.Fact("Selected", "The share of rows with a score of at least the threshold."),
        LabReport.Fact("Caught", "Of the rows with the event, the share that is selected."),
        LabReport.Fact("False alarms", "Of the rows without the event, the share that is selected."),
      ], notes: result.notes)
  }

  // MARK: - Words

  private var headline: String {
    if let low = result.overall.auc.low, low <= 0.5 { return "\(score) does not tell who has \(event)" }
    return result.calibration.isCompatible
      ? "\(score) means what it says, as far as the outcomes tell" : "Use the order of \(score), not its level"
  }

  private var sentences: [String] {
    var sentences = [
      "On \(ValueFormat.rows.text(result.overall.rows)) rows its AUC is "
        + "\(Self.text(result.overall.auc, .measure)).",
      "On average the score misses the observed share by \(Self.text(result.overall.ece, .share)).",
    ]
    let gaps = result.gapsByColumn.filter { !$0.tooFew }
    let widest = gaps.max {
      ($0.equalOpportunityDifference.value ?? 0) < ($1.equalOpportunityDifference.value ?? 0)
    }
    if let widest, let column = widest.column {
      sentences.append(
        "Between groups of \(LabReport.shown(column)), the share caught differs by up to "
          + "\(Self.text(widest.equalOpportunityDifference, .share)).")
    }
    return sentences
  }

  private static func text(_ figure: AuditResult.Figure, _ format: ValueFormat) -> String {
    format.text(figure.value, low: figure.low, high: figure.high)
  }

  private static func cell(_ figure: AuditResult.Figure, _ format: ValueFormat) -> LabTableCard.Cell {
    .estimate(Estimate(figure.value, low: figure.low, high: figure.high), format)
  }

  // MARK: - Figures

  private var overall: LabTableCard {
    let all = result.overall
    let rows: [(String, AuditResult.Figure, ValueFormat)] = [
      ("Rows", AuditResult.Figure(value: Double(all.rows), low: nil, high: nil), .rows),
      ("With \(event)", AuditResult.Figure(value: Double(all.positives), low: nil, high: nil), .rows),
      ("Base rate", all.baseRate, .share), ("AUC", all.auc, .measure), ("Brier score", all.brier, .measure),
      ("Calibration error", all.ece, .share), ("Selected", all.selectionRate, .share),
      ("Caught", all.truePositiveRate, .share), ("False alarms", all.falsePositiveRate, .share),
      ("Right among the selected", all.precision, .share), ("Right in all", all.accuracy, .share),
    ]
    return LabTableCard(
      id: "overall", title: "\(score), all rows",
      subtitle: "With 95% intervals. Selected: a score of at least \(ValueFormat.amount.text(result.threshold)).",
      columns: ["Measure", "Value"], rows: rows.map { [.text($0.0), Self.cell($0.1, $0.2)] })
  }

  private var error: LabTableCard {
    let parts = result.calibration
    let rows: [(String, AuditResult.Figure)] = [
      ("Miscalibration", parts.reliability), ("Discrimination", parts.resolution), ("Uncertainty", parts.uncertainty),
      ("Brier score", parts.brier),
    ]
    let chance = ValueFormat.chance(parts.pValue)
    return LabTableCard(
      id: "error", title: "What the error of the score is made of",
      subtitle: "Brier score = miscalibration − discrimination + uncertainty, with 95% intervals.",
      columns: ["Part", "Value"], rows: rows.map { [.text($0.0), Self.cell($0.1, .measure)] },
      note: "Chance of a line this far off if the score were right: \(chance).")
  }

  private enum Rate: CaseIterable {
    case selected, caught, alarms

    var words: (id: String, name: String, title: String) {
      switch self {
      case .selected: ("selected", "Selected", "Share selected, by group")
      case .caught: ("caught", "Caught", "Share of those with the event who are selected, by group")
      case .alarms: ("alarms", "False alarms", "Share of those without the event who are selected, by group")
      }
    }

    func figure(of rates: AuditResult.Rates) -> AuditResult.Figure {
      switch self {
      case .selected: rates.selectionRate
      case .caught: rates.truePositiveRate
      case .alarms: rates.falsePositiveRate
      }
    }
  }

  private func dots(_ rate: Rate) -> SliceDots {
    let overall = rate.figure(of: result.overall).value ?? 0
    let points = ValueFormat.amount.text(100 * Self.tolerance)
    return SliceDots(
      head: FigureHead(
        id: rate.words.id, title: rate.words.title,
        subtitle: "With 95% intervals. Marked only where the whole interval lies outside the band.",
        name: "\(rate.words.name) by group",
        note: "Groups with fewer than 50 rows with the event are too small to say."),
      groupHeading: "Group", valueHeading: rate.words.name,
      groups: command.groupColumns.map { column in
        SliceDots.Group(
          LabReport.shown(column),
          result.groups.filter { $0.column == column }.map { group in
            let figure = rate.figure(of: group.rates)
            return SliceDots.Slice(
              LabReport.shown(group.group),
              group.tooFew ? Estimate(nil) : Estimate(figure.value, low: figure.low, high: figure.high),
              count: group.rates.rows)
          })
      }, overall: overall, tolerance: Self.tolerance, level: "95%",
      overallLabel: "All rows \(ValueFormat.share.text(overall))",
      toleranceLabel: "Within \(points) points of all rows")
  }

  private var groups: LabTableCard {
    LabTableCard(
      id: "groups", title: "All measures by group", subtitle: "With 95% intervals.",
      columns: [
        "Group", "Rows", "With the event", "Base rate", "Selected", "Caught", "False alarms", "AUC",
        "Calibration error",
      ],
      rows: result.groups.map { group in
        let rates = group.rates
        return [
          .text(LabReport.condition(group.column, group.group)),
          .number(Double(rates.rows), .rows), .number(Double(rates.positives), .rows),
          Self.cell(rates.baseRate, .share), Self.cell(rates.selectionRate, .share),
          Self.cell(rates.truePositiveRate, .share), Self.cell(rates.falsePositiveRate, .share),
          Self.cell(rates.auc, .measure), Self.cell(rates.ece, .share),
        ]
      })
  }

  private var gaps: LabTableCard {
    LabTableCard(
      id: "gaps", title: "The largest gaps between groups",
      subtitle:
        "Largest less smallest share over the groups of a column, with 95% intervals. None is a pass or a fail.",
      columns: ["Column", "Selected", "Selected, smallest ÷ largest", "Caught", "Caught or false alarms", "Groups"],
      rows: result.gapsByColumn.map { gap in
        [
          .text(LabReport.shown(gap.column ?? "")), Self.cell(gap.demographicParityDifference, .share),
          Self.cell(gap.demographicParityRatio, .measure), Self.cell(gap.equalOpportunityDifference, .share),
          Self.cell(gap.equalizedOddsDifference, .share),
          .text(gap.tooFew ? "One is too small to say much" : "All large enough"),
        ]
      },
      note: "Demographic parity difference and ratio, equal opportunity difference, equalized odds difference.")
  }

  private var slices: LabTableCard {
    LabTableCard(
      id: "slices", title: result.worstSlices.isEmpty ? "No slice stands out" : "Slices with the largest errors",
      subtitle: "Mean squared distance between score and outcome, with 95% intervals; worst first.",
      columns: ["Slice", "Rows", "Squared error", "Score of the slice"],
      rows: result.worstSlices.map { slice in
        [
          .text(slice.predicates.map(LabReport.shown).joined(separator: " and ")), .number(Double(slice.size), .rows),
          Self.cell(slice.error, .measure), .number(slice.score, .measure),
        ]
      }, note: "The slices were searched for, so their errors flatter nobody: some are chance.")
  }
}
