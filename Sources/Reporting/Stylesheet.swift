/// The one style sheet of a page.
enum Stylesheet {
  /// Without comments, indentation and blank lines, on few lines.
  static func condensed(_ css: String) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(css.utf8.count)
    for line in withoutComments(Array(css.utf8)).split(separator: UInt8(ascii: "\n")) {
      let trimmed = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard let last = trimmed.last else { continue }
      text += trimmed
      switch last {
      case UInt8(ascii: "}"): text.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "{"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ","): break
      default: text.append(UInt8(ascii: " "))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A comment without its end reaches to the end of the sheet.
  private static func withoutComments(_ css: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(css.count)
    let (slash, star) = (UInt8(ascii: "/"), UInt8(ascii: "*"))
    var index = 0
    var isComment = false
    while index < css.count {
      let next = index + 1 < css.count ? css[index + 1] : 0
      if !isComment, css[index] == slash, next == star {
        isComment = true
        index += 2
      } else if isComment, css[index] == star, next == slash {
        isComment = false
        index += 2
      } else {
        if !isComment { text.append(css[index]) }
        index += 1
      }
    }
    return text
  }

  /// - Parameter footing: stands at the foot of each printed page.
  static func page(_ theme: String, brand: Brand, footing: String) -> String {
    let runsRight = Language.current.direction == .leftToRight
    let (start, end) = runsRight ? ("left", "right") : ("right", "left")
    return """

      \(theme)
      \(brand.css)
      @page{size:A4;margin:8mm 11mm 11mm;\
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
}
