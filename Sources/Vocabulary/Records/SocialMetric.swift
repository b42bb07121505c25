/// One measure of an own profile or of one of its posts over a window, as the platform delivered it. Organic: no cost.
///
/// One record per metric, as for web traffic. A post's figures "for its lifetime" stand at the day of export or undated.
package struct SocialMetric: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var profile: String
  package var window: DateWindow
  package var measure: SocialMeasure
  /// The metric's name as delivered, for those outside the shared list.
  package var measureName: String
  /// Counts, seconds, ratios, in millionths.
  package var valueMicros: Int64
  /// "" for the profile as a whole.
  package var postID = ""
  /// "" or what splits the figure: "country", "age and gender".
  package var dimension = ""
  package var dimensionValue = ""

  package init(
    origin: RecordOrigin, platform: String, profile: String, window: DateWindow, measure: SocialMeasure,
    measureName: String, valueMicros: Int64
  ) {
    self.origin = origin
    self.platform = platform
    self.profile = profile
    self.window = window
    self.measure = measure
    self.measureName = measureName
    self.valueMicros = valueMicros
  }
}

/// The measures that mean the same on every platform, and `other` for the rest.
package enum SocialMeasure: String, Sendable, CaseIterable {
  case views, impressions, reach, profileVisits, likes, comments, shares, saves, clicks, engagements
  case newFollowers, lostFollowers, netFollowers, followers, watchSeconds, posts, other

  /// Whether values may be added over days and posts; de-duplicated people and stocks may not.
  package var isAdditive: Bool {
    switch self {
    case .reach, .followers, .other: false
    default: true
    }
  }
}
