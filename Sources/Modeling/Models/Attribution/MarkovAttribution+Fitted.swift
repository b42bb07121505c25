extension MarkovAttribution {
  /// The chain's answers. Channels in the order of the journeys.
  package struct Fitted: FittedModel {
    package static let name = "MarkovAttribution"
    package static let version = 1

    package let order: Int
    package let keepsRepeats: Bool
    /// Share of each channel's conversions that would be lost without it, 0…1.
    package let removalEffects: [Double]
    package let credits: ChannelCredits
    /// Of a journey before its first touch.
    package let conversionProbability: Double
    /// States by their channels, ascending, with the probability that a journey that is there will convert.
    private let keys: [UInt64]
    private let probabilities: [Double]

    init(_ model: MarkovAttribution, _ journeys: Journeys, _ chain: ChannelChain, _ solved: RemovalEffects) {
      order = model.order
      keepsRepeats = model.keepsRepeats
      removalEffects = solved.effects
      credits = ChannelCredits(method: MarkovAttribution.name, of: journeys, inProportionTo: solved.effects)
      conversionProbability = solved.conversionProbability[ChannelChain.start]
      let sorted = chain.keys.indices.sorted { chain.keys[$0] < chain.keys[$1] }
      keys = sorted.map { chain.keys[$0] }
      probabilities = sorted.map { solved.conversionProbability[$0] }
    }

    package var states: Int { keys.count }

    /// The probability that a journey with these touches so far, the first one first, will convert; nil where the
    /// journeys never came that way. O(touches + log states).
    package func probability(after touches: [String]) -> Double? {
      var key: UInt64 = 0
      var previous: String?
      for touch in touches where keepsRepeats || touch != previous {
        guard let channel = credits.channels.firstIndex(of: touch) else { return nil }
        key = key << 16 | UInt64(channel + 1)
        if order < 4 { key &= (1 << UInt64(16 * order)) - 1 }
        previous = touch
      }
      var low = 0
      var high = keys.count
      while low < high {
        let middle = (low + high) / 2
        if keys[middle] < key { low = middle + 1 } else { high = middle }
      }
      return low < keys.count && keys[low] == key ? probabilities[low] : nil
    }
  }
}
