/// What stands above the sections of a page.
struct PageHead {
  let eyebrow: String
  /// The finding, generated; its predicate is what chose it.
  let headline: String
  let standfirst: String?
  let facts: [FactView]

  init(_ eyebrow: String, headline: String, standfirst: [String], facts: [FactView]) {
    self.eyebrow = eyebrow
    self.headline = headline
    self.standfirst = standfirst.joined(separator: " ").nonEmpty
    self.facts = facts
  }
}

/// `Week` and `9–15 Nov 2026`.
struct FactView {
  let label: String
  let value: String

  init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}

/// A term and what it means.
struct TermView {
  let term: String
  let meaning: String

  init(_ term: String, _ meaning: String) {
    self.term = term
    self.meaning = meaning
  }
}
