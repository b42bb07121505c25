/// The words that stand in a template: `[[Skip to report]]` is written in the language of the report. `{name}` within one
/// is the tag `{{name}}`.
enum TemplateText {
  /// - Parameter isPlain: the template writes text and no HTML, so that nothing is escaped.
  static func translated(_ template: String, isPlain: Bool) -> String {
    var result = ""
    var rest = Substring(template)
    while let found = nextPhrase(in: rest) {
      result += rest[..<found.whole.lowerBound]
      result += written(phrase(String(rest[found.inner])), isPlain: isPlain)
      rest = rest[found.whole.upperBound...]
    }
    result += rest
    return result
  }

  /// What stands between the brackets, in order.
  static func phrases(in template: String) -> [String] {
    var phrases: [String] = []
    var rest = Substring(template)
    while let found = nextPhrase(in: rest) {
      phrases.append(String(rest[found.inner]))
      rest = rest[found.whole.upperBound...]
    }
    return phrases
  }

  /// With its brackets, and what stands between them.
  private static func nextPhrase(in text: Substring) -> (whole: Range<String.Index>, inner: Range<String.Index>)? {
    guard let open = pair(of: UInt8(ascii: "["), in: text),
      let close = pair(of: UInt8(ascii: "]"), in: text[open.upperBound...])
    else { return nil }
    return (open.lowerBound..<close.upperBound, open.upperBound..<close.lowerBound)
  }

  private static func pair(of mark: UInt8, in text: Substring) -> Range<String.Index>? {
    let bytes = text.utf8
    var start = bytes.startIndex
    while let first = bytes[start...].firstIndex(of: mark) {
      let second = bytes.index(after: first)
      if second < bytes.endIndex, bytes[second] == mark { return first..<bytes.index(after: second) }
      start = second
    }
    return nil
  }

  private static func written(_ phrase: String, isPlain: Bool) -> String {
    var text = ""
    for scalar in phrase.unicodeScalars {
      switch scalar {
      case "{": text += isPlain ? "{{{" : "{{"
      case "}": text += isPlain ? "}}}" : "}}"
      case "&" where !isPlain: text += "&amp;"
      case "<" where !isPlain: text += "&lt;"
      case "\"" where !isPlain: text += "&quot;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
