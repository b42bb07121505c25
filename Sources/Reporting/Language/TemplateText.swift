/// The words that stand in a template: `[[Skip to report]]` is written in the language of the report. `{name}` within one
/// is the tag `{{name}}`.
enum TemplateText {
  /// - Parameter isPlain: the template writes text and no HTML, so that nothing is escaped.
  static func translated(_ template: String, isPlain: Bool) -> String {
    var result = ""
    var rest = Substring(template)
    while let open = rest.range(of: "[["), let close = rest[open.upperBound...].range(of: "]]") {
      let text = phrase(String(rest[open.upperBound..<close.lowerBound]))
      result += rest[..<open.lowerBound] + tags(isPlain ? text : escaped(text), isPlain: isPlain)
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  /// What stands between the brackets, in order.
  static func phrases(in template: String) -> [String] {
    var phrases: [String] = []
    var rest = Substring(template)
    while let open = rest.range(of: "[["), let close = rest[open.upperBound...].range(of: "]]") {
      phrases.append(String(rest[open.upperBound..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return phrases
  }

  private static func tags(_ text: String, isPlain: Bool) -> String {
    text.replacing("{", with: isPlain ? "{{{" : "{{").replacing("}", with: isPlain ? "}}}" : "}}")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
