/// What a reader sees of a page, without an HTML parser: enough for pages that the project writes itself.
enum PageText {
  /// Contents of every element of these names, without tags.
  static func elements(_ names: [String], in html: String) -> [String] {
    names.flatMap { name -> [String] in
      html.components(between: "<\(name)", and: "</\(name)>").compactMap { part in
        part.firstIndex(of: ">").map { plain(String(part[part.index(after: $0)...])) }
      }
    }
  }

  static func plain(_ html: String) -> String {
    var text = ""
    var isInside = false
    for character in html {
      switch character {
      case "<":
        isInside = true
        text += " "
      case ">": isInside = false
      default: if !isInside { text.append(character) }
      }
    }
    for (entity, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"), ("\u{2060}", ""), ("\u{A0}", " "),
    ] { text = text.replacing(entity, with: sign) }
    return text
  }

  /// The same with one space wherever there is any.
  static func sentences(_ names: [String], in html: String) -> [String] {
    elements(names, in: html).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  /// Runs of digits with the signs that belong to a number.
  static func numbers(_ text: String) -> [String] {
    text.split { !($0.isASCII && $0.isNumber) && $0 != "." && $0 != "," }
      .map { $0.trimmingSuffix { $0 == "." || $0 == "," } }.filter { $0.contains(where: \.isNumber) }.map(String.init)
  }
}

extension String {
  func components(between start: String, and end: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let open = rest.range(of: start) {
      rest = rest[open.upperBound...]
      // `<p` is also the beginning of `<path`.
      if let next = rest.first, next.isLetter || next.isNumber { continue }
      guard let close = rest.range(of: end) else { break }
      parts.append(String(rest[..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return parts
  }
}

extension Substring {
  func trimmingSuffix(while drops: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, drops(last) { text.removeLast() }
    return text
  }
}
