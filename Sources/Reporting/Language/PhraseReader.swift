import Templates

/// Reads a PO file: `msgid "…"`, `msgid_plural "…"`, `msgstr "…"` or `msgstr[0] "…"` and `msgstr[1] "…"`, each over
/// one or more lines of quoted text, and comments.
struct PhraseReader {
  private enum Part {
    case one, other
    case text(Int)
  }

  private let name: String
  private var line = 0
  private var one = ""
  private var other: String?
  private var texts = ["", ""]
  private var part: Part?
  private var isFuzzy = false
  private var nextIsFuzzy = false
  private var keepsEmpty = false
  private var entries: [String: PhraseCatalogue.Entry] = [:]

  init(name: String) { self.name = name }

  /// Of a list without translations: what `PhraseCatalogue` knows each phrase by.
  static func keys(of bytes: [UInt8]) -> [String] {
    var reader = PhraseReader(name: TemplateFile.phraseList)
    reader.keepsEmpty = true
    guard let entries = try? reader.read(bytes) else { return [] }
    return entries.keys.sorted()
  }

  mutating func read(_ bytes: [UInt8]) throws(ReportingError) -> [String: PhraseCatalogue.Entry] {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .templateNotText(name: name) }
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      try read(line: raw.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" })
    }
    finish()
    return entries
  }

  private mutating func read(line text: Substring) throws(ReportingError) {
    if text.hasPrefix("#") {
      if text.hasPrefix("#,"), text.contains("fuzzy") { nextIsFuzzy = true }
    } else if let rest = text.after("msgid_plural ") {
      other = ""
      try append(rest, to: .other)
    } else if let rest = text.after("msgid ") {
      finish()
      (isFuzzy, nextIsFuzzy) = (nextIsFuzzy, false)
      try append(rest, to: .one)
    } else if let rest = text.after("msgstr[0] ") ?? text.after("msgstr ") {
      try append(rest, to: .text(0))
    } else if let rest = text.after("msgstr[1] ") {
      try append(rest, to: .text(1))
    } else if text.hasPrefix("\""), let part {
      try append(text, to: part)
    } else if !text.allSatisfy(\.isWhitespace) {
      throw .catalogueSyntax(name: name, line: line)
    }
  }

  private mutating func append(_ quoted: Substring, to part: Part) throws(ReportingError) {
    let text = try unquoted(quoted)
    switch part {
    case .one: one += text
    case .other: other = (other ?? "") + text
    case .text(let form): texts[form] += text
    }
    self.part = part
  }

  private func unquoted(_ quoted: Substring) throws(ReportingError) -> String {
    var inner = quoted
    while let last = inner.last, last.isWhitespace { inner.removeLast() }
    guard inner.count >= 2, inner.first == "\"", inner.last == "\"" else {
      throw .catalogueSyntax(name: name, line: line)
    }
    var text = ""
    var isEscaped = false
    for character in inner.dropFirst().dropLast() {
      if isEscaped {
        text.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// Puts the entry that has been read among the others. The first one, without a text of its own, is the file's head.
  private mutating func finish() {
    if !one.isEmpty, !isFuzzy, keepsEmpty || !texts[0].isEmpty {
      if let other {
        if keepsEmpty || !texts[1].isEmpty {
          entries[PhraseCatalogue.key(one, other)] = PhraseCatalogue.Entry(one: texts[0], other: texts[1])
        }
      } else {
        entries[one] = PhraseCatalogue.Entry(one: texts[0])
      }
    }
    (one, other, texts, part) = ("", nil, ["", ""], nil)
  }
}

extension Substring {
  fileprivate func after(_ start: String) -> Substring? { hasPrefix(start) ? dropFirst(start.count) : nil }
}
