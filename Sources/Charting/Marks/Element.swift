/// One SVG or HTML element, as the bytes that it is written in. Attribute values and text are escaped on the way in, so no
/// label can become markup. Attributes come before content.
struct Element {
  private let name: StaticString
  private var bytes: [UInt8]
  /// True until the start tag is ended by content.
  private var takesAttributes = true

  init(_ name: StaticString, class classes: String? = nil) {
    self.name = name
    bytes = []
    bytes.reserveCapacity(120)
    bytes.append(UInt8(ascii: "<"))
    Self.append(name, to: &bytes)
    if let classes, !classes.isEmpty { append("class", classes) }
  }

  // These take the element over, so that building one step by step copies nothing.

  consuming func set(_ name: StaticString, _ value: String) -> Element {
    append(name, value)
    return self
  }

  /// - Parameter value: with nothing in it that would have to be escaped.
  consuming func set(_ name: StaticString, path value: [UInt8]) -> Element {
    beginAttribute(name)
    bytes += value
    bytes.append(UInt8(ascii: "\""))
    return self
  }

  consuming func at(_ lengths: KeyValuePairs<StaticString, Length>) -> Element {
    for (name, length) in lengths {
      beginAttribute(name)
      length.write(to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    return self
  }

  consuming func adding(_ elements: [Element]) -> Element {
    if !elements.isEmpty { beginContent() }
    for element in elements { element.write(to: &bytes) }
    return self
  }

  consuming func adding(_ elements: Element...) -> Element { adding(elements) }

  consuming func text(_ text: String) -> Element {
    beginContent()
    Self.escape(text, to: &bytes)
    return self
  }

  /// The words a browser shows while the pointer rests on the mark.
  consuming func hover(_ words: String?) -> Element {
    guard let words else { return self }
    beginContent()
    bytes += "<title>".utf8
    Self.escape(words, to: &bytes)
    bytes += "</title>".utf8
    return self
  }

  var markup: String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    write(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func append(_ name: StaticString, _ value: String) {
    beginAttribute(name)
    Self.escape(value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func beginAttribute(_ name: StaticString) {
    precondition(takesAttributes, "attributes come before content")
    bytes.append(UInt8(ascii: " "))
    Self.append(name, to: &bytes)
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func beginContent() {
    guard takesAttributes else { return }
    takesAttributes = false
    bytes.append(UInt8(ascii: ">"))
  }

  private func write(to output: inout [UInt8]) {
    output += bytes
    if takesAttributes {
      if mayBeEmpty {
        output += "/>".utf8
        return
      }
      output.append(UInt8(ascii: ">"))
    }
    output += "</".utf8
    Self.append(name, to: &output)
    output.append(UInt8(ascii: ">"))
  }

  private static func append(_ text: StaticString, to output: inout [UInt8]) {
    text.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  /// SVG elements may close themselves; HTML ones may not.
  private var mayBeEmpty: Bool {
    switch name.description {
    case "circle", "line", "path", "rect", "svg", "g": true
    default: false
    }
  }

  static func escape(_ text: String) -> String {
    var output: [UInt8] = []
    escape(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func escape(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      if bytes.allSatisfy(isPlain) {
        output.append(contentsOf: bytes)
      } else {
        escape(bytes, to: &output)
      }
    }
  }

  /// True for a byte that stands for itself, whatever is beside it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x7F,
      0xC2:
      false
    default: true
    }
  }

  /// HTML forbids control characters even as references; those past ASCII are 0xC2 and one of 0x80…0x9F.
  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var isLed = false
    for byte in bytes {
      if isLed {
        isLed = false
        if (0x80...0x9F).contains(byte) { continue }
        output.append(0xC2)
      }
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      case UInt8(ascii: "'"): output += "&#39;".utf8
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): output.append(UInt8(ascii: " "))
      case 0..<0x20, 0x7F: break
      case 0xC2: isLed = true
      default: output.append(byte)
      }
    }
  }
}
