import Mustache

/// A view as the template engine sees it: its stored properties, reflected upon once. The engine would reflect upon it
/// for every tag, and for every property that is nil upon all views around it as well. What is nil ends the search here.
struct ViewFields: MustacheParent {
  private let fields: [String: Any]

  private init(_ mirror: Mirror) {
    var fields: [String: Any] = [:]
    for case (let label?, let value) in mirror.children { fields[label] = value }
    self.fields = fields
  }

  func child(named name: String) -> Any? { fields[name].map(Self.shown) }

  /// Texts, flags, numbers and what answers by itself stay what they are.
  static func shown(_ value: Any) -> Any {
    switch value {
    case let text as String: return text
    case let flag as Bool: return flag
    case let number as Int: return number
    case let list as [Any]: return list.map(shown)
    case let view as any MustacheParent: return view
    default:
      let mirror = Mirror(reflecting: value)
      switch mirror.displayStyle {
      case .optional: return mirror.children.first.map { shown($0.value) } ?? NothingView()
      case .struct: return ViewFields(mirror)
      default: return value
      }
    }
  }
}

/// What stands for nil: an answer, which ends the search, with nothing to write and nothing to go into.
struct NothingView: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
