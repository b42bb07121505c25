/// How a text is cut into terms.
struct TermCutting: Codable, Equatable, Sendable {
  let stopWords: [StopWords]
  let minimumLength: Int
  let longestTerm: Int

  var leftOut: Set<String> { stopWords.reduce(into: []) { $0.formUnion($1.words) } }

  /// How often each term stands in the text. A term of several words reaches over stop words.
  func counts(_ text: String, leavingOut left: Set<String>) -> [String: Int] {
    let words = Tokens.words(in: text, minimumLength: minimumLength).filter { !left.contains($0) }
    var counts: [String: Int] = [:]
    for length in 1...longestTerm where length <= words.count {
      for start in 0...(words.count - length) {
        counts[words[start..<(start + length)].joined(separator: " "), default: 0] += 1
      }
    }
    return counts
  }
}
