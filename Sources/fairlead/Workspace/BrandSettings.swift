import Foundation
import Reporting
import Yams

/// One level of a brand: what an agency's file, a client's `fairlead.yml` or a single report says. What stands later
/// wins, key by key.
struct BrandSettings: Equatable {
  var name: String?
  var accent: String?
  /// Of the first and second series of charts.
  var first: String?
  var second: String?
  var logo: Logo?
  var footer: String?
  var locale: String?
  var direction: Language.Direction?

  static let keys = ["name", "accent", "first", "second", "logo", "footer", "locale", "direction"]
  /// In `fairlead.yml`: the file that the keys beside it are laid over.
  static let file = "file"

  /// With what `later` says laid over it.
  func with(_ later: BrandSettings) -> BrandSettings {
    BrandSettings(
      name: later.name ?? name, accent: later.accent ?? accent, first: later.first ?? first,
      second: later.second ?? second, logo: later.logo ?? logo, footer: later.footer ?? footer,
      locale: later.locale ?? locale, direction: later.direction ?? direction)
  }

  /// The value of `brand` in a configuration: a file's path, or keys, one of which may be `file`.
  /// - Parameter folder: paths start there.
  static func parse(_ node: Node, _ yaml: YAMLSettings, folder: URL) throws -> BrandSettings {
    if let path = node.scalar?.string, !path.isEmpty {
      return try read(URL(filePath: path, relativeTo: folder), node: node, yaml)
    }
    guard let entries = node.mapping else {
      throw yaml.refusal(node, "brand", expected: "the path of a file or lines like `name: Fern & Co`")
    }
    try yaml.check(entries, [file] + keys, in: "brand.")
    let own = try settings(entries, yaml, prefix: "brand.", folder: folder)
    guard let node = entries[file] else { return own }
    let path = node.scalar?.string ?? ""
    return try read(URL(filePath: path, relativeTo: folder), node: node, yaml).with(own)
  }

  /// A file of its own.
  static func read(_ url: URL) throws -> BrandSettings {
    let path = url.path(percentEncoded: false)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw Failure("\(path): no such file; expected a brand, with lines like `name: Fern & Co`; correct the path")
    }
    let yaml = YAMLSettings(name: url.lastPathComponent, status: .failed)
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch {
      throw yaml.unreadable(error, expected: "lines like `name: Fern & Co`")
    }
    guard let node, node != Node("", Tag(.null)) else { return BrandSettings() }
    guard let entries = node.mapping else {
      throw yaml.refusal(node, "", found: "no settings", expected: "lines like `name: Fern & Co`")
    }
    try yaml.check(entries, keys, in: "")
    return try settings(entries, yaml, prefix: "", folder: url.deletingLastPathComponent())
  }

  /// What goes into the name of a build: nothing without a brand.
  var inputs: [String] {
    [
      ("name", name), ("accent", accent), ("first", first), ("second", second), ("logo", logo?.address),
      ("footer", footer), ("locale", locale), ("direction", direction?.rawValue),
    ].compactMap { key, value in value.map { "brand.\(key): \($0)" } }
  }

  private static func read(_ url: URL, node: Node, _ yaml: YAMLSettings) throws -> BrandSettings {
    guard FileManager.default.isReadableFile(atPath: url.path(percentEncoded: false)) else {
      throw yaml.refusal(node, "brand", expected: "the path of a brand's file, from the folder of this one")
    }
    return try read(url)
  }

  private static func settings(
    _ entries: Node.Mapping, _ yaml: YAMLSettings, prefix: String, folder: URL
  ) throws -> BrandSettings {
    var settings = BrandSettings()
    func text(_ key: String, of most: Int) throws -> String? {
      guard let node = entries[Node(key)] else { return nil }
      guard let text = node.scalar?.string, !text.allSatisfy(\.isWhitespace), text.count <= most else {
        throw yaml.refusal(node, prefix + key, expected: "a text of up to \(most) characters")
      }
      return text
    }
    func colour(_ key: String) throws -> String? {
      guard let node = entries[Node(key)] else { return nil }
      guard let text = node.scalar?.string, BrandColour(text) != nil else {
        throw yaml.refusal(node, prefix + key, expected: "a colour such as \"#1c4f5c\", in quotation marks")
      }
      return text
    }
    func choice(_ key: String, _ known: [String]) throws -> String? {
      guard let node = entries[Node(key)] else { return nil }
      guard let text = node.scalar?.string, known.contains(text) else {
        throw yaml.refusal(node, prefix + key, expected: yaml.list(known))
      }
      return text
    }
    settings.name = try text("name", of: 80)
    settings.accent = try colour("accent")
    settings.first = try colour("first")
    settings.second = try colour("second")
    settings.footer = try text("footer", of: 200)
    settings.locale = try choice("locale", Language.tags)
    settings.direction = try choice("direction", Language.Direction.allCases.map(\.rawValue))
      .flatMap(Language.Direction.init)
    if let node = entries["logo"] { settings.logo = try logo(node, prefix + "logo", yaml, folder) }
    return settings
  }

  private static func logo(_ node: Node, _ key: String, _ yaml: YAMLSettings, _ folder: URL) throws -> Logo {
    let expected = "the path of an SVG or PNG of up to 20 KB, from the folder of this file"
    guard let path = node.scalar?.string, let data = try? Data(contentsOf: URL(filePath: path, relativeTo: folder))
    else { throw yaml.refusal(node, key, expected: expected) }
    do throws(ReportingError) {
      return try Logo([UInt8](data))
    } catch {
      switch error {
      case .logoTooLarge(let bytes, _): throw yaml.refusal(node, key, found: "of \(bytes) bytes", expected: expected)
      case .logoNotSafe(let found):
        throw yaml.refusal(
          node, key, found: "a picture with \(found), which runs or loads something",
          expected: "a picture that is whole in itself, such as a plain SVG")
      default: throw yaml.refusal(node, key, found: "neither SVG nor PNG", expected: expected)
      }
    }
  }
}
