import Foundation

/// The words of a text.
package enum Tokens {
  /// Runs of Unicode letters, marks, numbers and connecting punctuation (underscore), folded in case, of at least
  /// `minimumLength` characters; in order. Composed first, so that an accent is no cut. O(text).
  package static func words(in text: String, minimumLength: Int = 2) -> [String] {
    var words: [String] = []
    var current = String.UnicodeScalarView()
    func end() {
      let word = String(current)
      if word.count >= minimumLength { words.append(folded(word)) }
      current.removeAll(keepingCapacity: true)
    }
    for scalar in Levels.composed(text).unicodeScalars {
      if isPartOfWord(scalar) { current.append(scalar) } else if !current.isEmpty { end() }
    }
    if !current.isEmpty { end() }
    return words
  }

  /// Lower, upper and again lower case of each scalar on its own, which brings "ẞ", "ß" and "SS", and the two small sigmas,
  /// together as Unicode's case folding does, in every language alike.
  package static func folded(_ word: String) -> String {
    var folded = ""
    for scalar in word.unicodeScalars {
      if scalar.isASCII {
        folded += scalar.properties.lowercaseMapping
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          for upper in lower.properties.uppercaseMapping.unicodeScalars { folded += upper.properties.lowercaseMapping }
        }
      }
    }
    return Levels.composed(folded)
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x30...0x39).contains(scalar.value) || scalar.properties.isAlphabetic || scalar == "_" }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
      return true
    default: return false
    }
  }
}
