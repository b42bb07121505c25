/// When a deal entered a stage.
package struct DealStageChange: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var dealID: String
  /// The stage entered, by name or id as delivered.
  package var stage: String
  package var day: Day
  /// Seconds since 1970-01-01T00:00:00Z where the offset is known.
  package var instant: Int64?

  package init(origin: RecordOrigin, platform: String, dealID: String, stage: String, day: Day) {
    self.origin = origin
    self.platform = platform
    self.dealID = dealID
    self.stage = stage
    self.day = day
  }
}
