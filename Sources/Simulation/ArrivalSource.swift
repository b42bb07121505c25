import Vocabulary

/// What truly made a customer come: a campaign, or something that nobody paid for. What the CRM records is drawn from
/// it and often differs.
package struct ArrivalSource: Sendable {
  package let channel: Channel
  /// Index into `Campaign.all`; nil for unpaid demand.
  package let campaign: Int?
  /// Share among unpaid demand; 0 for a campaign.
  let unpaidShare: Double
  /// Chance of each `RecordedSource` when this is the cause; sums to 1.
  let recording: [Double]
  /// Chance of each segment; sums to 1.
  let segmentMix: [Double]

  /// Campaigns first, in their order, then the unpaid channels.
  static let all: [ArrivalSource] = {
    let paid = Campaign.all.enumerated().map { index, campaign in
      ArrivalSource(
        channel: campaign.channel, campaign: index, unpaidShare: 0, recording: paidRecording(index, campaign),
        segmentMix: mix(leanings[index]))
    }
    let unpaid = unpaidChannels.map { entry in
      ArrivalSource(
        channel: entry.channel, campaign: nil, unpaidShare: entry.share, recording: recording(entry.recording),
        segmentMix: mix(entry.leaning))
    }
    return paid + unpaid
  }()

  /// How much more or less than usual each segment is among a campaign's customers, in the order of both lists.
  private static let leanings: [[Double]] = [
    [0.75, 1.35, 0.80, 1.10], [0.90, 1.20, 1.00, 0.95], [1.05, 1.35, 0.90, 0.80], [1.20, 0.90, 1.00, 0.95],
    [0.90, 0.80, 1.80, 0.95], [1.00, 0.85, 1.40, 1.00], [0.70, 1.35, 0.70, 1.25], [0.90, 1.30, 0.80, 1.00],
  ]

  private struct Unpaid {
    let channel: Channel
    let share: Double
    let leaning: [Double]
    let recording: [RecordedSource: Double]
  }

  private static let unpaidChannels = [
    Unpaid(
      channel: .organicSearch, share: 0.40, leaning: [1, 1, 1, 1],
      recording: [
        .channel(.organicSearch): 0.66, .campaign(3): 0.20, .campaign(4): 0.03, .campaign(5): 0.02,
        .channel(.direct): 0.05, .channel(.offline): 0.02, .channel(.unknown): 0.02,
      ]),
    Unpaid(
      channel: .direct, share: 0.27, leaning: [1.25, 0.85, 1, 0.95],
      recording: [
        .channel(.direct): 0.71, .campaign(3): 0.14, .channel(.organicSearch): 0.06, .campaign(2): 0.03,
        .campaign(7): 0.01, .channel(.offline): 0.03, .channel(.unknown): 0.02,
      ]),
    Unpaid(
      channel: .referral, share: 0.12, leaning: [1, 0.8, 1.5, 0.95],
      recording: [
        .channel(.referral): 0.72, .channel(.direct): 0.10, .channel(.organicSearch): 0.08, .campaign(3): 0.05,
        .channel(.unknown): 0.03, .channel(.offline): 0.02,
      ]),
    Unpaid(
      channel: .email, share: 0.09, leaning: [1.35, 1.05, 0.8, 0.75],
      recording: [
        .channel(.email): 0.74, .channel(.direct): 0.12, .channel(.organicSearch): 0.05, .campaign(3): 0.04,
        .channel(.offline): 0.03, .channel(.unknown): 0.02,
      ]),
    Unpaid(
      channel: .organicSocial, share: 0.12, leaning: [0.85, 1.25, 0.9, 1],
      recording: [
        .channel(.organicSocial): 0.60, .campaign(2): 0.08, .campaign(0): 0.08, .channel(.direct): 0.12,
        .channel(.organicSearch): 0.06, .campaign(3): 0.04, .channel(.unknown): 0.02,
      ]),
  ]

  private static func paidRecording(_ index: Int, _ campaign: Campaign) -> [Double] {
    var chances: [RecordedSource: Double]
    switch campaign.channel {
    case .paidSocial:
      chances = [
        .campaign(index): 0.66, .channel(.direct): 0.10, .channel(.organicSearch): 0.09, .campaign(3): 0.06,
        .channel(.organicSocial): 0.05, .channel(.offline): 0.01, .channel(.unknown): 0.03,
      ]
    case .display:
      chances = [
        .campaign(index): 0.36, .channel(.direct): 0.25, .channel(.organicSearch): 0.20, .campaign(3): 0.09,
        .campaign(4): 0.02, .channel(.referral): 0.03, .channel(.offline): 0.01, .channel(.unknown): 0.04,
      ]
    default:
      chances = [
        .campaign(index): 0.80, .channel(.direct): 0.07, .channel(.organicSearch): 0.10, .channel(.offline): 0.01,
        .channel(.unknown): 0.02,
      ]
    }
    return recording(chances)
  }

  private static func recording(_ chances: [RecordedSource: Double]) -> [Double] {
    RecordedSource.all.map { chances[$0] ?? 0 }
  }

  private static func mix(_ leaning: [Double]) -> [Double] {
    let raw = zip(Segment.all, leaning).map { $0.share * $1 }
    let total = raw.reduce(0, +)
    return raw.map { $0 / total }
  }
}

/// What a CRM can hold as a contact's first source.
package enum RecordedSource: Hashable, Sendable {
  /// Index into `Campaign.all`.
  case campaign(Int)
  /// A channel without a campaign; `unknown` is an empty cell.
  case channel(Channel)

  static let all: [RecordedSource] =
    Campaign.all.indices.map { RecordedSource.campaign($0) }
    + [Channel.email, .organicSearch, .organicSocial, .referral, .direct, .offline, .unknown].map {
      RecordedSource.channel($0)
    }

  /// In `all`.
  var place: Int { Self.places[self] ?? 0 }
  private static let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($0.element, $0.offset) })

  package var channel: Channel {
    switch self {
    case .campaign(let index): Campaign.all[index].channel
    case .channel(let channel): channel
    }
  }

  package var campaign: Int? {
    if case .campaign(let index) = self { index } else { nil }
  }
}
