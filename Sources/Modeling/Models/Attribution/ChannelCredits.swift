/// The conversions there were and their value, divided among channels.
///
/// Made by `TouchRule` (Shao and Li 2011), `MarkovAttribution` (Anderl, Becker, von Wangenheim and Schumann 2016) or
/// `ShapleyAttribution` (Zhao, Mahboobi and Bagheri 2018), one number for each channel. O(channels) memory.
package struct ChannelCredits: FittedModel {
  package static let name = "ChannelCredits"
  package static let version = 1

  /// The rule that divided them.
  package let method: String
  package let channels: [String]
  /// One number for each channel; added in this order they are the conversions there were, to the last bit.
  package let conversions: [Double]
  /// The same of their value.
  package let values: [Double]
  /// Standard errors of `conversions` from sampling, where the rule samples.
  package let samplingErrors: [Double]?

  /// Requires shares that were added up by `journeys` itself; only rounding is left to settle.
  init(
    method: String, of journeys: Journeys, conversions: [Double], values: [Double], samplingErrors: [Double]? = nil
  ) {
    self.method = method
    channels = journeys.channels
    self.conversions = Self.settled(conversions, total: journeys.totalConversions)
    self.values = Self.settled(values, total: journeys.totalValue)
    self.samplingErrors = samplingErrors
  }

  /// The total in proportion to `parts`, which have a sum other than 0.
  init(method: String, of journeys: Journeys, inProportionTo parts: [Double], partErrors: [Double]? = nil) {
    let sum = parts.reduce(0, +)
    self.init(
      method: method, of: journeys, conversions: parts.map { journeys.totalConversions * $0 / sum },
      values: parts.map { journeys.totalValue * $0 / sum },
      samplingErrors: partErrors?.map { ($0 / sum * journeys.totalConversions).magnitude })
  }

  /// The last bits that rounding took or gave go to the largest part, where they are the smallest share; where the sum
  /// then rounds past the total, a smaller step or the next part takes them.
  private static func settled(_ parts: [Double], total: Double) -> [Double] {
    var parts = parts
    let order = parts.indices.filter { parts[$0] != 0 }.sorted { parts[$0].magnitude > parts[$1].magnitude }
    for place in order {
      for step in [1.0, 1, 0.5, 0.25, 0.75] {
        let gap = total - parts.reduce(0, +)
        if gap == 0 { return parts }
        parts[place] += gap * step
      }
    }
    return parts
  }
}
