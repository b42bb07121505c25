import Analysis

/// "Not enough data": what there is, and what would be enough.
struct MissingView {
  let word: String
  let steps: [MissingStep]

  init(_ shortfalls: [Shortfall]) {
    word = phrase("Not enough data")
    steps =
      shortfalls.isEmpty
      ? [
        MissingStep(
          have: phrase("There is nothing to work with yet."), need: phrase("Add exports and build the report again."))
      ]
      : shortfalls.map { MissingStep(have: $0.haveSentence, need: $0.needSentence) }
  }
}

struct MissingStep {
  let have: String
  let need: String
}
