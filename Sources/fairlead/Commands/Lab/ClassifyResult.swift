import Foundation

/// What `lab classify` says.
struct ClassifyResult: Encodable {
  /// A figure with its 95 % interval; null where there is none to give.
  struct Figure: Encodable {
    let value: Double
    let low: Double?
    let high: Double?
  }

  struct Scores: Encodable {
    let auc: Double
    let averagePrecision: Double
    let logLoss: Double
    let brier: Double
    /// 15 bins of equal width.
    let ece: Double
  }

  struct Model: Encodable {
    let name: String
    let validation: Scores
    let test: Scores
  }

  struct Left: Encodable {
    let name: String
    let reason: String
  }

  let label: String
  let positive: String
  let rows: Parts
  let positives: Parts
  let columns: [String]
  let dropped: [DroppedColumn]
  let baseline: Model
  let models: [Model]
  let failed: [Left]
  let chosen: String
  let calibrator: String
  /// The chosen model on the test rows, calibrated.
  let test: Scores
  let testAUC: Figure
  /// By how much the chosen model's log loss on the test rows is below the baseline's.
  let gain: Figure
  /// Data-row numbers from 0, and the chosen model's calibrated probabilities for them.
  let testRows: [Int]
  let predictions: [Double]
  let notes: [String]

  struct Parts: Encodable {
    let train: Int
    let validation: Int
    let test: Int
  }

  var text: String {
    func short(_ number: Double) -> String { String(format: "%7.4f", number) }
    var lines = [
      "\(label) = \(positive): \(rows.train) rows to learn from, \(rows.validation) to choose on, \(rows.test) to judge on",
      "  \("".padding(toLength: 16, withPad: " ", startingAt: 0))      AUC  av.prec  logloss    Brier      ECE  (test)",
    ]
    for model in [baseline] + models {
      let test = model.test
      let figures = [test.auc, test.averagePrecision, test.logLoss, test.brier, test.ece].map { short($0) }
      let name = model.name.padding(toLength: 16, withPad: " ", startingAt: 0)
      lines.append("  \(name)  \(figures.joined(separator: "  "))")
    }
    lines.append("  chosen      \(chosen), calibration \(calibrator)")
    let area = testAUC.low.flatMap { low in testAUC.high.map { String(format: " (95 %%: %.4f to %.4f)", low, $0) } }
    lines.append("  test AUC   \(short(testAUC.value))\(area ?? ""), n \(rows.test)")
    if let low = gain.low, let high = gain.high {
      let verdict = low > 0 ? "" : high < 0 ? ": worse than the base rate" : ": no gain over the base rate"
      lines.append(String(format: "  gain in log loss %.4f (95 %%: %.4f to %.4f)", gain.value, low, high) + verdict)
    }
    for column in dropped { lines.append("  left out  \(column.column): \(column.reason)") }
    for model in failed { lines.append("  left out  \(model.name): \(model.reason)") }
    for note in notes { lines.append("  note  \(note)") }
    return lines.joined(separator: "\n")
  }
}
