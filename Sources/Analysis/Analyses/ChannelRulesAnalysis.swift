import Vocabulary

/// What do other channel rules make of the visits so far?
///
/// Each visit is grouped again from its stored source, medium, campaign and click id, by either rules; nothing stored
/// changes.
package enum ChannelRulesAnalysis {
  /// - Parameter configured: the currency of amounts that name none; nil: such amounts are left out.
  static func compare(
    _ origins: VisitOrigins?, old: ChannelGrouping, new: ChannelGrouping, currency: Currency, configured: Currency?
  ) -> Insight<RegroupedVisits> {
    guard let origins, let window = origins.window else {
      return Insight(.notEnough([Shortfall(.sourceFiles, have: 0, required: 1)]))
    }
    var before: [Channel: Sum] = [:]
    var after: [Channel: Sum] = [:]
    var moves: [Path: Sum] = [:]
    var leavesOutMoney = false
    let channels = zip(origins.channels(by: old), origins.channels(by: new))
    for (row, (from, to)) in zip(origins.rows, channels) {
      var sum = Sum(sessions: row.sessions, conversionsMicros: row.conversionsMicros)
      if (row.currency ?? configured) == currency {
        sum.revenueMicros = row.revenueMicros
      } else if row.revenueMicros ?? 0 != 0 {
        leavesOutMoney = true
      }
      before[from, default: Sum()].add(sum)
      after[to, default: Sum()].add(sum)
      if from != to {
        let path = Path(source: row.origin.source, medium: row.origin.medium, from: from, to: to)
        moves[path, default: Sum()].add(sum)
      }
    }
    let all = before.values.reduce(into: Sum()) { $0.add($1) }
    return Insight(
      .found(
        RegroupedVisits(
          tool: origins.tool, window: window, oldRules: old.version, newRules: new.version,
          channels: Set(before.keys).union(after.keys).sorted().map { channel in
            RegroupedVisits.Row(
              channel: channel, old: figures(before[channel], of: all), new: figures(after[channel], of: all))
          },
          moves: moves.filter { $0.value.sessions > 0 }.sorted(by: isBefore).map { path, sum in
            RegroupedVisits.Move(
              source: path.source, medium: path.medium, from: path.from, to: path.to, figures: figures(sum, of: all))
          },
          unreadSessions: origins.unreadSessions, currency: all.revenueMicros == nil ? nil : currency,
          leavesOutMoney: leavesOutMoney)))
  }

  /// Where the tool tells a figure at all, a channel without it has none of it.
  private static func figures(_ sum: Sum?, of all: Sum) -> RegroupedVisits.Figures {
    RegroupedVisits.Figures(
      sessions: sum?.sessions ?? 0,
      conversions: all.conversionsMicros.map { _ in Micros.double(sum?.conversionsMicros ?? 0) },
      revenue: all.revenueMicros.map { _ in Micros.double(sum?.revenueMicros ?? 0) })
  }

  private static func isBefore(_ left: (key: Path, value: Sum), _ right: (key: Path, value: Sum)) -> Bool {
    if left.value.sessions != right.value.sessions { return left.value.sessions > right.value.sessions }
    return (left.key.source, left.key.medium, left.key.from, left.key.to)
      < (right.key.source, right.key.medium, right.key.from, right.key.to)
  }

  private struct Path: Hashable {
    var source: String
    var medium: String
    var from: Channel
    var to: Channel
  }

  private struct Sum {
    var sessions: Int64 = 0
    var conversionsMicros: Int64?
    var revenueMicros: Int64?

    mutating func add(_ other: Sum) {
      sessions += other.sessions
      if let more = other.conversionsMicros { conversionsMicros = (conversionsMicros ?? 0) + more }
      if let more = other.revenueMicros { revenueMicros = (revenueMicros ?? 0) + more }
    }
  }
}
