/// One card of "what changed, where it lines up, what is worth doing".
struct InsightView {
  let heading: String
  let sentences: String
  let evidence: String
  let bars: [BarView]

  /// The same three words everywhere.
  enum Evidence: Int {
    case weak = 1, some, strong

    var word: String {
      switch self {
      case .weak: phrase("Weak evidence")
      case .some: phrase("Some evidence")
      case .strong: phrase("Strong evidence")
      }
    }
  }

  init(_ heading: String, _ sentences: [String], _ evidence: Evidence, why: String) {
    self.heading = heading
    self.sentences = sentences.joined(separator: " ")
    self.evidence = phrase("{evidence}: {reason}", ["evidence": evidence.word, "reason": why])
    bars = (1...3).map { BarView(level: $0, isFilled: $0 <= evidence.rawValue) }
  }
}

/// One of three small bars that show how strong the evidence is.
struct BarView {
  let x: Int
  let y: Int
  let height: Int
  let filled: String

  init(level: Int, isFilled: Bool) {
    x = (level - 1) * 6
    height = level * 4
    y = 12 - height
    filled = isFilled ? "ev-on" : "ev-off"
  }
}
