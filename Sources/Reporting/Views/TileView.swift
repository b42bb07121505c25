/// One figure of the week with its usual range.
struct TileView {
  let label: String
  /// Nil: not enough data.
  let amount: String?
  /// Longer than the tile has room for in its full size.
  let isLong: Bool
  let delta: DeltaView?
  let tag: TagView?
  let why: String?
  /// Trusted markup.
  let spark: String?
  let lack: LackView?
  /// Where its figure comes from: the id of the number and the anchor of the fold.
  var origin: TileOriginView?

  private static let mostFullSize = 8

  init(
    label: String, amount: String?, delta: DeltaView? = nil, tag: TagView? = nil, why: String? = nil,
    spark: String? = nil, lack: LackView? = nil, origin: TileOriginView? = nil
  ) {
    self.label = label
    self.amount = amount
    isLong = (amount?.count ?? 0) > Self.mostFullSize
    self.delta = delta
    self.tag = tag
    self.why = why
    self.spark = spark
    self.lack = lack
    self.origin = origin
  }
}

struct TileOriginView {
  let number: String
  /// Nil where nothing is known of the rows.
  let path: String?
  let about: String
}

/// The change against the week before; coloured only outside the usual range.
struct DeltaView {
  let tone: String
  /// Path of the arrow.
  let arrow: String
  let change: String
  let spoken: String

  enum Direction {
    case up, down, level
  }

  init(_ change: String, _ direction: Direction, tone: String, spoken: String) {
    self.change = change
    self.tone = tone
    self.spoken = spoken
    arrow =
      switch direction {
      case .up: "M4.5 1L8.5 8H.5z"
      case .down: "M4.5 8L.5 1H8.5z"
      case .level: "M.5 4H8.5V5.5H.5z"
      }
  }
}

struct LackView {
  let progress: String
  let need: String
}
