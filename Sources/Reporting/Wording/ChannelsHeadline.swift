import Analysis

/// Which channels pay back, in one or two sentences. Claims only what the verdicts hold.
struct ChannelsHeadline {
  let text: String

  init(_ returns: Returns) {
    let paying = returns.channels.filter { $0.verdict == .paysBack }
    let losing = returns.channels.filter { $0.verdict == .loses }
    let payers = Self.names(paying.map(\.channel.label))
    let losers = Self.names(losing.map(\.channel.label))
    switch (paying.isEmpty, losing.isEmpty) {
    case (false, false):
      text =
        "\(payers.text) \(payers.isPlural ? "pay" : "pays") back. "
        + "\(losers.text) very likely \(losers.isPlural ? "lose" : "loses") money"
    case (false, true): text = "\(payers.text) \(payers.isPlural ? "pay" : "pays") back on recorded revenue"
    case (true, false):
      text = "\(losers.text) very likely \(losers.isPlural ? "lose" : "loses") money on recorded revenue"
    case (true, true):
      if returns.channels.allSatisfy({ $0.recordedReturn == nil }) {
        text = "Nothing is recorded yet to hold against ad spend"
        return
      }
      let needsMargin = returns.channels.contains { $0.verdict == .marginUnknown }
      text =
        needsMargin
        ? "Which channels pay back depends on your gross margin" : "No channel clearly pays back or loses money yet"
    }
  }

  /// At most three names; more are counted.
  static func names(_ names: [String]) -> (text: String, isPlural: Bool) {
    if names.count <= 3 { return (Names.list(names), names.count > 1) }
    return ("\(names[0]), \(names[1]) and \(names.count - 2) more", true)
  }
}
