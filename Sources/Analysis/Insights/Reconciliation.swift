import Vocabulary

/// Orders of one week by channel: as ad platforms claim them, as web analytics saw them, and as the business recorded
/// them. Each counts in its own way; their sums are set against all orders and never taken for sales.
package struct Reconciliation: Sendable, Equatable {
  package var window: DateWindow
  /// All sales of the week on record.
  package var orders: Int
  /// Of them, those of nobody known or of a customer without a recorded source: they may be of any channel or of none.
  package var unsourced: Int
  /// The analytics tool that was asked; nil where none tells conversions by channel.
  package var tool: String?
  /// Those of which a platform claims something, the largest claim first.
  package var channels: [Row]

  package struct Row: Sendable, Equatable {
    package var channel: Channel
    /// Conversions that the platforms claim.
    package var claimed: Double
    /// Conversions that the analytics tool saw; nil without a tool.
    package var seen: Double?
    /// Orders of customers whose recorded first source it is: the least that is possible.
    package var recorded: Int

    package init(channel: Channel, claimed: Double, seen: Double?, recorded: Int) {
      self.channel = channel
      self.claimed = claimed
      self.seen = seen
      self.recorded = recorded
    }
  }

  package init(window: DateWindow, orders: Int, unsourced: Int, tool: String?, channels: [Row]) {
    self.window = window
    self.orders = orders
    self.unsourced = unsourced
    self.tool = tool
    self.channels = channels
  }

  /// With every order that has no recorded source.
  package func most(of row: Row) -> Int { row.recorded + unsourced }

  package var claimed: Double { channels.reduce(0) { $0 + $1.claimed } }
}
