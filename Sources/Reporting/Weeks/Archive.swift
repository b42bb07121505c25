import Analysis
import Foundation
import Vocabulary

/// All published weeks of one report folder: what each said, and what of it has been restated since.
package struct Archive: Sendable {
  package static let recordPath = "archive.json"

  let client: String
  /// Newest first.
  let weeks: [Week]

  /// One week, with its record where that can be read.
  struct Week: Sendable, Equatable {
    let week: ReportWeek
    let record: ReportRecord?
    let restated: [Retrospect.Restated]
  }

  /// - Parameters:
  ///   - findings: of the report that is being published. It knows what of the weeks before it is restated.
  ///   - records: `report.json` of every other published week, as it lies there; those that cannot be read are listed
  ///     without figures.
  ///   - stored: `archive.json` as it was; what it says of weeks after this one is kept.
  package init(
    publishing findings: Findings, own: [UInt8], records: [(week: ReportWeek, bytes: [UInt8]?)], stored: [UInt8]?
  ) {
    let kept = stored.flatMap { try? JSONDecoder().decode(Stored.self, from: Data($0)) }
    client = findings.client
    var weeks = [Week(week: findings.week, record: try? ReportRecord(own), restated: [])]
    for record in records where record.week != findings.week {
      let restated =
        record.week < findings.week
        ? findings.retrospect.restated.filter { $0.week == record.week } : kept?.restated(in: record.week) ?? []
      weeks.append(
        Week(week: record.week, record: record.bytes.flatMap { try? ReportRecord($0) }, restated: restated))
    }
    self.weeks = weeks.sorted { $1.week < $0.week }
  }

  /// - Parameter weeks: newest first.
  init(client: String, weeks: [Week]) {
    self.client = client
    self.weeks = weeks
  }

  var newest: Week? { weeks.first }

  /// The weeks of one year, newest first.
  struct Year: Sendable, Equatable {
    let year: Int
    let weeks: [Week]
  }

  /// Newest first.
  var years: [Year] {
    Dictionary(grouping: weeks) { $0.week.year }.sorted { $0.key > $1.key }.map { Year(year: $0.key, weeks: $0.value) }
  }

  /// A page of this many weeks weighs 100 KB.
  static let mostWeeksInFull = 60

  /// How many of the newest years stand whole on the first page: the newest, and those before it while all of them
  /// together hold few enough weeks. As weeks are added, years leave that page and none comes back.
  var yearsInFull: Int {
    var (count, weeks) = (0, 0)
    for year in years {
      weeks += year.weeks.count
      if count > 0, weeks > Self.mostWeeksInFull { break }
      count += 1
    }
    return count
  }

  /// Years that have a page of their own, newest first.
  var yearsApart: ArraySlice<Year> { years.dropFirst(yearsInFull) }

  /// The same for machines.
  var json: JSONText {
    .object([
      ("schema", .integer(ReportRecord.schema)), ("client", .text(client)), ("weeks", .list(weeks.map(\.json))),
    ])
  }

  /// What of `archive.json` outlasts a build of an earlier week.
  private struct Stored: Decodable {
    let weeks: [Entry]

    struct Entry: Decodable {
      let week: String
      let restated: [RecordMembers.Restated]?
    }

    func restated(in week: ReportWeek) -> [Retrospect.Restated] {
      let entry = weeks.first { $0.week == week.description }
      return (entry?.restated ?? []).compactMap { Retrospect.Restated($0, week: week) }
    }
  }
}

extension Archive.Week {
  fileprivate var json: JSONText {
    .object([
      ("week", .text(week.description)),
      ("path", .text(Place.newest.page(of: week) ?? "")),
      ("first", .text(week.monday.description)),
      ("last", .text(week.sunday.description)),
      ("asOf", record.map { .text($0.asOf.description) } ?? .null),
      ("currency", record?.currency.map { .text($0.code) } ?? .null),
      ("buildID", record.map { .text($0.buildID) } ?? .null),
      ("headline", record.map { .text($0.headline) } ?? .null),
      ("kpis", .list(AttentionRule.measures.compactMap { record?.figure($0)?.json })),
      ("restated", .list(restated.map(\.json))),
    ])
  }
}

extension ReportRecord.Figure {
  fileprivate var json: JSONText {
    .object([
      ("measure", .text(measure.rawValue)),
      ("value", .number(value)),
      ("usualLow", .number(usualRange?.low)),
      ("usualHigh", .number(usualRange?.high)),
    ])
  }
}
