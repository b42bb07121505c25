/// A start tag as it stands in a page: everything but the values asked about is written back as it was.
struct MarkupTag {
  private enum Piece {
    case text(ArraySlice<UInt8>)
    /// Its name stands in the text before; no value: `download` alone.
    case attribute(name: String, value: String?, quote: String)
  }

  let name: String
  /// After the closing `>`.
  let end: Int
  private let pieces: [Piece]

  /// - Parameter start: of a `<` that a letter follows.
  init(_ bytes: [UInt8], at start: Int) {
    var pieces: [Piece] = []
    var index = start + 1
    func word(_ from: Int) -> Int {
      var end = from
      while end < bytes.count, !Self.ends.contains(bytes[end]) { end += 1 }
      return end
    }
    let nameEnd = word(index)
    name = String(decoding: bytes[index..<nameEnd], as: UTF8.self).lowercased()
    pieces.append(.text(bytes[start..<nameEnd]))
    index = nameEnd
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let wordEnd = word(index)
      guard wordEnd > index else {
        pieces.append(.text(bytes[index...index]))
        index += 1
        continue
      }
      pieces.append(.text(bytes[index..<wordEnd]))
      let attribute = String(decoding: bytes[index..<wordEnd], as: UTF8.self).lowercased()
      index = wordEnd
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        pieces.append(.attribute(name: attribute, value: nil, quote: "\""))
        continue
      }
      index += 1
      var quote = ""
      var valueEnd = word(index)
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        let mark = bytes[index]
        quote = mark == UInt8(ascii: "'") ? "'" : "\""
        index += 1
        valueEnd = bytes[index...].firstIndex(of: mark) ?? bytes.count
      }
      let value = String(decoding: bytes[index..<valueEnd], as: UTF8.self)
      pieces.append(.attribute(name: attribute, value: value, quote: quote))
      index = min(bytes.count, valueEnd + (quote.isEmpty ? 0 : 1))
    }
    if index < bytes.count {
      pieces.append(.text(bytes[index...index]))
      index += 1
    }
    end = index
    self.pieces = pieces
  }

  /// In the order in which they stand; one without a value has an empty one.
  var attributes: [(name: String, value: String)] {
    pieces.compactMap { piece in
      if case .attribute(let name, let value, _) = piece { (name, value ?? "") } else { nil }
    }
  }

  func value(of attribute: String) -> String? {
    for case .attribute(attribute, let value, _) in pieces { return value }
    return nil
  }

  /// - Parameter change: from an attribute's name in small letters and its value, if any, to the value that is written.
  func written(_ change: (String, String?) -> String?) -> [UInt8] {
    var output: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let bytes): output += bytes
      case .attribute(let name, let value, let quote):
        if let new = change(name, value) { output += Array("=\(quote)\(new)\(quote)".utf8) }
      }
    }
    return output
  }

  private static let ends: Set<UInt8> = Set(" \t\n\r\u{0C}=>/".utf8)
}
