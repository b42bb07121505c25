/// What a text must be like. Texts come in small letters, and so must a pattern's own.
package enum TextPattern: Hashable, Sendable {
  case exactly(String)
  case beginning(String)
  case ending(String)
  case containing(String)
  case matching(TextExpression)

  /// How a pattern is named in settings and in the warehouse.
  package enum Comparison: String, Sendable, CaseIterable {
    case equals, startsWith, endsWith, contains, matches
  }

  /// Throws where `text` is no regular expression; any other comparison takes any text.
  package init(_ comparison: Comparison, _ text: String) throws(TextExpressionProblem) {
    switch comparison {
    case .equals: self = .exactly(text)
    case .startsWith: self = .beginning(text)
    case .endsWith: self = .ending(text)
    case .contains: self = .containing(text)
    case .matches: self = .matching(try TextExpression(text))
    }
  }

  package var comparison: Comparison {
    switch self {
    case .exactly: .equals
    case .beginning: .startsWith
    case .ending: .endsWith
    case .containing: .contains
    case .matching: .matches
    }
  }

  package var text: String {
    switch self {
    case .exactly(let text), .beginning(let text), .ending(let text), .containing(let text): text
    case .matching(let expression): expression.pattern
    }
  }

  func matches(_ text: String) -> Bool {
    switch self {
    case .exactly(let pattern): text == pattern
    case .beginning(let pattern): text.hasPrefix(pattern)
    case .ending(let pattern): text.hasSuffix(pattern)
    case .containing(let pattern): text.contains(pattern)
    case .matching(let expression): expression.matches(text)
    }
  }
}
