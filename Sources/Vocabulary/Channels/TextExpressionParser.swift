/// Reads the text of a regular expression into the steps of `TextExpression`.
struct TextExpressionParser {
  private static let longestPattern = 1_000
  private static let mostSteps = 5_000
  private static let deepestGroup = 50

  private typealias Step = TextExpression.Step
  private typealias ScalarSet = TextExpression.ScalarSet

  private var rest: ArraySlice<Unicode.Scalar>
  private var depth = 0

  static func steps(of pattern: String) throws(TextExpressionProblem) -> [TextExpression.Step] {
    let scalars = Array(pattern.unicodeScalars)
    guard !scalars.isEmpty else { throw .empty }
    guard scalars.count <= longestPattern else { throw .tooLong }
    var parser = TextExpressionParser(rest: scalars[...])
    let steps = try parser.choice()
    guard parser.rest.isEmpty else { throw .unopenedGroup }
    return steps
  }

  private init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  /// `a|b`
  private mutating func choice() throws(TextExpressionProblem) -> [Step] {
    let one = try sequence()
    guard take("|") else { return one }
    let other = try choice()
    return [.fork(1, one.count + 2)] + one + [.go(other.count + 1)] + other
  }

  private mutating func sequence() throws(TextExpressionProblem) -> [Step] {
    var steps: [Step] = []
    while let scalar = rest.first, scalar != "|", scalar != ")" {
      steps += try repeated(try atom())
      guard steps.count <= Self.mostSteps else { throw .tooLong }
    }
    return steps
  }

  private mutating func atom() throws(TextExpressionProblem) -> [Step] {
    guard let scalar = rest.popFirst() else { return [] }
    switch scalar {
    case "(": return try group()
    case "[": return [.one(try characterClass())]
    case ".": return [.one(.any)]
    case "^": return [.start]
    case "$": return [.end]
    case "*", "+", "?": throw .nothingToRepeat
    case "{": throw .nothingToRepeat
    case "\\":
      if take("b") { return [.boundary(true)] }
      if take("B") { return [.boundary(false)] }
      return [.one(try escape())]
    default: return [.one(Self.literal(scalar))]
    }
  }

  private mutating func group() throws(TextExpressionProblem) -> [Step] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestGroup else { throw .tooLong }
    if take("?"), !take(":") { throw .specialGroup }
    let inside = try choice()
    guard take(")") else { throw .unclosedGroup }
    return inside
  }

  /// Whether as many or as few as possible are taken makes no difference to whether the whole text matches.
  private mutating func repeated(_ atom: [Step]) throws(TextExpressionProblem) -> [Step] {
    var steps = atom
    while let sign = rest.first, ["*", "+", "?", "{"].contains(sign) {
      rest.removeFirst()
      switch sign {
      case "*": steps = Self.optional(steps + [.fork(-steps.count, 1)])
      case "+": steps += [.fork(-steps.count, 1)]
      case "?": steps = Self.optional(steps)
      default: steps = try counted(steps)
      }
      guard steps.count <= Self.mostSteps else { throw .tooLong }
      _ = take("?")
    }
    return steps
  }

  private static func optional(_ steps: [Step]) -> [Step] { [.fork(1, steps.count + 1)] + steps }

  /// `{2}`, `{2,}` and `{2,5}`
  private mutating func counted(_ steps: [Step]) throws(TextExpressionProblem) -> [Step] {
    guard let least = number() else { throw .badCount }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}"), most ?? least >= least else { throw .badCount }
    guard max(least, most ?? 0) * max(steps.count, 1) <= Self.mostSteps else { throw .tooLong }
    var all: [Step] = []
    for _ in 0..<least { all += steps }
    guard let most else { return all + Self.optional(steps + [.fork(-steps.count, 1)]) }
    for _ in least..<most { all += Self.optional(steps) }
    return all
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }.prefix(5)
    rest.removeFirst(digits.count)
    return Int(String(String.UnicodeScalarView(digits)))
  }

  private mutating func characterClass() throws(TextExpressionProblem) -> ScalarSet {
    var set = ScalarSet()
    set.isNegated = take("^")
    var isFirst = true
    while let scalar = rest.popFirst() {
      if scalar == "]", !isFirst { return set }
      isFirst = false
      if scalar == "\\" {
        let escaped = try escape()
        // Inside a class `\D` would need the complement of a part.
        guard !escaped.isNegated else { throw .unknownEscape("D") }
        set.ranges += escaped.ranges
      } else if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
        rest.removeFirst(2)
        guard end != "\\", scalar.value <= end.value else { throw .backwardRange }
        set.ranges += Self.folded(scalar.value...end.value)
      } else {
        set.ranges += Self.literal(scalar).ranges
      }
    }
    throw .unclosedClass
  }

  private mutating func escape() throws(TextExpressionProblem) -> ScalarSet {
    guard let scalar = rest.popFirst() else { throw .unfinishedEscape }
    switch scalar {
    case "d": return .digit
    case "D": return ScalarSet.digit.complement
    case "w": return .word
    case "W": return ScalarSet.word.complement
    case "s": return .space
    case "S": return ScalarSet.space.complement
    case "t": return Self.literal("\t")
    default:
      guard !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) else {
        throw .unknownEscape(Character(scalar))
      }
      return Self.literal(scalar)
    }
  }

  private static func literal(_ scalar: Unicode.Scalar) -> ScalarSet {
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    let value = small.count == 1 ? small.first?.value ?? scalar.value : scalar.value
    return ScalarSet(ranges: [value...value])
  }

  /// Of capitals in a range their small letters count too, since texts come in small letters.
  private static func folded(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
    let low = max(range.lowerBound, 0x41)
    let high = min(range.upperBound, 0x5A)
    return low <= high ? [range, (low + 0x20)...(high + 0x20)] : [range]
  }
}
