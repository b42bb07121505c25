import Modeling
import Testing

@Suite("Tokens")
struct TokensTests {
  @Test(
    "words in the letters of any language, folded in case",
    arguments: [
      ("Shoes for RUNNING, 42 times!", ["shoes", "for", "running", "42", "times"]),
      ("GRÖSSE Größe GRÖẞE", ["grösse", "grösse", "grösse"]),
      ("l'été d\u{2019}Anaïs", ["été", "anaïs"]),
      ("Ὀδυσσεύς ΟΔΟΣ", ["ὀδυσσεύσ", "οδοσ"]),
      ("cafe\u{301} CAF\u{C9}", ["caf\u{E9}", "caf\u{E9}"]),
      ("snake_case co-op a", ["snake_case", "co", "op"]),
      ("東京 مرحبا हिन्दी", ["東京", "مرحبا", "हिन्दी"]),
      ("—…“” \u{1F600}", []), ("", []),
    ] as [(String, [String])])
  func words(text: String, expected: [String]) {
    #expect(Tokens.words(in: text) == expected)
  }

  @Test("stop words of six languages are words as the texts' are")
  func stopWords() {
    #expect(StopWords.allCases.map(\.rawValue) == ["en", "de", "fr", "es", "it", "pt"])
    for list in StopWords.allCases {
      #expect((80...250).contains(list.words.count))
      #expect(list.words.allSatisfy { Tokens.words(in: $0, minimumLength: 1) == [$0] })
    }
    #expect(StopWords.german.words.isSuperset(of: ["der", "für", "und"]))
    #expect(StopWords.french.words.isSuperset(of: ["être", "les", "où"]))
  }
}
