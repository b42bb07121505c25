import Mustache

/// How values stand in the markup of a page. The engine's own way looks at whole characters: a quotation mark with an
/// accent upon it is none of the signs it knows, and ends the attribute that it stands in. It also asks a dictionary for
/// each of them.
struct MarkupText: MustacheContentType {
  private static let name = "MARKUP"

  /// The line that a template begins with to have its values written so; it leaves nothing in the page.
  static let pragma: String = {
    MustacheContentTypes.register(MarkupText(), named: name)
    return "{{% CONTENT_TYPE: \(name)}}\n"
  }()

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: { Self.reference($0) != nil }) else { return text }
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    var rest = text[...]
    while let sign = rest.utf8.firstIndex(where: { Self.reference($0) != nil }) {
      escaped += rest[..<sign]
      escaped += Self.reference(rest.utf8[sign]) ?? ""
      rest = rest[rest.utf8.index(after: sign)...]
    }
    escaped += rest
    return escaped
  }

  private static func reference(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
