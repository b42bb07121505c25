import Analysis
import Vocabulary
import Yams

/// The part `channels` of a workspace's settings: rules of its own before the built-in table or in place of it, and which
/// rules the report holds them against. Every error names the file, the line and the key.
struct ChannelSettings: Equatable {
  var grouping = ChannelGrouping.standard
  var comparison = ChannelComparison.previous

  private static let keys = ["version", "rules", "replaceBuiltIn", "compare"]
  private static let ruleKeys = ["name", "channel"] + ChannelCondition.Field.allCases.map(\.rawValue)

  static func parse(_ node: Node, _ yaml: YAMLSettings) throws -> ChannelSettings {
    guard let entries = node.mapping else {
      throw yaml.refusal(node, "channels", expected: "lines like `version: ours-1` and `rules:`")
    }
    try yaml.check(entries, keys, in: "channels.")
    var settings = ChannelSettings()
    if let compare = entries["compare"] {
      guard let comparison = ChannelComparison(rawValue: compare.scalar?.string ?? "") else {
        throw yaml.refusal(
          compare, "channels.compare", expected: yaml.list(ChannelComparison.allCases.map(\.rawValue)))
      }
      settings.comparison = comparison
    }
    let replaces = try entries["replaceBuiltIn"].map { try yaml.flag($0, "channels.replaceBuiltIn") } ?? false
    guard let list = entries["rules"] else {
      if let first = entries["version"] ?? (replaces ? entries["replaceBuiltIn"] : nil) {
        throw yaml.refusal(first, "channels.rules", found: "not given", expected: "a list of rules")
      }
      return settings
    }
    let version = try version(entries["version"], list, yaml)
    let rules = try rules(list, yaml)
    settings.grouping =
      replaces
      ? ChannelGrouping(version: version, rules: rules) : ChannelGrouping.standard.preceded(by: rules, version: version)
    return settings
  }

  private static func version(_ node: Node?, _ rules: Node, _ yaml: YAMLSettings) throws -> String {
    let expected = "a name for these rules of up to 40 characters, such as ours-1"
    guard let node else { throw yaml.refusal(rules, "channels.version", found: "not given", expected: expected) }
    let version = node.scalar?.string ?? ""
    guard !version.allSatisfy(\.isWhitespace), version.count <= 40 else {
      throw yaml.refusal(node, "channels.version", found: version.isEmpty ? "empty" : nil, expected: expected)
    }
    guard version != ChannelGrouping.standard.version else {
      throw yaml.refusal(node, "channels.version", expected: "another name, since the built-in table has this one")
    }
    return version
  }

  private static func rules(_ list: Node, _ yaml: YAMLSettings) throws -> [ChannelRule] {
    guard let nodes = list.sequence, !nodes.isEmpty else {
      throw yaml.refusal(
        list, "channels.rules", found: list.sequence != nil || list.scalar?.string == "" ? "empty" : nil,
        expected: "a list of rules, each with a name, a channel and at least one condition")
    }
    var rules: [ChannelRule] = []
    for (place, node) in nodes.enumerated() {
      let rule = try rule(node, "channels.rules[\(place + 1)]", yaml)
      if rules.contains(where: { $0.name.lowercased() == rule.name.lowercased() }) {
        throw yaml.refusal(
          node.mapping?["name"], "channels.rules[\(place + 1)].name", expected: "a name that no rule above has")
      }
      rules.append(rule)
    }
    return rules
  }

  private static func rule(_ node: Node, _ key: String, _ yaml: YAMLSettings) throws -> ChannelRule {
    guard let entries = node.mapping else {
      throw yaml.refusal(node, key, expected: "lines like `name: Partner letters`, `channel: email` and `medium: cpc`")
    }
    try yaml.check(entries, ruleKeys, in: key + ".")
    let name = entries["name"]?.scalar?.string ?? ""
    guard !name.allSatisfy(\.isWhitespace), name.count <= 80 else {
      throw yaml.refusal(
        entries["name"] ?? node, key + ".name",
        found: entries["name"] == nil ? "not given" : name.isEmpty ? "empty" : nil,
        expected: "a name of up to 80 characters")
    }
    guard let channel = Channel(rawValue: entries["channel"]?.scalar?.string ?? "") else {
      throw yaml.refusal(
        entries["channel"] ?? node, key + ".channel", found: entries["channel"] == nil ? "not given" : nil,
        expected: yaml.list(Channel.allCases.map(\.rawValue)))
    }
    let conditions = try ChannelCondition.Field.allCases.compactMap { field in
      try entries[field.rawValue].map {
        ChannelCondition(field, try patterns($0, field, key + "." + field.rawValue, yaml))
      }
    }
    guard !conditions.isEmpty else {
      throw yaml.refusal(
        node, key, found: "without a condition",
        expected: "at least \(yaml.list(ChannelCondition.Field.allCases.map(\.rawValue)))")
    }
    return ChannelRule(name, channel, conditions)
  }

  private static func host(_ text: String, _ node: Node, _ key: String, _ yaml: YAMLSettings) throws -> String {
    guard text.contains("."), !text.contains(where: { $0.isWhitespace || $0 == "/" || $0 == ":" }) else {
      throw yaml.refusal(node, key, expected: "the name of a site, such as partner.example")
    }
    let host = text.lowercased()
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// A text, a list of texts, or `{startsWith: …, contains: […]}`; one of all has to fit.
  private static func patterns(
    _ node: Node, _ field: ChannelCondition.Field, _ key: String, _ yaml: YAMLSettings
  ) throws -> [TextPattern] {
    guard let entries = node.mapping else { return try texts(node, .equals, field, key, yaml) }
    let comparisons: [TextPattern.Comparison] = field == .sourceKind ? [.equals] : TextPattern.Comparison.allCases
    guard !entries.isEmpty else {
      throw yaml.refusal(node, key, found: "empty", expected: yaml.list(comparisons.map(\.rawValue)))
    }
    try yaml.check(entries, comparisons.map(\.rawValue), in: key + ".")
    return try comparisons.flatMap { comparison in
      try entries[comparison.rawValue].map { try texts($0, comparison, field, key + "." + comparison.rawValue, yaml) }
        ?? []
    }
  }

  private static func texts(
    _ node: Node, _ comparison: TextPattern.Comparison, _ field: ChannelCondition.Field, _ key: String,
    _ yaml: YAMLSettings
  ) throws -> [TextPattern] {
    let nodes = node.sequence.map(Array.init) ?? [node]
    guard !nodes.isEmpty else {
      throw yaml.refusal(node, key, found: "empty", expected: "a text, or several in [brackets]")
    }
    return try nodes.map { node in
      guard let text = node.scalar?.string, !text.allSatisfy(\.isWhitespace) else {
        throw yaml.refusal(
          node, key, found: node.scalar == nil ? nil : "empty", expected: "a text, or several in [brackets]")
      }
      if field == .sourceKind {
        guard SourceCategory(rawValue: text) != nil else {
          throw yaml.refusal(node, key, expected: yaml.list(SourceCategory.allCases.map(\.rawValue)))
        }
        return .exactly(text)
      }
      if field == .host, comparison == .equals { return .exactly(try host(text, node, key, yaml)) }
      do throws(TextExpressionProblem) {
        return try TextPattern(comparison, comparison == .matches ? text : text.lowercased())
      } catch {
        throw yaml.refusal(
          node, key, found: error.found, expected: "a regular expression for the whole text, such as ^crm-[0-9]+$")
      }
    }
  }
}
