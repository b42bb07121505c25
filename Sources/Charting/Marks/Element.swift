/// One SVG or HTML element. Attribute values and text are escaped when it is written, so no label can become markup.
struct Element {
  enum Node {
    case element(Element)
    case text(String)
  }

  let name: String
  private(set) var attributes: [(name: String, value: String)] = []
  private(set) var children: [Node] = []

  init(_ name: String, class classes: String? = nil) {
    self.name = name
    if let classes, !classes.isEmpty { attributes.append(("class", classes)) }
  }

  // These take the element over, so that building one step by step copies nothing.

  consuming func set(_ name: String, _ value: String) -> Element {
    attributes.append((name, value))
    return self
  }

  consuming func at(_ lengths: KeyValuePairs<String, Length>) -> Element {
    for (name, length) in lengths { attributes.append((name, length.text)) }
    return self
  }

  consuming func adding(_ elements: [Element]) -> Element {
    children += elements.map(Node.element)
    return self
  }

  consuming func adding(_ elements: Element...) -> Element { adding(elements) }

  consuming func text(_ text: String) -> Element {
    children.append(.text(text))
    return self
  }

  /// The words a browser shows while the pointer rests on the mark.
  consuming func hover(_ words: String?) -> Element {
    guard let words else { return self }
    return adding(Element("title").text(words))
  }

  var markup: String {
    var output: [UInt8] = []
    write(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func write(to output: inout [UInt8]) {
    output.append(UInt8(ascii: "<"))
    output += name.utf8
    for (name, value) in attributes {
      output.append(UInt8(ascii: " "))
      output += name.utf8
      output += "=\"".utf8
      Self.escape(value, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    if children.isEmpty && mayBeEmpty {
      output += "/>".utf8
      return
    }
    output.append(UInt8(ascii: ">"))
    for child in children {
      switch child {
      case .element(let element): element.write(to: &output)
      case .text(let text): Self.escape(text, to: &output)
      }
    }
    output += "</".utf8
    output += name.utf8
    output.append(UInt8(ascii: ">"))
  }

  /// SVG elements may close themselves; HTML ones may not.
  private var mayBeEmpty: Bool {
    switch name {
    case "circle", "line", "path", "rect", "svg", "g": true
    default: false
    }
  }

  static func escape(_ text: String) -> String {
    var output: [UInt8] = []
    escape(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// HTML forbids control characters even as references; those past ASCII are 0xC2 and one of 0x80…0x9F.
  private static func escape(_ text: String, to output: inout [UInt8]) {
    var isLed = false
    for byte in text.utf8 {
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
