import Vocabulary
import Warehouse

/// What sent the visits of a website, as one tool alone tells it: tools count differently, and their sum means nothing.
package struct VisitOrigins: Sendable, Equatable {
  package var tool: String
  package var rows: [Row]
  /// Visits of rows whose source and medium could not be told apart.
  package var unreadSessions: Int64 = 0

  package struct Row: Sendable, Hashable {
    /// Of a table whose file names it, else "".
    package var property: String
    package var window: DateWindow
    package var origin: TrafficSource
    package var sessions: Int64
    /// Nil where the tool does not tell them.
    package var conversionsMicros: Int64?
    package var revenueMicros: Int64?
    package var currency: Currency?

    package init(
      property: String = "", window: DateWindow, origin: TrafficSource, sessions: Int64,
      conversionsMicros: Int64? = nil, revenueMicros: Int64? = nil, currency: Currency? = nil
    ) {
      self.property = property
      self.window = window
      self.origin = origin
      self.sessions = sessions
      self.conversionsMicros = conversionsMicros
      self.revenueMicros = revenueMicros
      self.currency = currency
    }
  }

  package init(tool: String, rows: [Row], unreadSessions: Int64 = 0) {
    self.tool = tool
    self.rows = rows
    self.unreadSessions = unreadSessions
  }

  var sessions: Int64 { rows.reduce(0) { $0 + $1.sessions } }

  /// First to last day.
  package var window: DateWindow? {
    guard let first = rows.first?.window else { return nil }
    return rows.reduce(first) { $0.union($1.window) }
  }

  /// The channel of each row.
  func channels(by rules: ChannelGrouping) -> [Channel] {
    // Days repeat the same few origins.
    var known: [TrafficSource: Channel] = [:]
    return rows.map { row in
      if let channel = known[row.origin] { return channel }
      let channel = rules.channel(of: row.origin)
      known[row.origin] = channel
      return channel
    }
  }

  /// Single visits, by tool.
  static func of(_ sessions: [SourcedSessions]) -> [VisitOrigins] {
    Dictionary(grouping: sessions, by: \.tool).sorted { $0.key < $1.key }.map { tool, sessions in
      VisitOrigins(
        tool: tool,
        rows: sessions.map {
          Row(
            window: DateWindow(day: $0.day), origin: $0.origin, sessions: $0.sessions,
            conversionsMicros: $0.conversions.map { $0 * Micros.perUnit }, revenueMicros: $0.revenueMicros,
            currency: $0.currency)
        })
    }
  }

  /// Visits built from events; a purchase with an order's number is a conversion.
  static func of(_ visits: [WebVisit]) -> [VisitOrigins] {
    Dictionary(grouping: visits, by: \.tool).sorted { $0.key < $1.key }.map { tool, visits in
      let hasOrders = visits.contains { !$0.transactionIDs.isEmpty }
      return VisitOrigins(
        tool: tool,
        rows: visits.map {
          Row(
            window: DateWindow(day: $0.day), origin: $0.origin, sessions: 1,
            conversionsMicros: hasOrders ? Int64($0.transactionIDs.count) * Micros.perUnit : nil)
        })
    }
  }

  /// A table by one dimension, by tool.
  static func of(_ traffic: [DimensionedTraffic], by dimension: SourceDimension) -> [VisitOrigins] {
    Dictionary(grouping: traffic, by: \.tool).sorted { $0.key < $1.key }.map { tool, traffic in
      var origins = VisitOrigins(tool: tool, rows: [])
      for counted in CountedWindow.all(of: traffic, property: \.property, window: \.window) {
        origins.add(counted, by: dimension)
      }
      return origins
    }
  }

  private mutating func add(_ counted: CountedWindow<DimensionedTraffic>, by dimension: SourceDimension) {
    // A report may tell two kinds of revenue; the first by name is one of them.
    func chosen(_ metric: WebMetric) -> [String: [DimensionedTraffic]] {
      let ofMetric = counted.facts.filter { $0.metric == metric }
      let name = ofMetric.map(\.metricName).min()
      return Dictionary(grouping: ofMetric.filter { $0.metricName == name }, by: \.value)
    }
    let conversions = chosen(.conversions)
    let revenue = chosen(.revenue)
    for (value, facts) in chosen(.sessions).sorted(by: { $0.key < $1.key }) {
      let sessions = facts.reduce(0) { $0 + $1.valueMicros } / Micros.perUnit
      guard let origin = dimension.origin(value) else {
        unreadSessions += sessions
        continue
      }
      let money = revenue[value] ?? []
      rows.append(
        Row(
          property: counted.property, window: counted.window, origin: origin, sessions: sessions,
          conversionsMicros: conversions[value].map { $0.reduce(0) { $0 + $1.valueMicros } },
          revenueMicros: money.first?.valueMicros, currency: money.first?.currency))
      for other in money.dropFirst() {
        rows.append(
          Row(
            property: counted.property, window: counted.window, origin: origin, sessions: 0,
            revenueMicros: other.valueMicros, currency: other.currency))
      }
    }
  }
}
