import Analysis
import Vocabulary

/// Which channels pay back, in one or two sentences. Claims only what the verdicts hold.
struct ChannelsHeadline {
  let text: String

  init(_ returns: Returns) {
    let paying = returns.channels.filter { $0.verdict == .paysBack }
    let losing = returns.channels.filter { $0.verdict == .loses }
    let payers = Self.channels(paying.map(\.channel))
    let losers = Self.channels(losing.map(\.channel))
    switch (paying.isEmpty, losing.isEmpty) {
    case (false, false):
      let back = phrase("{names} pays back", "{names} pay back", of: payers.count, ["names": payers.text])
      text = "\(back). \(Self.loss(losers))"
    case (false, true):
      text = phrase(
        "{names} pays back on recorded revenue", "{names} pay back on recorded revenue", of: payers.count,
        ["names": payers.text])
    case (true, false):
      text = Self.loss(losers)
    case (true, true):
      text = Self.undecided(returns)
    }
  }

  private static func undecided(_ returns: Returns) -> String {
    switch MissingReturns(returns.channels) {
    case .sales: return phrase("No sales are recorded yet to compare with ad spend")
    case .firstSources: return phrase("No recorded sale names a first source yet")
    case .more: return phrase("There is not enough data to compare channels yet")
    case nil: break
    }
    return returns.channels.contains { $0.verdict == .marginUnknown }
      ? phrase("Which channels pay back depends on your gross margin")
      : phrase("No channel clearly pays back or loses money yet")
  }

  /// Revenue that nobody recorded may well be there: a loss is never told of without saying on what.
  private static func loss(_ losers: (text: String, count: Int)) -> String {
    phrase(
      "{names} very likely loses money on recorded revenue", "{names} very likely lose money on recorded revenue",
      of: losers.count, ["names": losers.text])
  }

  /// As `names`, at the beginning of a sentence.
  static func channels(_ channels: [Channel]) -> (text: String, count: Int) { names(Channel.words(channels)) }

  /// At most three names; more are counted.
  static func names(_ names: [String]) -> (text: String, count: Int) {
    if names.count <= 3 { return (Names.list(names), names.count) }
    let text = phrase(
      "{first}, {second} and {count} more", "{first}, {second} and {count} more", of: names.count - 2,
      ["first": names[0], "second": names[1]])
    return (text, names.count)
  }
}
