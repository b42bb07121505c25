import Vocabulary

/// Whether the churn score means what it says, overall and for each group, on outcomes it was not trained on.
package struct Trust: Sendable {
  package var model: String
  package var horizonDays: Int
  package var testDay: Day
  package var customers: Int
  package var leavers: Int
  package var reliability: Reliability
  package var calibrationError: Estimate
  package var slices: [SliceGroup]
  package var overall: SliceFigures
  /// Half-width of the tolerance band around the overall figure, in share points 0…1.
  package var tolerance: Double
  package var threshold: Double

  /// Pool-adjacent-violators reliability with consistency bands (CORP; Dimitriadis, Gneiting and Jordan 2021).
  package struct Reliability: Sendable {
    /// Runs of scores with one pooled observed share, ascending in score; together all customers.
    package var steps: [Step]
    /// Where the line would run if each score were right, ascending in score.
    package var band: [BandPoint]
    package var countsByTwentieth: [Int]
    package var miscalibration: Double
    package var discrimination: Double
    package var uncertainty: Double
    package var brier: Double
    package var bandLevel: Double
    /// Of the simultaneous test that the scores are calibrated.
    package var pValue: Double
    package var bandHoldsDiagonal: Bool
  }

  package struct Step: Sendable, Equatable {
    /// The lowest score in it and the highest.
    package var from: Double
    package var to: Double
    package var observed: Double
    package var customers: Int
  }

  package struct BandPoint: Sendable, Equatable {
    package var score: Double
    package var low: Double
    package var high: Double
  }

  package struct SliceGroup: Sendable {
    package var dimension: Dimension
    package var slices: [Slice]
  }

  package enum Dimension: String, Sendable, CaseIterable {
    case channel, country, tenure
  }

  package struct Slice: Sendable {
    package var name: String
    package var customers: Int
    package var leavers: Int
    /// Nil: fewer than 50 leavers, too few to say.
    package var figures: SliceFigures?
    package var isOutsideTolerance: Bool
  }

  package struct SliceFigures: Sendable {
    /// Of those who left, the share that had been flagged.
    package var caught: Estimate
    package var flagged: Estimate
    /// Mean score minus observed rate.
    package var scoreMinusOutcome: Estimate
  }
}
