import Computation
import Modeling
import Testing

@Suite("TextEncoder")
struct TextEncoderTests {
  let text = Feature("text", unit: .category, missing: .ownLevel)
  let training: [String?] = [
    "Shoes for running, running SHOES!", "Red shoes & blue shirts", "Größe 42: blaue Schuhe", nil,
    "blue_ocean shirts, size 42",
  ]

  func table(_ texts: [String?]) throws -> FeatureTable {
    var table = FeatureTable(rowCount: texts.count)
    try table.append(text, .categorical(texts))
    return table
  }

  /// An empty text stands in the place of the missing one.
  @Test("weights are those of scikit-learn 1.9.1's TfidfVectorizer")
  func reference() throws {
    let fitted = try TextEncoder(text).fit(try table(training))
    #expect(
      fitted.terms == [
        "42", "blaue", "blue", "blue_ocean", "for", "grösse", "red", "running", "schuhe", "shirts", "shoes", "size",
      ])
    #expect(abs(fitted.weights[0] - 1.6931471805599454) < 1e-15 && abs(fitted.weights[1] - 2.09861228866811) < 1e-15)
    let made = try fitted.transform(try table(["red running socks", "nothing", "Blue 42 42 shoes", nil]))
    #expect(
      SmallTable.isClose(
        made,
        [
          [0, 0, 0, 0, 0, 0, 0.7071067811865475, 0.7071067811865475, 0, 0, 0, 0], [Double?](repeating: 0, count: 12),
          [0.7822834245989071, 0, 0.48481007054026604, 0, 0, 0, 0, 0, 0, 0, 0.39114171229945355, 0],
          [Double?](repeating: 0, count: 12),
        ], within: 1e-15))
    #expect(made.features.first?.name == "text: 42")
  }

  @Test("pairs of words are scikit-learn's with ngram_range (1, 2)")
  func pairs() throws {
    let fitted = try TextEncoder(text, longestTerm: 2).fit(try table(training))
    #expect(
      fitted.terms == [
        "42", "42 blaue", "blaue", "blaue schuhe", "blue", "blue shirts", "blue_ocean", "blue_ocean shirts", "for",
        "for running", "grösse", "grösse 42", "red", "red shoes", "running", "running running", "running shoes",
        "schuhe", "shirts", "shirts size", "shoes", "shoes blue", "shoes for", "size", "size 42",
      ])
  }

  @Test("limits of the vocabulary")
  func limits() throws {
    func terms(_ encoder: TextEncoder) throws -> [String] { try encoder.fit(try table(training)).terms }
    #expect(try terms(TextEncoder(text, minimumTexts: 2)) == ["42", "shirts", "shoes"])
    // Three times "shoes"; of the four words that stand twice the first two.
    #expect(try terms(TextEncoder(text, maximumTerms: 3)) == ["42", "running", "shoes"])
    #expect(try terms(TextEncoder(text, maximumShare: 0.3)).contains("shoes") == false)
    #expect(try terms(TextEncoder(text, stopWords: [.english])).contains("for") == false)
    #expect(try terms(TextEncoder(text, minimumLength: 8)) == ["blue_ocean"])
    #expect(throws: FitProblem.nothingLeft(model: "TextEncoder")) { try terms(TextEncoder(text, minimumTexts: 4)) }
    #expect(throws: FitProblem.self) { try terms(TextEncoder(text, longestTerm: 0)) }
  }
}
