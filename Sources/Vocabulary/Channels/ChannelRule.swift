/// One line of a channel grouping: a visit for which all conditions hold is of the channel. Where either of two parts of
/// a visit may tell, two rules stand one after the other.
package struct ChannelRule: Hashable, Sendable {
  package var name: String
  package var channel: Channel
  package var conditions: [ChannelCondition]

  package init(_ name: String, _ channel: Channel, _ conditions: [ChannelCondition]) {
    self.name = name
    self.channel = channel
    self.conditions = conditions
  }

  /// `visit`: all in small letters.
  func matches(_ visit: TrafficSource) -> Bool { conditions.allSatisfy { $0.holds(for: visit) } }
}
