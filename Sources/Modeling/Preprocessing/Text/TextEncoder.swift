import Computation

/// A column of texts as one column for each word of a vocabulary, weighted by tf · idf (Salton and Buckley 1988):
/// the word's count in the text times ln((1 + n) / (1 + texts with it)) + 1, each row then divided by its Euclidean
/// length. A missing text, and one without a known word, is 0 everywhere. O(text) and O(n · vocabulary) memory.
/// No inverse: the order of words and the words left out are not kept.
package struct TextEncoder: Step, Equatable {
  package let feature: Feature
  package let stopWords: [StopWords]
  package let minimumLength: Int
  /// Up to so many neighbouring words count as a term of their own, joined by a space.
  package let longestTerm: Int
  /// A term in fewer training texts is left out.
  package let minimumTexts: Int
  /// A term in a larger share of the training texts is left out.
  package let maximumShare: Double
  /// The most frequent terms are kept, of equal ones the first by Unicode scalars.
  package let maximumTerms: Int

  package init(
    _ feature: Feature, stopWords: [StopWords] = [], minimumLength: Int = 2, longestTerm: Int = 1,
    minimumTexts: Int = 1,
    maximumShare: Double = 1, maximumTerms: Int = 1_000
  ) {
    self.feature = feature
    self.stopWords = stopWords
    self.minimumLength = minimumLength
    self.longestTerm = longestTerm
    self.minimumTexts = minimumTexts
    self.maximumShare = maximumShare
    self.maximumTerms = maximumTerms
  }

  /// Throws `hyperparameter`, `noRows`, `unknownFeature`, `wrongKind`, and `nothingLeft` for an empty vocabulary.
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    for (value, name) in [
      (minimumLength, "minimumLength"), (longestTerm, "longestTerm"), (minimumTexts, "minimumTexts"),
      (maximumTerms, "maximumTerms"),
    ] { try Guard.positive(value, name, model: Fitted.name) }
    guard maximumShare > 0, maximumShare <= 1 else {
      throw .hyperparameter(
        model: Fitted.name, name: "maximumShare", found: "\(maximumShare)", expected: "above 0, at most 1")
    }
    _ = try table.categorical([feature], model: Fitted.name)
    let cutting = TermCutting(stopWords: stopWords, minimumLength: minimumLength, longestTerm: longestTerm)
    let left = cutting.leftOut
    var counts: [String: (texts: Int, times: Int)] = [:]
    for case let text? in try table.levels(of: feature) {
      for (term, times) in cutting.counts(text, leavingOut: left) {
        let before = counts[term] ?? (0, 0)
        counts[term] = (before.texts + 1, before.times + times)
      }
    }
    let most = maximumShare * Double(table.rowCount)
    let frequent = counts.filter { $0.value.texts >= minimumTexts && Double($0.value.texts) <= most }
    let kept = frequent.sorted {
      $0.value.times != $1.value.times ? $0.value.times > $1.value.times : Levels.precedes($0.key, $1.key)
    }.prefix(maximumTerms)
    guard !kept.isEmpty else { throw .nothingLeft(model: Fitted.name) }
    let terms = kept.sorted { Levels.precedes($0.key, $1.key) }
    let weights = terms.map { Logarithm.of(Double(1 + table.rowCount) / Double(1 + $0.value.texts)) + 1 }
    return Fitted(feature: feature, cutting: cutting, terms: terms.map(\.key), weights: weights)
  }

  package struct Fitted: FittedStep {
    package static let name = "TextEncoder"
    package static let version = 1

    package let feature: Feature
    let cutting: TermCutting
    /// In the order of their Unicode scalars.
    package let terms: [String]
    /// The inverse document frequency of each term.
    package let weights: [Double]

    /// In place of the column of texts one for each term, "feature: term".
    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      _ = try table.levels(of: feature)
      return try table.rebuilt(model: Self.name) { (other, column) throws(FitProblem) in
        guard other == feature else { return [(other, column)] }
        var made = [[Double?]](repeating: [Double?](repeating: 0, count: table.rowCount), count: terms.count)
        let places = Levels.places(terms)
        let left = cutting.leftOut
        for (row, text) in try table.levels(of: feature).enumerated() {
          guard let text else { continue }
          let found = cutting.counts(text, leavingOut: left)
            .compactMap { term, times in places[term].map { (place: $0, weight: Double(times) * weights[$0]) } }
            .sorted { $0.place < $1.place }
          let length = found.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
          for (place, weight) in found { made[place][row] = weight / length }
        }
        return zip(terms, made).map { (Feature("\(feature.name): \($0)", unit: .ratio), .numeric($1)) }
      }
    }
  }
}
