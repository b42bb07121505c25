/// The one style sheet of a page.
enum Stylesheet {
  /// Without comments, indentation and blank lines, on few lines.
  static func condensed(_ css: String) -> String {
    var rest = Substring(css)
    var text = ""
    while let start = rest.range(of: "/*") {
      text += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].range(of: "*/") else { return lines(text) }
      rest = rest[end.upperBound...]
    }
    return lines(text + rest)
  }

  /// - Parameter footing: stands at the foot of each printed page.
  static func page(_ theme: String, brand: Brand, footing: String) -> String {
    let runsRight = Language.current.direction == .leftToRight
    let (start, end) = runsRight ? ("left", "right") : ("right", "left")
    return """

      \(theme)
      \(brand.css)
      @page{size:A4;margin:9mm 12mm 12mm;\
      @bottom-\(start){content:"\(quoted(footing))";font:500 7.5pt Inter,Arial,sans-serif;color:#5f6978}\
      @bottom-\(end){content:\(pageCount);\
      font:500 7.5pt Inter,Arial,sans-serif;color:#5f6978}}

      """
  }

  /// `"Page " counter(page) " of " counter(pages)`
  private static var pageCount: String {
    let text = "\"" + quoted(phrase("Page {page} of {pages}")) + "\""
    return text.replacing("{page}", with: "\" counter(page) \"").replacing("{pages}", with: "\" counter(pages) \"")
      .replacing(" \"\"", with: "").replacing("\"\" ", with: "")
  }

  /// The content security policy of a page with this one style sheet: nothing runs and nothing is fetched.
  static func policy(for style: String) -> String {
    "default-src 'none'; style-src 'sha256-\(Digest.base64(of: style))'; img-src data:; base-uri 'none'; "
      + "form-action 'none'"
  }

  /// A string for `content`; nothing in it can end the string or the style element.
  static func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"", "<", ">", "\n", "\r", "\u{0C}": quoted += "\\\(String(scalar.value, radix: 16)) "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted
  }

  private static func lines(_ css: String) -> String {
    var text = ""
    for line in css.split(separator: "\n") {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      guard let last = trimmed.last else { continue }
      text += trimmed
      if last == "}" { text += "\n" } else if !"{;:,".contains(last) { text += " " }
    }
    return text
  }
}
