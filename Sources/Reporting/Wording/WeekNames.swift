import Analysis

extension ReportWeek {
  /// `Week 46`; the year stands in the dates beside it.
  var label: String { phrase("Week {number}", ["number": "\(number)"]).replacing(" ", with: "\u{A0}") }

  /// `Week 46 of 2026`
  var fullLabel: String { phrase("{week} of {year}", ["week": label, "year": "\(year)"]) }

  /// Trusted markup: a link where the report lies within reach, else the label.
  func link(from place: Place) -> String {
    place.page(of: self).map { "<a href=\"\($0)\">\(label)</a>" } ?? label
  }
}
