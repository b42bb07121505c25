import Analysis

extension ReportWeek {
  /// `Week 46`; the year stands in the dates beside it.
  var label: String { "Week\u{A0}\(number)" }

  /// `Week 46 of 2026`
  var fullLabel: String { "\(label) of \(year)" }

  /// Trusted markup: a link where the report lies within reach, else the label.
  func link(from place: Place, _ words: String? = nil) -> String {
    let words = words ?? label
    return place.page(of: self).map { "<a href=\"\($0)\">\(words)</a>" } ?? words
  }
}
