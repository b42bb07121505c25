import Analysis
import Foundation
import Vocabulary

/// One `report.json`, read back. Members that a report of an earlier version lacks are nil or empty; others that this
/// version does not know are passed over.
package struct ReportRecord: Sendable, Equatable {
  package static let schema = 1

  package let client: String
  package let asOf: Day
  package let currency: Currency?
  package let buildID: String
  package let week: ReportWeek
  package let headline: String
  package let attention: Attention
  package let figures: [Figure]
  package let sources: [Source]
  package let earlier: [Earlier]
  package let reconciliation: Reconciliation?

  package struct Figure: Sendable, Equatable {
    /// The standing of a figure that is a part of the whole.
    static let incomplete = "incomplete"

    package var measure: Overview.Measure
    /// Nil: there is not enough data.
    package var value: Double?
    package var previous: Double?
    package var usualRange: Overview.UsualRange?
    /// Earlier weeks with a figure; a usual range needs 8.
    package var weeksBefore: Int
    /// Money of the week has no exchange rate, so that the figure is a part.
    package var isIncomplete = false
    /// Oldest first, ending with this week; nil is a gap.
    package var history: [Double?]
  }

  package struct Source: Sendable, Equatable {
    package var name: String
    package var last: Day
    /// Days of the week that it lacks.
    package var daysMissing: Int
  }

  /// What the report tells of a week before it.
  package struct Earlier: Sendable, Equatable {
    package var week: ReportWeek
    package var attention: Attention?
    package var restated: [Retrospect.Restated]
  }

  /// - Throws: `notARecord`, with what was found.
  package init(_ bytes: [UInt8]) throws(ReportingError) {
    let members: RecordMembers = try Self.decoded(bytes)
    guard members.schema == Self.schema else { throw Self.otherSchema(members.schema) }
    guard let asOf = Day(iso: members.asOf) else {
      throw .notARecord("asOf is \"\(Names.shown(members.asOf.prefix(40).description))\", no day")
    }
    client = members.client
    self.asOf = asOf
    currency = members.currency.flatMap { Currency($0) }
    buildID = members.buildID
    let monday = members.week.flatMap { Day(iso: $0.first) }
    week = members.reportWeek.flatMap { ReportWeek($0) } ?? ReportWeek(containing: monday ?? asOf - 6)
    headline = members.headline ?? ""
    figures = (members.kpis ?? []).compactMap(Figure.init)
    sources = (members.sources ?? []).compactMap(Source.init)
    reconciliation = members.reconciliation.flatMap { Reconciliation($0) }
    let said = members.attention.flatMap { Attention(rawValue: $0) }
    attention = said ?? Self.attention(figures)
    let week = week
    earlier = (members.earlier ?? []).compactMap { Earlier($0) }.filter { $0.week < week }
  }

  package func figure(_ measure: Overview.Measure) -> Figure? { figures.first { $0.measure == measure } }

  static func decoded<Members: Decodable>(_ bytes: [UInt8]) throws(ReportingError) -> Members {
    let decoder = JSONDecoder()
    do {
      return try decoder.decode(Members.self, from: Data(bytes))
    } catch {
      // A record of another version may lack anything but its number.
      if let head = try? decoder.decode(RecordHead.self, from: Data(bytes)), head.schema != schema {
        throw otherSchema(head.schema)
      }
      throw .notARecord((error as? DecodingError).map(words) ?? "no JSON")
    }
  }

  private static func otherSchema(_ found: Int) -> ReportingError {
    .notARecord("schema is \(found); this version reads \(schema)")
  }

  private static func words(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "the key \(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context): "\(path(context)) has a value of another kind"
    case .dataCorrupted(let context): context.codingPath.isEmpty ? "no JSON" : "\(path(context)) cannot be read"
    @unknown default: "it cannot be read"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".").nonEmpty
      ?? "the file"
  }

  private static func attention(_ figures: [Figure]) -> Attention {
    let isBad = figures.contains { figure in
      guard AttentionRule.measures.contains(figure.measure), let value = figure.value else { return false }
      return Standing(value, figure.usualRange).judgement(figure.measure) < 0
    }
    return isBad ? .outOfRange : .none
  }
}

extension ReportRecord.Figure {
  fileprivate init?(_ members: RecordMembers.KPI) {
    guard let measure = Overview.Measure(rawValue: members.measure) else { return nil }
    self.measure = measure
    value = members.value
    previous = members.previous
    if let low = members.usualLow, let high = members.usualHigh, low <= high {
      usualRange = Overview.UsualRange(low: low, high: high, weeks: members.weeksInUsualRange ?? 0)
    }
    weeksBefore = members.weeksBefore ?? members.weeksInUsualRange ?? 0
    isIncomplete = members.standing == Self.incomplete
    history = members.history ?? []
  }
}

extension ReportRecord.Source {
  fileprivate init?(_ members: RecordMembers.Source) {
    guard let last = Day(iso: members.last) else { return nil }
    self.init(name: members.name, last: last, daysMissing: members.daysMissing ?? 0)
  }
}

extension ReportRecord.Earlier {
  fileprivate init?(_ members: RecordMembers.Earlier) {
    guard let week = ReportWeek(members.week) else { return nil }
    self.init(
      week: week, attention: members.attention.flatMap { Attention(rawValue: $0) },
      restated: (members.restated ?? []).compactMap { Retrospect.Restated($0, week: week) })
  }
}
