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

  func set(_ name: String, _ value: String) -> Element {
    var copy = self
    copy.attributes.append((name, value))
    return copy
  }

  func at(_ lengths: KeyValuePairs<String, Length>) -> Element {
    var copy = self
    for (name, length) in lengths { copy.attributes.append((name, length.text)) }
    return copy
  }

  func adding(_ elements: [Element]) -> Element {
    var copy = self
    copy.children += elements.map(Node.element)
    return copy
  }

  func adding(_ elements: Element...) -> Element { adding(elements) }

  func text(_ text: String) -> Element {
    var copy = self
    copy.children.append(.text(text))
    return copy
  }

  /// The words a browser shows while the pointer rests on the mark.
  func hover(_ words: String?) -> Element {
    guard let words else { return self }
    return adding(Element("title").text(words))
  }

  var markup: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    output += "<\(name)"
    for (name, value) in attributes {
      output += " \(name)=\""
      Self.escape(value, to: &output)
      output += "\""
    }
    if children.isEmpty && Self.mayBeEmpty.contains(name) {
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
    output += "</\(name)>"
  }

  /// SVG elements may close themselves; HTML ones may not.
  private static let mayBeEmpty: Set = ["circle", "line", "path", "rect", "svg", "g"]

  static func escape(_ text: String) -> String {
    var output = ""
    escape(text, to: &output)
    return output
  }

  private static func escape(_ text: String, to output: inout String) {
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
}
