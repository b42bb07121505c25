import Analysis
import Vocabulary

/// What a record of any version has.
struct RecordHead: Decodable {
  let schema: Int
  let buildID: String
}

/// `report.json` as it is written, as far as an index of many reports needs it.
struct RecordMembers: Decodable {
  let schema: Int
  let client: String
  let asOf: String
  let currency: String?
  let buildID: String
  let reportWeek: String?
  let week: Window?
  let headline: String?
  let attention: String?
  let kpis: [KPI]?
  let sources: [Source]?
  let earlier: [Earlier]?
  let reconciliation: Reconciliation?

  struct Window: Decodable {
    let first: String
    let last: String
  }

  struct KPI: Decodable {
    let measure: String
    let value: Double?
    let previous: Double?
    let usualLow: Double?
    let usualHigh: Double?
    let weeksInUsualRange: Int?
    let weeksBefore: Int?
    let standing: String?
    let history: [Double?]?
  }

  struct Source: Decodable {
    let name: String
    let last: String
    let daysMissing: Int?
  }

  struct Reconciliation: Decodable {
    let first: String
    let last: String
    let orders: Int
    let ordersWithoutSource: Int
    let analytics: String?
    let channels: [Channel]

    struct Channel: Decodable {
      let channel: String
      let claimed: Double
      let seen: Double?
      let recorded: Int
    }
  }

  struct Earlier: Decodable {
    let week: String
    let attention: String?
    let restated: [Restated]?
  }

  struct Restated: Decodable {
    let measure: String
    let reported: Double?
    let now: Double?
    let causes: [Cause]?
  }

  struct Cause: Decodable {
    let kind: String
    let file: String?
    let rows: Int?
    let first: String?
    let last: String?
  }
}

extension Retrospect.Restated {
  init?(_ members: RecordMembers.Restated, week: ReportWeek) {
    guard let measure = Overview.Measure(rawValue: members.measure) else { return nil }
    let causes = (members.causes ?? []).compactMap(Retrospect.Cause.init)
    self.init(
      week, measure, reported: members.reported, now: members.now, causes: causes.isEmpty ? [.notOnRecord] : causes)
  }
}

extension Retrospect.Cause {
  fileprivate init?(_ members: RecordMembers.Cause) {
    var days: DateWindow? {
      guard let first = members.first.flatMap({ Day(iso: $0) }), let last = members.last.flatMap({ Day(iso: $0) })
      else { return nil }
      return DateWindow(first: first, last: last)
    }
    switch Kind(rawValue: members.kind) {
    case .restatedRows:
      guard let file = members.file, let days else { return nil }
      self = .restatedRows(file: file, rows: members.rows ?? 0, days: days)
    case .withdrawnRows:
      guard let file = members.file, let days else { return nil }
      self = .withdrawnRows(file: file, rows: members.rows ?? 0, days: days)
    case .laterFile:
      guard let file = members.file else { return nil }
      self = .laterFile(file)
    case .notOnRecord: self = .notOnRecord
    case nil: return nil
    }
  }
}
