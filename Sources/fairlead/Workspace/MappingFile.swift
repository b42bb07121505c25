import Foundation
import Ingestion
import Vocabulary
import Yams

/// Reads a mapping file: what the columns of one table mean, written in YAML. Every error names the file, the line and
/// the key, what was found and what may stand there.
struct MappingFile {
  private static let keys = [
    "kind", "columns", "constants", "timeZone", "locale", "dateOrder", "totalsLabel", "first",
  ]

  private let name: String

  /// The `.yml` and `.yaml` files of a workspace's `mappings/`, by name.
  static func all(in folder: URL) throws -> [TableMapping] {
    let place = folder.appending(path: "mappings").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return try names.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.sorted().map {
      try read(place + "/" + $0)
    }
  }

  static func read(_ path: String) throws -> TableMapping {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("\(path): cannot be read; expected a mapping file; correct the path", .unusableData)
    }
    guard data.count <= 1 << 20, let text = String(data: data, encoding: .utf8) else {
      throw Failure("\(path): no YAML in UTF-8; expected a mapping file; correct the path", .unusableData)
    }
    return try parse(text, name: (path as NSString).lastPathComponent)
  }

  /// `name`: the file's, without folders.
  static func parse(_ text: String, name: String) throws -> TableMapping {
    let file = MappingFile(name: name)
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch { throw file.unreadable(error) }
    guard let settings = node?.mapping else {
      throw file.refusal(node, "", found: "no settings", expected: "lines like `kind: orders`")
    }
    try file.check(settings, MappingFile.keys, in: "")
    guard let kindNode = settings["kind"] else {
      throw file.refusal(node, "kind", found: "not given", expected: file.list(RecordKind.allCases.map(\.rawValue)))
    }
    guard let kind = RecordKind(rawValue: kindNode.string ?? "") else {
      throw file.refusal(kindNode, "kind", expected: file.list(RecordKind.allCases.map(\.rawValue)))
    }
    var mapping = TableMapping(name: (name as NSString).deletingPathExtension, kind: kind)
    mapping.fields = try file.columns(settings["columns"], kind)
    mapping.constants = try file.constants(settings["constants"], kind)
    try file.readings(settings, into: &mapping)
    for field in mapping.fields.keys.sorted() where mapping.constants[field] != nil {
      throw file.refusal(
        settings["constants"], "constants.\(field.rawValue)", found: "given, though columns.\(field.rawValue) is too",
        expected: "a column or a constant, not both")
    }
    if let group = mapping.missing.first {
      throw file.refusal(
        settings["columns"] ?? node, "columns", found: "without \(group.map(\.rawValue).joined(separator: " or "))",
        expected: "a column for it, since \(kind.title) cannot be read without one")
    }
    return mapping
  }

  private func columns(_ node: Node?, _ kind: RecordKind) throws -> [TableField: FieldMapping] {
    guard let entries = node?.mapping, !entries.isEmpty else {
      throw refusal(node, "columns", found: "none", expected: "lines like `day: Date`, a field and the column's name")
    }
    try check(entries, kind.fields.map(\.field.rawValue), in: "columns.")
    var fields: [TableField: FieldMapping] = [:]
    for (key, value) in entries {
      guard let field = TableField(rawValue: key.string ?? ""), let known = kind.field(field) else { continue }
      fields[field] = try column(value, "columns.\(field.rawValue)", known)
    }
    return fields
  }

  /// A name, a list of names, or `{column: …, unit: …, required: true}`.
  private func column(_ node: Node, _ key: String, _ field: KindField) throws -> FieldMapping {
    guard let entries = node.mapping else { return FieldMapping(try headers(node, key)) }
    try check(entries, ["column", "unit", "required"], in: key + ".")
    guard let names = entries["column"] else {
      throw refusal(node, key + ".column", found: "not given", expected: "the column's name")
    }
    var column = FieldMapping(try headers(names, key + ".column"))
    if let unit = entries["unit"] {
      guard !field.type.units.isEmpty else {
        throw refusal(unit, key + ".unit", expected: "no unit, since it holds no figure")
      }
      guard let known = field.type.units.first(where: { $0.rawValue == unit.string }) else {
        throw refusal(unit, key + ".unit", expected: list(field.type.units.map(\.rawValue)))
      }
      column.unit = known
    }
    if let required = entries["required"] { column.isRequired = try flag(required, key + ".required") }
    return column
  }

  private func headers(_ node: Node, _ key: String) throws -> [String] {
    let names = (node.sequence.map(Array.init) ?? [node]).map { $0.scalar?.string ?? "" }
    guard !names.isEmpty, names.allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
      throw refusal(node, key, found: "empty", expected: "a column's name, or several in [brackets]")
    }
    return names
  }

  private func constants(_ node: Node?, _ kind: RecordKind) throws -> [TableField: String] {
    guard let node, node.scalar?.string != "" else { return [:] }
    guard let entries = node.mapping else {
      throw refusal(node, "constants", expected: "lines like `platform: Radio`")
    }
    let types: [FieldType] = [.text, .word, .currency, .channel, .day]
    let allowed = kind.fields.filter { types.contains($0.type) }
    try check(entries, allowed.map(\.field.rawValue), in: "constants.")
    var constants: [TableField: String] = [:]
    for (keyNode, value) in entries {
      let key = "constants.\(keyNode.string ?? "")"
      guard let field = TableField(rawValue: keyNode.string ?? ""), let known = kind.field(field) else { continue }
      guard let text = value.scalar?.string, !text.isEmpty else {
        throw refusal(value, key, found: "empty", expected: "a value")
      }
      switch known.type {
      case .currency where Currency(text) == nil:
        throw refusal(value, key, expected: "an ISO code such as GBP")
      case .channel where Channel(rawValue: text) == nil:
        throw refusal(value, key, expected: list(Channel.allCases.map(\.rawValue)))
      case .day where Day(iso: text) == nil:
        throw refusal(value, key, expected: "a day such as 2026-10-31")
      case .word where !known.values.contains(text):
        throw refusal(value, key, expected: list(known.values))
      default: constants[field] = text
      }
    }
    return constants
  }

  private func readings(_ settings: Node.Mapping, into mapping: inout TableMapping) throws {
    if let node = settings["timeZone"] {
      let zone = node.scalar?.string ?? ""
      guard TimeZone(identifier: zone) != nil || zone.wholeMatch(of: /[+-]\d\d:\d\d/) != nil else {
        throw refusal(node, "timeZone", expected: "a name such as Europe/London or an offset such as +01:00")
      }
      mapping.timeZone = zone
    }
    if let node = settings["locale"] {
      let locale = node.scalar?.string ?? ""
      guard LocaleConvention(locale) != nil else {
        throw refusal(node, "locale", expected: "a language such as en, de or pt-BR")
      }
      mapping.locale = locale
    }
    if let node = settings["dateOrder"] {
      guard let order = DateOrder(rawValue: node.scalar?.string ?? "") else {
        throw refusal(node, "dateOrder", expected: list(DateOrder.allCases.map(\.rawValue)))
      }
      mapping.dateOrder = order
    }
    if let node = settings["totalsLabel"] {
      guard let label = node.scalar?.string, !label.isEmpty else {
        throw refusal(node, "totalsLabel", expected: "the word with which the totals row begins")
      }
      mapping.totalsLabel = label
    }
    if let node = settings["first"] { mapping.goesFirst = try flag(node, "first") }
  }

  private func flag(_ node: Node, _ key: String) throws -> Bool {
    guard let flag = ["true": true, "false": false][node.scalar?.string ?? ""] else {
      throw refusal(node, key, expected: "true or false")
    }
    return flag
  }

  private func check(_ entries: Node.Mapping, _ known: [String], in prefix: String) throws {
    for (key, _) in entries where !known.contains(key.string ?? "") {
      throw refusal(key, prefix + (key.string ?? ""), found: "not known", expected: list(known))
    }
  }

  private func list(_ words: [String]) -> String {
    words.count == 1 ? words[0] : "one of \(words.joined(separator: ", "))"
  }

  private func refusal(_ node: Node?, _ key: String, found: String? = nil, expected: String) -> Failure {
    let place = (node?.mark?.line).map { "\(name):\($0)" } ?? name
    let subject = key.isEmpty ? "" : "\(key) is "
    let text = found ?? "\"\((node?.scalar?.string ?? "a list or a group").prefix(60))\""
    return Failure("\(place): \(subject)\(text); expected \(expected); correct the line", .unusableData)
  }

  private func unreadable(_ error: any Error) -> Failure {
    var place = name
    var found = "not readable as YAML"
    switch error {
    case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
      YamlError.composer(_, _, let mark, _):
      place += ":\(mark.line)"
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      place += ":\(context.mark.line)"
      found = "\(keys.joined(separator: ", ")) more than once"
    default: break
    }
    return Failure(
      "\(place): \(found); expected lines like `day: Date`, names with a colon or a # in \"quotes\"; correct the line",
      .unusableData)
  }
}
