import Foundation

@testable import Charting

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Where the texts of a figure stand in a box of some width, by the rules of the style sheet and as large as Firefox
/// measures them: a pixel more on each side than the letters need, and two more for a halo.
final class TextBoxes: NSObject, XMLParserDelegate {
  struct Box {
    let words: String
    let drawing: Int
    let left, right, top, bottom: Double

    func covers(_ other: Box) -> Bool {
      drawing == other.drawing && min(right, other.right) - max(left, other.left) > 1
        && min(bottom, other.bottom) - max(top, other.top) > 3
    }
  }

  private struct Open {
    let name: String
    let classes: [String]
    let attributes: [String: String]
  }

  private let width: Double
  private let isPhone: Bool
  private var boxes: [Box] = []
  private var stack: [Open] = []
  private var words = ""
  private var drawing = 0

  /// - Parameter width: of the figure's box; on a phone up to 330 px.
  static func of(_ figure: Figure, width: Double) -> [Box] {
    let reader = TextBoxes(width)
    let parser = XMLParser(data: Data("<r>\(figure.body)</r>".utf8))
    parser.delegate = reader
    return parser.parse() ? reader.boxes : []
  }

  /// What overlaps, and what leaves the card, whose padding is 16 px.
  static func faults(_ figure: Figure, width: Double) -> [String] {
    let boxes = of(figure, width: width)
    var faults = boxes.filter { $0.left < -14 || $0.right > width + 14 }.map { "outside: \($0.words)" }
    for (index, box) in boxes.enumerated() {
      faults += boxes[(index + 1)...].filter(box.covers).map { "\(box.words) | \($0.words)" }
    }
    return faults
  }

  private init(_ width: Double) {
    self.width = width
    isPhone = width <= 330
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    if attributes["role"] == "img" { drawing += 1 }
    let classes = (attributes["class"] ?? "").split(separator: " ").map(String.init)
    stack.append(Open(name: name, classes: classes, attributes: attributes))
    if name == "text" { words = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if stack.last?.name == "text" { words += string }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "text", !words.isEmpty, stack.contains(where: { $0.attributes["role"] == "img" }) { add() }
    stack.removeLast()
  }

  private func add() {
    guard let text = stack.last, let plot = stack.last(where: { $0.classes.contains("plot") }) else { return }
    func gutter(_ side: String) -> Double {
      plot.classes.first { $0.hasPrefix(side) }.flatMap { Double($0.dropFirst(3)) } ?? 0
    }
    let hasAside = plot.classes.contains("with-aside")
    let widest = plot.classes.contains("square") ? 372.0 : plot.classes.contains("dots") ? 620 : .infinity
    let outer = min(width, widest)
    let inner = outer - gutter("gl-") - (hasAside && isPhone ? 16 : gutter("gr-"))
    guard stack.allSatisfy({ isShown($0.classes, inner, hasAside) }) else { return }

    let view = stack.last { $0.attributes["role"] == "img" }?.attributes["viewBox"]?.split(separator: " ")
    let scale = view.flatMap { Double($0[2]) }.map { inner / $0 } ?? 1
    let size: Double
    if view != nil {
      size = (inner <= 270 ? 17 : inner <= 330 ? 15 : inner <= 370 ? 13.5 : 12) * scale
    } else if text.classes.contains("figure") {
      size = inner <= 240 ? 11 : 14
    } else {
      size = text.classes.contains("group") ? 11.5 : 12
    }
    // The estimate is 8% larger than Inter, so that other fonts have room; bold Inter is 3% wider.
    var length = TextWidth.of(words) / 1.08 / 12 * size * (text.classes.contains("b") ? 1.03 : 1)
    if text.classes.contains("figure"), inner <= 170 { length -= Double(words.count) * 0.04 * size }
    func place(_ name: String) -> Double {
      let value = text.attributes[name] ?? "0"
      return value.hasSuffix("%") ? (Double(value.dropLast()) ?? 0) / 100 * inner : (Double(value) ?? 0) * scale
    }
    let x = place("x") + place("dx") + gutter("gl-")
    let start = text.classes.contains("m") ? x - length / 2 : text.classes.contains("e") ? x - length : x
    let isWide = words.unicodeScalars.contains { (0x2E80...0xD7A3).contains($0.value) }
    let edge = 1 + (text.classes.contains("halo") ? 2 * scale : 0)
    boxes.append(
      Box(
        words: words, drawing: drawing, left: start - edge, right: start + length + edge,
        top: place("y") - size * (isWide ? 1.16 : 0.97) - edge,
        bottom: place("y") + size * (isWide ? 0.29 : 0.24) + edge))
  }

  private func isShown(_ classes: [String], _ plot: Double, _ hasAside: Bool) -> Bool {
    let limits = [620.0, 430, 300, 200, 110]
    return classes.allSatisfy { name in
      guard name.count == 2, let step = Int(name.dropFirst()), (1...5).contains(step) else {
        return !(name == "aside" && hasAside && isPhone)
      }
      return name.hasPrefix("t") ? plot > limits[step - 1] : name.hasPrefix("n") ? plot <= limits[step - 1] : true
    }
  }
}
