@testable import Reporting
import Templates

/// Looks up every tag of a template in the view model it is given, as the template engine would: the engine itself
/// writes nothing for a tag that it cannot find.
struct TemplateTags {
  indirect enum Node {
    case value(String)
    case section(String, inverted: Bool, [Node])
    case partial(String)
  }

  private(set) var unknown: Set<String> = []
  /// `template: tag` of every tag that a model held.
  private(set) var found: Set<String> = []
  private let templates: [String: [Node]]

  init() {
    var templates: [String: [Node]] = [:]
    for file in TemplateFile.all where file.name.hasSuffix(".mustache") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      templates[String(file.name.dropLast(".mustache".count))] = Self.parse(text)
    }
    self.templates = templates
  }

  /// `template: tag` of every tag in every template.
  var all: Set<String> {
    func tags(_ nodes: [Node], _ template: String) -> [String] {
      nodes.flatMap { node -> [String] in
        switch node {
        case .value(let name): ["\(template): \(name)"]
        case .section(let name, _, let inner): ["\(template): \(name)"] + tags(inner, template)
        case .partial: []
        }
      }
    }
    return Set(templates.flatMap { tags($0.value, $0.key) })
  }

  var names: Set<String> { Set(templates.keys) }

  mutating func check(_ model: Any, with template: String, stack: [Any] = []) {
    guard let nodes = templates[template] else {
      unknown.insert("no template \(template)")
      return
    }
    walk(nodes, template, stack + [model])
  }

  private mutating func walk(_ nodes: [Node], _ template: String, _ stack: [Any]) {
    for node in nodes {
      switch node {
      case .partial(let name):
        guard let inner = templates[name] else {
          unknown.insert("\(template): >\(name)")
          continue
        }
        walk(inner, name, stack)
      case .value(let name): _ = look(name, template, stack)
      case .section(let name, let inverted, let inner):
        guard let hit = look(name, template, stack) else { continue }
        let items = Self.items(hit)
        if inverted {
          if items.isEmpty { walk(inner, template, stack) }
        } else {
          for item in items { walk(inner, template, item is Bool ? stack : stack + [item]) }
        }
      }
    }
  }

  /// The value under a label in the nearest object that has the label. Not finding it is a fault.
  private mutating func look(_ name: String, _ template: String, _ stack: [Any]) -> Any? {
    if name == "." {
      found.insert("\(template): .")
      return stack.last
    }
    for object in stack.reversed() {
      if let child = Mirror(reflecting: object).children.first(where: { $0.label == name }) {
        found.insert("\(template): \(name)")
        return child.value
      }
    }
    unknown.insert("\(template): \(name)")
    return nil
  }

  private static func items(_ value: Any) -> [Any] {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { items($0.value) } ?? []
    case .collection: return mirror.children.map(\.value)
    default:
      if let flag = value as? Bool { return flag ? [flag] : [] }
      return [value]
    }
  }

  private static func parse(_ text: String) -> [Node] {
    var stack: [(name: String, inverted: Bool, nodes: [Node])] = [("", false, [])]
    var rest = Substring(text)
    while let open = rest.range(of: "{{") {
      rest = rest[open.upperBound...]
      let isRaw = rest.first == "{"
      guard let close = rest.range(of: isRaw ? "}}}" : "}}") else { break }
      let tag = rest[..<close.lowerBound].drop { $0 == "{" }
      rest = rest[close.upperBound...]
      let name = String(tag.drop { "#^/>".contains($0) })
      switch tag.first {
      case "#": stack.append((name, false, []))
      case "^": stack.append((name, true, []))
      case "/":
        let closed = stack.removeLast()
        stack[stack.count - 1].nodes.append(.section(closed.name, inverted: closed.inverted, closed.nodes))
      case ">": stack[stack.count - 1].nodes.append(.partial(name))
      default: stack[stack.count - 1].nodes.append(.value(name))
      }
    }
    return stack[0].nodes
  }
}
