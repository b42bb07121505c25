import Foundation

/// What `lab audit` says.
struct AuditResult: Encodable {
  /// A figure with its 95 % interval; null where there is none to give.
  struct Figure: Encodable, Equatable {
    let value: Double?
    let low: Double?
    let high: Double?
  }

  struct Rates: Encodable {
    let rows: Int
    let positives: Int
    let baseRate: Figure
    let auc: Figure
    let selectionRate: Figure
    let truePositiveRate: Figure
    let falsePositiveRate: Figure
    let precision: Figure
    let accuracy: Figure
    let brier: Figure
    let ece: Figure
  }

  struct Group: Encodable {
    let column: String
    let group: String
    /// Fewer than 50 rows with the event: too few to say.
    let tooFew: Bool
    let rates: Rates
  }

  /// Fairlearn's definitions, over all groups of one column.
  struct Gaps: Encodable {
    var column: String?
    let demographicParityDifference: Figure
    let demographicParityRatio: Figure
    let equalizedOddsDifference: Figure
    let equalOpportunityDifference: Figure
    /// A group that makes a gap is too small for it to say much.
    let tooFew: Bool
  }

  struct Bin: Encodable {
    let from: Double
    let to: Double
    let rows: Int
    let meanScore: Double?
    let observed: Figure
  }

  struct Calibration: Encodable {
    let bins: [Bin]
    let ece: Figure
    let brier: Figure
    /// Brier score = reliability − resolution + uncertainty, on the isotonic curve rather than on bins.
    let reliability: Figure
    let resolution: Figure
    let uncertainty: Figure
    /// The chance of a curve this far off if the scores were calibrated.
    let pValue: Double
    let isCompatible: Bool
  }

  struct Slice: Encodable {
    let predicates: [String]
    let size: Int
    /// Mean squared difference of score and outcome.
    let error: Figure
    let score: Double
  }

  let label: String
  let positive: String
  let score: String
  let threshold: Double
  let overall: Rates
  let groups: [Group]
  /// Of the first of `--groups`; null without.
  let gaps: Gaps?
  let gapsByColumn: [Gaps]
  let calibration: Calibration
  let worstSlices: [Slice]
  let notes: [String]

  var text: String {
    func show(_ figure: Figure) -> String {
      guard let value = figure.value else { return "none" }
      guard let low = figure.low, let high = figure.high else { return String(format: "%.4f", value) }
      return String(format: "%.4f (%.4f to %.4f)", value, low, high)
    }
    func lines(_ rates: Rates) -> [String] {
      [
        "  AUC                  \(show(rates.auc))", "  selection rate       \(show(rates.selectionRate))",
        "  true positive rate   \(show(rates.truePositiveRate))",
        "  false positive rate  \(show(rates.falsePositiveRate))", "  precision            \(show(rates.precision))",
        "  Brier score          \(show(rates.brier))", "  calibration error    \(show(rates.ece))",
      ]
    }
    var all = ["\(score) against \(label) = \(positive): \(overall.rows) rows, \(overall.positives) with the event"]
    all += lines(overall)
    all.append(
      "  calibration is \(calibration.isCompatible ? "compatible" : "not compatible") with the scores "
        + String(format: "(p = %.3f)", calibration.pValue))
    for group in groups {
      all.append("\(group.column) = \(group.group): \(group.rates.rows) rows, \(group.rates.positives) with the event")
      all += group.tooFew ? ["  too few to say"] : lines(group.rates)
    }
    for gap in gapsByColumn {
      all.append("gaps by \(gap.column ?? "")\(gap.tooFew ? ", with a group too small to say much" : "")")
      all.append("  demographic parity difference  \(show(gap.demographicParityDifference))")
      all.append("  demographic parity ratio       \(show(gap.demographicParityRatio))")
      all.append("  equalized odds difference      \(show(gap.equalizedOddsDifference))")
      all.append("  equal opportunity difference   \(show(gap.equalOpportunityDifference))")
    }
    for slice in worstSlices {
      all.append(
        "worse than the rest: \(slice.predicates.joined(separator: " and ")), n \(slice.size), "
          + "squared error \(show(slice.error))")
    }
    return (all + notes.map { "note  \($0)" }).joined(separator: "\n")
  }
}
