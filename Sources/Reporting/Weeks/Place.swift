import Analysis

/// Where a report lies among the published weeks, for its links out of its own folder.
package enum Place: Sendable, Equatable {
  /// Nothing lies beside it: a single document, a mail.
  case alone
  /// In the folder that readers open.
  case newest
  /// In `weeks/2026-W46/`, where its address lasts.
  case week

  /// The folder of the weeks, from the root of the published folder.
  package static let weeksFolder = "weeks"
  static let archivePage = "archive.html"

  /// The list of an earlier year's weeks.
  static func archivePage(of year: Int) -> String { "archive-\(year).html" }

  func page(of week: ReportWeek) -> String? {
    switch self {
    case .alone: nil
    case .newest: "\(Self.weeksFolder)/\(week)/index.html"
    case .week: "../\(week)/index.html"
    }
  }

  /// What follows the report's own pages in their bar.
  var links: [LinkView] {
    switch self {
    case .alone: []
    case .newest: [LinkView(Self.archivePage, phrase("All weeks"))]
    case .week:
      [
        LinkView("../../\(Self.archivePage)", phrase("All weeks")),
        LinkView("../../index.html", phrase("Newest report")),
      ]
    }
  }
}
