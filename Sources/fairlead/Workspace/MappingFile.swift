import Foundation
import Ingestion
import Vocabulary
import Yams

/// Reads a mapping file: what the columns of one table mean, written in YAML. Every error names the file, the line and
/// the key, what was found and what may stand there.
struct MappingFile {
  private static let keys = [
    "kind", "columns", "constants", "timeZone", "locale", "dateOrder", "totalsLabel", "files", "first",
  ]

  private let yaml: YAMLSettings

  /// The `.yml` and `.yaml` files of a workspace's `mappings/`, by name, but for drafts in which nothing is written yet:
  /// those keep no other file from being read.
  static func all(in folder: URL) throws -> [TableMapping] {
    let place = folder.appending(path: "mappings").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    var mappings: [TableMapping] = []
    for name in names.filter({ $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }).sorted() {
      let text = try text(place + "/" + name)
      if !isUnwritten(text) { mappings.append(try parse(text, name: name)) }
    }
    return mappings
  }

  private static func isUnwritten(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).allSatisfy { line in
      let start = line.first { !$0.isWhitespace }
      return start == nil || start == "#"
    }
  }

  static func read(_ path: String) throws -> TableMapping {
    try parse(try text(path), name: (path as NSString).lastPathComponent)
  }

  private static func text(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("\(path): cannot be read; expected a mapping file; correct the path", .unusableData)
    }
    guard data.count <= 1 << 20, let text = String(data: data, encoding: .utf8) else {
      throw Failure("\(path): no YAML in UTF-8; expected a mapping file; correct the path", .unusableData)
    }
    return text
  }

  /// `name`: the file's, without folders.
  static func parse(_ text: String, name: String) throws -> TableMapping {
    let yaml = YAMLSettings(name: name, status: .unusableData)
    let file = MappingFile(yaml: yaml)
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch {
      throw yaml.unreadable(error, expected: "lines like `day: Date`, names with a colon, a # or a * in \"quotes\"")
    }
    guard let settings = node?.mapping else {
      throw yaml.refusal(node, "", found: "no settings", expected: "lines like `kind: orders`")
    }
    try yaml.check(settings, MappingFile.keys, in: "")
    guard let kindNode = settings["kind"] else {
      throw yaml.refusal(node, "kind", found: "not given", expected: yaml.list(RecordKind.allCases.map(\.rawValue)))
    }
    guard let kind = RecordKind(rawValue: kindNode.string ?? "") else {
      throw yaml.refusal(kindNode, "kind", expected: yaml.list(RecordKind.allCases.map(\.rawValue)))
    }
    var mapping = TableMapping(name: (name as NSString).deletingPathExtension, kind: kind)
    mapping.fields = try file.columns(settings["columns"], kind)
    mapping.constants = try file.constants(settings["constants"], kind)
    try file.readings(settings, into: &mapping)
    for field in mapping.fields.keys.sorted() where mapping.constants[field] != nil {
      throw yaml.refusal(
        settings["constants"], "constants.\(field.rawValue)", found: "given, though columns.\(field.rawValue) is too",
        expected: "a column or a constant, not both")
    }
    if let group = mapping.missing.first {
      throw yaml.refusal(
        settings["columns"] ?? node, "columns", found: "without \(group.map(\.rawValue).joined(separator: " or "))",
        expected: "a column for it, since \(kind.title) cannot be read without one")
    }
    return mapping
  }

  private func columns(_ node: Node?, _ kind: RecordKind) throws -> [TableField: FieldMapping] {
    guard let entries = node?.mapping, !entries.isEmpty else {
      throw yaml.refusal(
        node, "columns", found: "none", expected: "lines like `day: Date`, a field and the column's name")
    }
    try yaml.check(entries, kind.fields.map(\.field.rawValue), in: "columns.")
    var fields: [TableField: FieldMapping] = [:]
    for (key, value) in entries {
      guard let field = TableField(rawValue: key.string ?? ""), let known = kind.field(field) else { continue }
      fields[field] = try column(value, "columns.\(field.rawValue)", kind.units(of: known))
    }
    return fields
  }

  /// A name, a list of names, or `{column: …, unit: …, required: true}`.
  private func column(_ node: Node, _ key: String, _ units: [FieldUnit]) throws -> FieldMapping {
    guard let entries = node.mapping else { return FieldMapping(try headers(node, key)) }
    try yaml.check(entries, ["column", "unit", "required"], in: key + ".")
    guard let names = entries["column"] else {
      throw yaml.refusal(node, key + ".column", found: "not given", expected: "the column's name")
    }
    var column = FieldMapping(try headers(names, key + ".column"))
    if let unit = entries["unit"] {
      guard !units.isEmpty else {
        throw yaml.refusal(unit, key + ".unit", expected: "no unit, since it holds no figure")
      }
      guard let known = units.first(where: { $0.rawValue == unit.string }) else {
        throw yaml.refusal(unit, key + ".unit", expected: yaml.list(units.map(\.rawValue)))
      }
      column.unit = known
    }
    if let required = entries["required"] { column.isRequired = try yaml.flag(required, key + ".required") }
    return column
  }

  private func headers(_ node: Node, _ key: String) throws -> [String] {
    try names(node, key, expected: "a column's name, or several in [brackets]")
  }

  private func names(_ node: Node, _ key: String, expected: String) throws -> [String] {
    let names = (node.sequence.map(Array.init) ?? [node]).map { $0.scalar?.string ?? "" }
    guard !names.isEmpty, names.allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
      throw yaml.refusal(node, key, found: "empty", expected: expected)
    }
    return names.flatMap { name in [name] + (MappingFile.plain(name).map { [$0] } ?? []) }
  }

  /// What stands between quotation marks that an editor made curly, by which they are no YAML any more; nil where there
  /// are none.
  private static func plain(_ name: String) -> String? {
    guard name.count > 2, let first = name.first, let last = name.last, "“„‘‚”’".contains(first), "“”‘’".contains(last)
    else { return nil }
    return String(name.dropFirst().dropLast())
  }

  private func constants(_ node: Node?, _ kind: RecordKind) throws -> [TableField: String] {
    guard let node, node.scalar?.string != "" else { return [:] }
    guard let entries = node.mapping else {
      throw yaml.refusal(node, "constants", expected: "lines like `platform: Radio`")
    }
    let types: [FieldType] = [.text, .word, .currency, .channel, .day]
    let allowed = kind.fields.filter { types.contains($0.type) }
    try yaml.check(entries, allowed.map(\.field.rawValue), in: "constants.")
    var constants: [TableField: String] = [:]
    for (keyNode, value) in entries {
      let key = "constants.\(keyNode.string ?? "")"
      guard let field = TableField(rawValue: keyNode.string ?? ""), let known = kind.field(field) else { continue }
      guard let text = value.scalar?.string, !text.isEmpty else {
        throw yaml.refusal(value, key, found: "empty", expected: "a value")
      }
      switch known.type {
      case .currency where Currency(text)?.isStandard != true:
        throw yaml.refusal(value, key, expected: "an ISO code such as GBP")
      case .channel where Channel(rawValue: text) == nil:
        throw yaml.refusal(value, key, expected: yaml.list(Channel.allCases.map(\.rawValue)))
      case .day where Day(iso: text) == nil:
        throw yaml.refusal(value, key, expected: "a day such as 2026-10-31")
      case .word where !known.values.contains(text):
        throw yaml.refusal(value, key, expected: yaml.list(known.values))
      default: constants[field] = text
      }
    }
    return constants
  }

  private func readings(_ settings: Node.Mapping, into mapping: inout TableMapping) throws {
    if let node = settings["timeZone"] {
      guard let zone = LocalZone(node.scalar?.string ?? "") else {
        throw yaml.refusal(node, "timeZone", expected: LocalZone.expected)
      }
      mapping.timeZone = zone
    }
    if let node = settings["locale"] {
      let locale = node.scalar?.string ?? ""
      guard LocaleConvention(locale) != nil else {
        throw yaml.refusal(node, "locale", expected: "a language such as en, de or pt-BR")
      }
      mapping.locale = locale
    }
    if let node = settings["dateOrder"] {
      guard let order = DateOrder(rawValue: node.scalar?.string ?? "") else {
        throw yaml.refusal(node, "dateOrder", expected: yaml.list(DateOrder.allCases.map(\.rawValue)))
      }
      mapping.dateOrder = order
    }
    if let node = settings["totalsLabel"] {
      guard let label = node.scalar?.string, !label.isEmpty else {
        throw yaml.refusal(node, "totalsLabel", expected: "the word with which the totals row begins")
      }
      mapping.totalsLabel = label
    }
    if let node = settings["files"] {
      let expected = "a file's name without its folder, such as \"radio*\", or several in [brackets]"
      let patterns = try names(node, "files", expected: expected)
      guard !patterns.contains(where: { $0.contains("/") }) else {
        throw yaml.refusal(node, "files", found: "a path", expected: expected)
      }
      mapping.files = FileNames(patterns)
    }
    if let node = settings["first"] { mapping.goesFirst = try yaml.flag(node, "first") }
  }
}
