import Vocabulary

/// The same visits under two tables of channel rules.
package struct RegroupedVisits: Sendable, Equatable {
  package var tool: String
  package var window: DateWindow
  /// Versions of the rules.
  package var oldRules: String
  package var newRules: String
  /// Channels that have visits under either rules, in the order of channels.
  package var channels: [Row]
  /// Visits that change their channel, by source and medium, the most visits first.
  package var moves: [Move]
  /// Visits whose source and medium could not be told apart, in no row here.
  package var unreadSessions: Int64
  /// Of the revenue; nil where no revenue is told.
  package var currency: Currency?
  /// Whether revenue in another currency, or in one that nobody named, was left out.
  package var leavesOutMoney: Bool

  package struct Figures: Sendable, Equatable {
    package var sessions: Int64 = 0
    /// Nil where the tool does not tell them.
    package var conversions: Double?
    package var revenue: Double?
  }

  package struct Row: Sendable, Equatable {
    package var channel: Channel
    package var old: Figures
    package var new: Figures
  }

  package struct Move: Sendable, Equatable {
    /// As the data write them; "" where they do not tell.
    package var source: String
    package var medium: String
    package var from: Channel
    package var to: Channel
    package var figures: Figures
  }

  package var sessions: Int64 { channels.reduce(0) { $0 + $1.old.sessions } }
  package var movedSessions: Int64 { moves.reduce(0) { $0 + $1.figures.sessions } }
}
