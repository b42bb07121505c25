import Analysis
import Vocabulary

extension Reconciliation {
  var json: JSONText {
    .object([
      ("first", .text(window.first.description)),
      ("last", .text(window.last.description)),
      ("orders", .integer(orders)),
      ("ordersWithoutSource", .integer(unsourced)),
      ("analytics", tool.map { .text($0) } ?? .null),
      (
        "channels",
        .list(
          channels.map { row in
            .object([
              ("channel", .text(row.channel.rawValue)),
              ("claimed", .number(row.claimed)),
              ("seen", .number(row.seen)),
              ("recorded", .integer(row.recorded)),
              ("atLeast", .integer(row.recorded)),
              ("atMost", .integer(most(of: row))),
            ])
          })
      ),
    ])
  }

  /// No business has more in a week.
  private static let mostOrders = 1_000_000_000

  /// Channels that this version does not know are left out.
  init?(_ members: RecordMembers.Reconciliation) {
    guard let first = Day(iso: members.first), let last = Day(iso: members.last),
      let window = DateWindow(first: first, last: last), (0...Self.mostOrders).contains(members.orders),
      (0...members.orders).contains(members.ordersWithoutSource)
    else { return nil }
    self.init(
      window: window, orders: members.orders, unsourced: members.ordersWithoutSource, tool: members.analytics,
      channels: members.channels.compactMap { row -> Row? in
        guard let channel = Channel(rawValue: row.channel), row.claimed >= 0,
          (0...members.orders).contains(row.recorded)
        else { return nil }
        return Row(channel: channel, claimed: row.claimed, seen: row.seen, recorded: row.recorded)
      })
  }
}
