import Analysis

/// One question of a page: heading, cards, and what limits the answer. The template `part` writes it.
struct PartView {
  let anchor: String
  let heading: String
  let question: String?
  private(set) var cards: [CardView]
  let limits: [String]
  let hasLimits: Bool

  init(_ anchor: String, _ heading: String, _ question: String? = nil, cards: [CardView], limits: [Caveat] = []) {
    self.anchor = anchor
    self.heading = heading
    self.question = question
    self.cards = cards
    self.limits = limits.map(\.words)
    hasLimits = !limits.isEmpty
  }
}

extension PartView {
  func replacing(cards: [CardView]) -> PartView {
    var part = self
    part.cards = cards
    return part
  }

  /// The whole part is one panel that says what is missing.
  static func missing(
    _ anchor: String, _ heading: String, title: String, _ shortfalls: [Shortfall], limits: [Caveat] = []
  ) -> PartView {
    PartView(
      anchor, heading,
      cards: [CardView(anchor: anchor + "-missing", width: "w12", title: title, missing: MissingView(shortfalls))],
      limits: limits)
  }
}
