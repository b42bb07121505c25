import Vocabulary

/// What a training leaves behind: the record of the run, the fitted model as bytes, and what it said of customers.
package struct TrainedRun: Sendable, Equatable {
  package var run: ModelRun
  package var artefact: [UInt8]
  /// Scores of customers whose outcome was known and whom the judged model had not seen.
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
