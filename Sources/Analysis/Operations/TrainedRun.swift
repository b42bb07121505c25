import Vocabulary

/// What a training leaves behind: the record of the run, the fitted model as bytes, and what it said of customers.
package struct TrainedRun: Sendable, Equatable {
  package var run: ModelRun
  package var artefact: [UInt8]
  /// Scores of customers whose outcome was known, and unknown to the judged model.
  package var heldOut: [HeldOutScore]
  /// Segment of each customer that has one.
  package var segments: [SegmentMember]

  package struct HeldOutScore: Sendable, Equatable {
    package var customerID: Int
    package var asOf: Day
    /// P(no order within the horizon).
    package var score: Double
    package var left: Bool

    package init(customerID: Int, asOf: Day, score: Double, left: Bool) {
      self.customerID = customerID
      self.asOf = asOf
      self.score = score
      self.left = left
    }

    /// Mean of score − outcome, with its standard error; nil for fewer than two rows.
    static func meanError(_ rows: [HeldOutScore]) -> (mean: Double, standardError: Double)? {
      guard rows.count > 1 else { return nil }
      let errors = rows.map { $0.score - ($0.left ? 1 : 0) }
      let n = Double(errors.count)
      let mean = errors.reduce(0, +) / n
      let variance = errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
      return (mean, (variance / n).squareRoot())
    }
  }

  package struct SegmentMember: Sendable, Equatable {
    package var customerID: Int
    /// From 0, the largest first; `SegmentTraining.oneTimeSegment` for customers without habits yet.
    package var segment: Int

    package init(customerID: Int, segment: Int) {
      self.customerID = customerID
      self.segment = segment
    }
  }
}
