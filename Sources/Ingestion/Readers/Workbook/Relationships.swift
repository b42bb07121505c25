/// The parts of a workbook that one part points to (ECMA-376 part 2, 9.3).
final class Relationships: MarkupHandler {
  struct Target {
    /// The last word of its type, such as `worksheet`.
    let kind: String
    /// The part's name in the archive; nil where it lies outside of it.
    let part: String?
  }

  let failure: IngestionError? = nil
  let hasFailed = false
  private(set) var targets: [String: Target] = [:]
  /// In the order of the file.
  private(set) var all: [Target] = []
  private let folder: [Substring]

  /// `source`: the part that points.
  init(of source: String) { folder = source.split(separator: "/").dropLast() }

  /// Where the relationships of a part are written.
  static func part(of source: String) -> String {
    let path = source.split(separator: "/")
    return (path.dropLast() + ["_rels", (path.last ?? "") + ".rels"]).joined(separator: "/")
  }

  func first(_ kind: String) -> String? { all.first { $0.kind == kind }?.part }

  func open(_ element: ElementName, _ attributes: MarkupAttributes) {
    guard case "Relationship" = element, let id = attributes.text("Id"), let type = attributes.text("Type") else {
      return
    }
    let isOutside = attributes.text("TargetMode") == "External"
    let target = Target(
      kind: String(type.split(separator: "/").last ?? ""),
      part: isOutside ? nil : attributes.text("Target").flatMap(resolved))
    targets[id] = target
    all.append(target)
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) {}

  func close(_ element: ElementName) {}

  /// Nil for a path that leads out of the archive.
  private func resolved(_ target: String) -> String? {
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") where step != "." {
      if step == ".." {
        guard path.popLast() != nil else { return nil }
      } else {
        path.append(step)
      }
    }
    return path.joined(separator: "/")
  }
}
