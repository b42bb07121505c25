import Charting
import Modeling
import Reporting

/// The page of `lab classify`.
struct ClassifyReport {
  private let command: LabClassify
  private let result: ClassifyResult
  private let figures: ScoreFigures
  private let event: String

  /// - Parameter outcomes: of the result's test rows.
  init(_ command: LabClassify, _ result: ClassifyResult, outcomes: [Bool]) throws {
    self.command = command
    self.result = result
    event = LabReport.condition(result.label, result.positive)
    figures = ScoreFigures(
      scored: try ScoredOutcomes(scores: result.predictions, outcomes: outcomes), event: event)
  }

  func report() throws -> LabReport {
    let reliability = try figures.reliability(
      command.options.generator.split("reliability"), on: command.options.workers)
    return LabReport(
      command.options, question: "Which rows have \(event)?", headline: headline, sentences: sentences,
      facts: [
        LabReport.Fact("Rows to learn from", ValueFormat.rows.text(result.rows.train)),
        LabReport.Fact("To choose on", ValueFormat.rows.text(result.rows.validation)),
        LabReport.Fact("To judge on", ValueFormat.rows.text(result.rows.test)),
        LabReport.Fact("Chosen", Self.name(result.chosen)),
      ],
      parts: [
        LabReport.Part("Which model does best?", [.table(models, .full)]),
        LabReport.Part(
          "What are its scores worth?", [.chart(reliability.chart, .half), .chart(figures.gainsCurve, .half)]),
        LabReport.Part("How many rows does this rest on?", [.table(rows, .half), .table(chosen, .half)]),
      ], points: points, terms: Self.terms, dropped: result.dropped,
      notes: result.failed.map { "left out: \(Self.name($0.name)), \($0.reason)" } + result.notes)
  }

  private var isBetter: Bool { result.gain.low.map { $0 > 0 } ?? false }

  private var headline: String {
    isBetter
      ? "\(Self.name(result.chosen)) tells who has \(event) better than the base rate does"
      : "No model beats the base rate for \(event)"
  }

  private var sentences: [String] {
    let measure = ValueFormat.measure
    var sentences = [
      "\(Self.name(result.chosen)) has an AUC of "
        + "\(measure.text(result.testAUC.value, low: result.testAUC.low, high: result.testAUC.high)) on "
        + "\(ValueFormat.rows.text(result.rows.test)) rows held back."
    ]
    sentences.append(
      "Its log loss is \(measure.text(result.test.logLoss)), against \(measure.text(result.baseline.test.logLoss)) for "
        + "the base rate.")
    if isBetter, let sentence = figures.gainsSentence { sentences.append(sentence) }
    return sentences
  }

  private var models: LabTableCard {
    func row(_ name: String, _ valid: ClassifyResult.Scores?, _ test: ClassifyResult.Scores) -> [LabTableCard.Cell] {
      [
        .text(name), .number(valid?.auc, .measure), .number(valid?.logLoss, .measure), .number(test.auc, .measure),
        .number(test.averagePrecision, .measure), .number(test.logLoss, .measure), .number(test.brier, .measure),
        .number(test.ece, .measure),
      ]
    }
    let all = [result.baseline] + result.models
    let calibrated =
      result.calibrator == "none"
      ? [] : [row("\(Self.name(result.chosen)), calibrated: \(result.calibrator)", nil, result.test)]
    return LabTableCard(
      id: "models", title: "Every model beside the base rate",
      subtitle: "The simplest within one standard error of the best validation log loss is chosen.",
      columns: [
        "Model", "Validation AUC", "Validation log loss", "Test AUC", "Average precision", "Log loss", "Brier score",
        "Calibration error",
      ],
      rows: all.map { row(Self.name($0.name), $0.validation, $0.test) } + calibrated,
      note: "The last five columns are measured on the test rows, which took no part in the choice.")
  }

  private var rows: LabTableCard {
    let parts: [(String, Int, Int)] = [
      ("To learn from", result.rows.train, result.positives.train),
      ("To choose on", result.rows.validation, result.positives.validation),
      ("To judge on", result.rows.test, result.positives.test),
    ]
    return LabTableCard(
      id: "rows", title: "Rows and how many have \(event)", subtitle: "With 95% intervals.",
      columns: ["Rows", "Number", "With \(event)", "Share"],
      rows: parts.map { name, rows, positives in
        let interval = WilsonInterval.of(hits: positives, trials: rows, level: 0.95)
        let share = Estimate(Double(positives) / Double(rows), low: interval.lower, high: interval.upper)
        return [
          .text(name), .number(Double(rows), .rows), .number(Double(positives), .rows), .estimate(share, .share),
        ]
      })
  }

  private var chosen: LabTableCard {
    let area = Estimate(result.testAUC.value, low: result.testAUC.low, high: result.testAUC.high)
    let gain = Estimate(result.gain.value, low: result.gain.low, high: result.gain.high)
    return LabTableCard(
      id: "chosen", title: "\(Self.name(result.chosen)) on the rows held back",
      subtitle: "With 95% intervals. A gain above zero is better than the base rate.",
      columns: ["Measure", "Value"],
      rows: [
        [.text("AUC"), .estimate(area, .measure)],
        [.text("Log loss below that of the base rate"), .estimate(gain, .measure)],
      ])
  }

  private var points: [LabReport.Fact] {
    [
      LabReport.Fact("Models", (["base-rate"] + result.models.map(\.name)).map(Self.name).joined(separator: ", ")),
      LabReport.Fact("Choice", "One standard error rule: Breiman, Friedman, Olshen and Stone 1984"),
      LabReport.Fact("Reliability", "CORP: Dimitriadis, Gneiting and Jordan 2021"),
      LabReport.Fact("Calibration", result.calibrator),
      LabReport.Fact("Columns", result.columns.map(LabReport.shown).joined(separator: ", ")),
      LabReport.Fact("Event", event),
    ]
  }

  static func name(_ model: String) -> String {
    switch model {
    case "base-rate": "Base rate"
    case "bernoulli-nb": "Bernoulli naive Bayes"
    case "gaussian-nb": "Gaussian naive Bayes"
    case "logistic": "Logistic regression"
    case "logistic-l1": "Logistic regression, L1"
    case "logistic-elastic": "Logistic regression, elastic net"
    case "svm": "Linear support vector machine"
    case "network": "Neural network"
    case "tree": "Decision tree"
    case "knn": "Nearest neighbours"
    case "forest": "Random forest"
    case "boosted": "Boosted trees"
    default: model
    }
  }

  static let terms = [
    LabReport.Fact(
      "AUC", "How often a row with the event scores higher than one without: 0.5 is chance, 1 is never wrong."),
    LabReport.Fact("Log loss", "What the scores cost when they are taken at their word. Smaller is better."),
    LabReport.Fact("Brier score", "The mean squared distance between score and outcome. Smaller is better."),
    LabReport.Fact(
      "Calibration error", "The mean distance between score and observed share, in 15 bins. Smaller is better."),
    LabReport.Fact("Average precision", "The mean share of hits among the highest scores. The base rate is chance."),
  ]
}
