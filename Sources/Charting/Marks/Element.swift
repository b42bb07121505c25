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
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    output += "<"
    output += name
    for (name, value) in attributes {
      output += " "
      output += name
      output += "=\""
      Self.escape(value, to: &output)
      output += "\""
    }
    if children.isEmpty && mayBeEmpty {
      output += "/>"
      return
    }
    output += ">"
    for child in children {
      switch child {
      case .element(let element): element.write(to: &output)
      case .text(let text): Self.escape(text, to: &output)
      }
    }
    output += "</"
    output += name
    output += ">"
  }

  /// SVG elements may close themselves; HTML ones may not.
  private var mayBeEmpty: Bool {
    switch name {
    case "circle", "line", "path", "rect", "svg", "g": true
    default: false
    }
  }

  static func escape(_ text: String) -> String {
    var output = ""
    escape(text, to: &output)
    return output
  }

  private static func escape(_ text: String, to output: inout String) {
    guard text.utf8.contains(where: mayNeedCare) else {
      output += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "\n", "\t", "\r": output += " "
      default:
        // HTML forbids control characters even as references.
        if scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) { output.unicodeScalars.append(scalar) }
      }
    }
  }

  /// What is written otherwise than it stands; 0xC2 leads in the control characters past ASCII, among others.
  private static func mayNeedCare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    case 0..<0x20, 0x7F, 0xC2: true
    default: false
    }
  }
}
