import Vocabulary

/// What came in, what was refused and why, what was restated, and how fresh each source is.
package struct DataQuality: Sendable {
  package var files: [File]
  package var sources: [Source]
  package var rejected: [Rejected]
  package var skipped: [(reason: SkippedRow.Reason, rows: Int)]
  package var controlTotals: [Control]
  package var restatements: [Restated]
  package var unrecognised: [Refused]
  /// What joins records to customers, the surest rule first.
  package var identity: [Joined]
  /// Nil where no tool tells visits by channel or campaign.
  package var tracking: TrackingAudit?
  /// Where the columns of a file are not those of the first file of its source.
  package var changes: [Changed] = []
  /// Advertising rows that another file tells too, in other words, and that count there alone.
  package var toldTwice: [ToldTwice] = []

  package struct ToldTwice: Sendable {
    package var file: String
    package var countedFile: String
    package var rows: Int
  }

  package struct Changed: Sendable {
    package var file: String
    /// "" for the file as a whole.
    package var column: String
    package var found: String
    package var expected: String
  }

  package struct File: Sendable {
    package var name: String
    package var format: String
    package var isVerified: Bool
    package var window: DateWindow?
    package var rowsRead: Int
    package var rowsLoaded: Int
    package var rowsUpdated: Int
    package var rowsUnchanged: Int
    package var rowsSkipped: Int
    package var rowsRejected: Int
    package var digest: String
    /// The format as a reader knows it; "" where it has no such name.
    package var title = ""
  }

  package struct Source: Sendable {
    package var name: String
    package var first: Day
    package var last: Day
    /// On which some fact of it lies.
    package var days: Int
    /// Days between first and last that lack their facts, as windows; none where facts do not come each day.
    package var gaps: [DateWindow]
    /// One per week from the first Monday: days covered, 0…7.
    package var daysByWeek: [Int]
    package var firstMonday: Day
    /// What it tells of: advertising, web, orders, payments and so on.
    package var kind = ""
    package var rhythm = Rhythm.daily
    /// Days between first and last without any fact where facts do not come each day: nothing is missing on them.
    package var silences: [DateWindow] = []
  }

  package struct Rejected: Sendable {
    package var file: String
    package var line: Int
    package var column: String
    package var found: String
    package var expected: String
  }

  package struct Control: Sendable {
    package var file: String
    package var label: String
    package var metric: TotalMetric
    package var stated: Double
    package var summed: Double
    /// SHA-256 of the file, and the total's place among its totals, from 1.
    package var digest = ""
    package var position = 0
  }

  package struct Restated: Sendable {
    package var source: String
    package var metric: String
    package var window: DateWindow
    package var rows: Int
    /// Over the rows; nil where they may not be added up.
    package var old: Double?
    package var new: Double?
    /// The table and the column of the measure.
    package var table = ""
    package var column = ""
    /// By which a website's or a profile's figures are told.
    package var dimension = ""

    /// Whether the column holds one measure alone; where it holds many, the metric says which.
    var isOfOneMeasure: Bool { !["webTraffic", "socialMetric"].contains(table) }
    package var isMoney: Bool { column.hasSuffix("Micros") && (isOfOneMeasure || metric == WebMetric.revenue.rawValue) }
  }

  package struct Joined: Sendable {
    package var rule: IdentityRule
    package var links: Int
    package var customers: Int
    package var refused: Int
    /// Share of hidden addresses that the rule leads back to, 0…1; nil where nothing in the data can tell.
    package var precision: Double?
    /// 95 %.
    package var low: Double?
    package var high: Double?
    package var trials: Int
  }

  package struct Refused: Sendable {
    package var name: String
    package var reason: String

    package init(name: String, reason: String) {
      self.name = name
      self.reason = reason
    }
  }
}
