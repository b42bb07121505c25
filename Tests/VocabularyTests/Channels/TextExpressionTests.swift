import Foundation
import Testing
import Vocabulary

/// Expected values by `re.fullmatch(pattern, text, re.IGNORECASE)` of Python 3.11.
struct TextExpressionTests {
  @Test(arguments: [
    ("^(.*cp.*|ppc|retargeting|paid.*)$", "cpc", true), ("^(.*cp.*|ppc|retargeting|paid.*)$", "email", false),
    ("^(.*(([^a-df-z]|^)shop|shopping).*)$", "workshop", false),
    ("^(.*(([^a-df-z]|^)shop|shopping).*)$", "eshop brand", true), ("crm", "crm-2", false), ("crm.*", "crm-2", true),
    ("crm-[0-9]+", "crm-217", true), ("crm-[0-9]+", "crm-", false), ("CRM-\\d{2,3}", "crm-21", true),
    ("crm-\\d{2,3}", "crm-2175", false), ("crm-\\d{2}", "crm-217", false), ("crm-\\d{2,}", "crm-2175", true),
    ("a|b|", "", true), ("a|b|", "b", true), ("a|b|", "ab", false), ("(?:ab)+c?", "ababc", true),
    ("(a*)*b", "aab", true),
    ("a*?b", "aab", true), ("(b*?)*?", "b", true), ("[^.]+\\.example", "news.example", true),
    ("[^.]+\\.example", "a.b.example", false),
    ("[A-C]x", "bx", true), ("[]a]+", "]a]", true), ("[a-]+", "a-", true), ("\\bpaid\\b.*", "paid social", true),
    (".*\\bpaid\\b.*", "unpaid", false), ("\\w+\\s\\w+", "paid social", true), ("\\S+", "paid social", false),
    ("b^a", "ba", false), ("a$b", "ab", false), (".", "é", true), ("[à-ü]+", "éü", true), ("É", "é", true),
  ])
  func aTextMatchesAsAWhole(pattern: String, text: String, expected: Bool) throws {
    #expect(try TextExpression(pattern).matches(text) == expected)
  }

  @Test(arguments: [
    ("", TextExpressionProblem.empty), ("(a", .unclosedGroup), ("a)", .unopenedGroup), ("[a", .unclosedClass),
    ("[]", .unclosedClass), ("[b-a]", .backwardRange), ("*a", .nothingToRepeat), ("a|+", .nothingToRepeat),
    ("a{", .badCount), ("a{3,2}", .badCount), ("a{x}", .badCount), ("a\\", .unfinishedEscape),
    ("\\p", .unknownEscape("p")), ("(a)\\1", .unknownEscape("1")), ("(?=a)", .specialGroup), ("(?i)a", .specialGroup),
    (String(repeating: "a", count: 1_001), .tooLong), ("(((a{99}){99}){99}){99}", .tooLong),
    (String(repeating: "(", count: 400), .tooLong),
  ])
  func whatIsNoExpressionIsNamed(pattern: String, problem: TextExpressionProblem) {
    #expect(throws: problem) { try TextExpression(pattern) }
    #expect(!problem.found.isEmpty)
  }

  /// Another engine, which goes back where this one does not, says the same of short texts. Lazy loops stay out: there it
  /// does not find that `(b*?)*?` takes "b".
  @Test func tenThousandExpressionsMatchAsAnotherEngineSays() throws {
    var random = SplitMix(state: 20_261_121)
    var matches = 0
    for _ in 0..<10_000 {
      let pattern = random.pattern(depth: 3)
      let text = String((0..<Int(random.next() % 6)).map { _ in random.pick(["a", "b", "c", " "]) }.joined())
      let other = try NSRegularExpression(pattern: "^(?:\(pattern))$", options: [])
      let range = NSRange(location: 0, length: text.utf16.count)
      let expected = other.firstMatch(in: text, range: range).map { $0.range == range } ?? false
      if expected { matches += 1 }
      #expect(try TextExpression(pattern).matches(text) == expected, "\(pattern) on \"\(text)\"")
    }
    #expect(matches > 900)
  }

  /// An engine that goes back needs 2³⁰ steps for this.
  @Test(.timeLimit(.minutes(1)))
  func noExpressionTakesLong() throws {
    let text = String(repeating: "a", count: 2_000) + "b"
    #expect(try !TextExpression("(a|a)*(a*)*(a+)+$").matches(text))
  }
}

private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func pick(_ texts: [String]) -> String { texts[Int(next() % UInt64(texts.count))] }

  mutating func pattern(depth: Int) -> String {
    let atom = ["a", "b", "c", ".", "[ab]", "[^a]", "\\w", "\\s", "[a-c]"]
    guard depth > 0 else { return pick(atom) }
    switch next() % 7 {
    case 0: return pattern(depth: depth - 1) + "|" + pattern(depth: depth - 1)
    case 1: return "(" + pattern(depth: depth - 1) + ")" + pick(["*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}"])
    case 2: return pick(["\\b", "^", ""]) + pattern(depth: depth - 1)
    default: return pattern(depth: depth - 1) + pattern(depth: depth - 1)
    }
  }
}
