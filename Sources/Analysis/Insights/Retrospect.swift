import Vocabulary

/// What earlier reports said, held against what is known now.
package struct Retrospect: Sendable, Equatable {
  /// Of earlier weeks, newest first.
  package var reports: [EarlierReport]
  /// Newest week first, figures in their order.
  package var restated: [Restated]
  /// Newest week first.
  package var predictions: [Graded]
  /// The one said last comes first.
  package var recommendations: [Followed]

  package init(
    reports: [EarlierReport] = [], restated: [Restated] = [], predictions: [Graded] = [],
    recommendations: [Followed] = []
  ) {
    self.reports = reports
    self.restated = restated
    self.predictions = predictions
    self.recommendations = recommendations
  }

  /// A figure of a week that is no longer what its report said.
  package struct Restated: Sendable, Equatable {
    package var week: ReportWeek
    package var measure: Overview.Measure
    package var reported: Double?
    package var now: Double?
    /// Never empty.
    package var causes: [Cause]

    package init(
      _ week: ReportWeek, _ measure: Overview.Measure, reported: Double?, now: Double?, causes: [Cause]
    ) {
      self.week = week
      self.measure = measure
      self.reported = reported
      self.now = now
      self.causes = causes
    }
  }

  package enum Cause: Sendable, Equatable {
    /// A newer export gave rows of these days of the week otherwise.
    case restatedRows(file: String, rows: Int, days: DateWindow)
    /// A newer export of the same rows no longer has them.
    case withdrawnRows(file: String, rows: Int, days: DateWindow)
    /// No changed row is on record; this file was read after the report and reaches into the week.
    case laterFile(String)
    /// The warehouse names nothing: settings, exchange rates or the joining of customers may have changed.
    case notOnRecord
  }

  package struct Graded: Sendable, Equatable {
    package var week: ReportWeek
    package var prediction: Prediction
    /// Nil until orders of the whole horizon are known.
    package var outcome: Outcome?

    package init(_ week: ReportWeek, _ prediction: Prediction, _ outcome: Outcome?) {
      self.week = week
      self.prediction = prediction
      self.outcome = outcome
    }
  }

  package struct Outcome: Sendable, Equatable {
    /// As many of the prediction's customers as are known today.
    package var customers: Int
    package var left: Int
    package var standing: Standing
    /// 0…1 with its 95 % interval, of a list.
    package var share: Estimate?
    /// Customers who could have been on the list and were not, and how many of them left.
    package var others: Others?

    package init(customers: Int, left: Int, standing: Standing, share: Estimate? = nil, others: Others? = nil) {
      self.customers = customers
      self.left = left
      self.standing = standing
      self.share = share
      self.others = others
    }
  }

  package struct Others: Sendable, Equatable {
    package var customers: Int
    package var left: Int

    package init(customers: Int, left: Int) {
      self.customers = customers
      self.left = left
    }
  }

  /// Where what came lies against the range that was given.
  package enum Standing: String, Sendable {
    case below, within, above
  }

  /// A recommendation and what has happened since it was first made.
  package struct Followed: Sendable, Equatable {
    package var first: ReportWeek
    package var last: ReportWeek
    package var times: Int
    /// As it was first made.
    package var recommendation: Recommendation
    package var since: Since

    package init(
      first: ReportWeek, last: ReportWeek, times: Int, recommendation: Recommendation, since: Since
    ) {
      self.first = first
      self.last = last
      self.times = times
      self.recommendation = recommendation
      self.since = since
    }
  }

  package enum Since: Sendable, Equatable {
    /// Mean spend a week over so many weeks up to the report, and after it; nil where it is not known. The recorded
    /// return as of now.
    case channel(weeks: Int, weeklySpendBefore: Double?, weeklySpendAfter: Double?, recordedReturn: Estimate?)
    /// Of the customers listed in the last report that made it, those who have ordered again within `days`.
    case customers(listed: Int, orderedAgain: Int, days: Int)
    /// No list was kept.
    case unknown
  }
}
