import Vocabulary

/// What do platforms claim of the week's orders, and what do analytics and the business's own records say?
package enum ReconciliationAnalysis {
  /// Nil where no platform claims anything of the week by day, or no order of it is known. Linear in orders and rows
  /// of advertising.
  package static func reconciliation(
    of ledger: Ledger, week: DateWindow, seen: SeenConversions?
  ) -> Reconciliation? {
    var claims: [Channel: Int64] = [:]
    for fact in ledger.spend {
      guard let window = fact.window, week.contains(window.first), week.contains(window.last),
        let conversions = fact.conversionsMicros
      else { continue }
      claims[fact.channel, default: 0] += conversions
    }
    claims = claims.filter { $0.value > 0 }
    let orders = ledger.orders.filter { week.contains($0.day) }
    guard !claims.isEmpty, !orders.isEmpty else { return nil }
    var sources: [Int: Channel] = [:]
    for history in ledger.histories { sources[history.customerID] = history.channel }
    var recorded: [Channel: Int] = [:]
    var unsourced = 0
    for order in orders {
      if let channel = order.customerID.flatMap({ sources[$0] }), channel != .unknown {
        recorded[channel, default: 0] += 1
      } else {
        unsourced += 1
      }
    }
    let rows = claims.map { channel, micros in
      Reconciliation.Row(
        channel: channel, claimed: Micros.double(micros),
        seen: seen.map { Micros.double($0.micros[channel] ?? 0) }, recorded: recorded[channel] ?? 0)
    }
    return Reconciliation(
      window: week, orders: orders.count, unsourced: unsourced, tool: seen?.tool,
      channels: rows.sorted { $0.claimed != $1.claimed ? $0.claimed > $1.claimed : $0.channel < $1.channel })
  }
}
