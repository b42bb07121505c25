/// A regular expression that a text must match as a whole, whatever the case: literals, `.`, classes, `\d \w \s \b`, groups,
/// `|`, `* + ?`, counts in braces, `^` and `$`.
///
/// It runs as a set of states over the text (Thompson 1968), so that no expression that somebody writes into a setting can
/// take longer than length of text × length of expression. References back and looks around need more than that and
/// are refused.
package struct TextExpression: Hashable, Sendable {
  package let pattern: String
  private let steps: [Step]

  /// One instruction; places are relative to its own.
  enum Step: Hashable, Sendable {
    case one(ScalarSet)
    case fork(Int, Int)
    case go(Int)
    case start, end
    case boundary(Bool)
  }

  /// Scalars that may stand at one place of a text in small letters.
  struct ScalarSet: Hashable, Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false

    func contains(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } != isNegated }
  }

  package init(_ pattern: String) throws(TextExpressionProblem) {
    self.pattern = pattern
    steps = try TextExpressionParser.steps(of: pattern)
  }

  package static func == (left: TextExpression, right: TextExpression) -> Bool { left.pattern == right.pattern }

  package func hash(into hasher: inout Hasher) { hasher.combine(pattern) }

  /// `text`: in small letters.
  package func matches(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.map(\.value)
    var current = StateSet(count: steps.count + 1)
    var next = StateSet(count: steps.count + 1)
    add(0, to: &current, scalars, at: 0)
    for (place, scalar) in scalars.enumerated() {
      guard !current.states.isEmpty else { return false }
      for state in current.states where state < steps.count {
        if case .one(let set) = steps[state], set.contains(scalar) { add(state + 1, to: &next, scalars, at: place + 1) }
      }
      swap(&current, &next)
      next.removeAll()
    }
    return current.holds(steps.count)
  }

  /// Follows what consumes nothing; a state stands in the set once, so loops over nothing end.
  private func add(_ first: Int, to set: inout StateSet, _ text: [UInt32], at place: Int) {
    var open = [first]
    while let state = open.popLast() {
      guard set.insert(state), state < steps.count else { continue }
      switch steps[state] {
      case .one: continue
      case .fork(let one, let other): open += [state + other, state + one]
      case .go(let distance): open.append(state + distance)
      case .start: if place == 0 { open.append(state + 1) }
      case .end: if place == text.count { open.append(state + 1) }
      case .boundary(let isWanted):
        let before = place > 0 && ScalarSet.word.contains(text[place - 1])
        let after = place < text.count && ScalarSet.word.contains(text[place])
        if (before != after) == isWanted { open.append(state + 1) }
      }
    }
  }
}

/// States in the order of their entry, each once.
private struct StateSet {
  private(set) var states: [Int] = []
  private var isMember: [Bool]

  init(count: Int) { isMember = Array(repeating: false, count: count) }

  func holds(_ state: Int) -> Bool { isMember[state] }

  mutating func insert(_ state: Int) -> Bool {
    guard !isMember[state] else { return false }
    isMember[state] = true
    states.append(state)
    return true
  }

  mutating func removeAll() {
    for state in states { isMember[state] = false }
    states.removeAll(keepingCapacity: true)
  }
}

extension TextExpression.ScalarSet {
  static let digit = Self(ranges: [0x30...0x39])
  static let word = Self(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let space = Self(ranges: [0x09...0x0D, 0x20...0x20])
  static let any = Self(isNegated: true)

  var complement: Self { Self(ranges: ranges, isNegated: !isNegated) }
}
