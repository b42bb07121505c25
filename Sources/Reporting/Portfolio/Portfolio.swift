import Analysis
import Vocabulary

/// All clients of an agency in one week, in the order in which they need attention. Made from their records alone.
package struct Portfolio: Sendable {
  /// The newest week that any client has a report of; nil where none has one.
  package let week: ReportWeek?
  package let clients: [Client]

  /// One client with its newest report, or with the reason why there is none.
  package struct Client: Sendable {
    package enum Content: Sendable {
      case report(ReportRecord)
      /// There is no `report.json`.
      case absent
      /// It cannot be read: a clause in English, without its full stop.
      case problem(String)
    }

    /// That of the report; without one, that of its folder.
    package let name: String
    /// Where the report or its folder lies, as the reader names it.
    package let folder: String
    /// From the page to the report, percent-encoded.
    let link: String?
    package let content: Content
    package fileprivate(set) var attention = Attention.none

    package init(folder: String, name: String, link: String?, content: Content) {
      self.folder = folder
      self.link = link
      self.content = content
      if case .report(let record) = content { self.name = record.client } else { self.name = name }
    }

    package var record: ReportRecord? {
      if case .report(let record) = content { record } else { nil }
    }

    /// Why there is no report, for messages; nil where there is one.
    package var problem: String? {
      switch content {
      case .report: nil
      case .absent: "There is no report.json in \(name)"
      case .problem(let reason): "Its report.json is no report: \(reason)"
      }
    }

    /// Figures of the row that lie outside their usual range on the bad side.
    var badFigures: [ReportRecord.Figure] {
      AttentionRule.measures.compactMap { record?.figure($0) }.filter { figure in
        figure.value.map { Standing($0, figure.usualRange).judgement(figure.measure) < 0 } ?? false
      }
    }

    /// A figure of the row is a part, since money of the week has no exchange rate.
    var isIncomplete: Bool { AttentionRule.measures.contains { record?.figure($0)?.isIncomplete == true } }

    var missing: [ReportRecord.Source] { record?.sources.filter { $0.daysMissing > 0 } ?? [] }
  }

  /// No report of the week, then a figure outside its usual range on the bad side (the more of them the earlier), then
  /// missing data, then the rest; among equals by name.
  package init(_ clients: [Client]) {
    let week = clients.compactMap { $0.record?.week }.max()
    self.week = week
    let judged = clients.map { client in
      var client = client
      client.attention = Self.attention(client, week)
      return client
    }
    let keyed = judged.map { (client: $0, bad: $0.badFigures.count, name: $0.name.lowercased()) }
    self.clients = keyed.sorted { left, right in
      if left.client.attention != right.client.attention { return left.client.attention < right.client.attention }
      if left.bad != right.bad { return left.bad > right.bad }
      return (left.name, left.client.name, left.client.folder) < (right.name, right.client.name, right.client.folder)
    }.map(\.client)
  }

  private static func attention(_ client: Client, _ week: ReportWeek?) -> Attention {
    guard let record = client.record, record.week == week else { return .noReport }
    if !client.badFigures.isEmpty { return .outOfRange }
    return client.missing.isEmpty && !client.isIncomplete ? .none : .missingData
  }

  package func count(_ attention: Attention) -> Int { clients.count { $0.attention == attention } }

  /// Clients that are more than routine.
  package var needingALook: Int { clients.count { $0.attention != .none } }

  /// Reports of the week.
  package var reports: Int { clients.count { $0.attention != .noReport } }

  /// Each currency with the number of clients that report in it; amounts are never added up.
  var currencies: [(code: String, clients: Int)] {
    let codes = clients.compactMap { $0.record?.currency?.code }
    return Dictionary(grouping: codes) { $0 }.map { ($0.key, $0.value.count) }
      .sorted { ($1.clients, $0.code) < ($0.clients, $1.code) }
  }
}
