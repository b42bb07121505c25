import Yams

/// What all settings in YAML share: which keys may stand in a group, and the words in which a wrong one is refused, with
/// file, line and key.
struct YAMLSettings {
  /// The file's, without folders.
  let name: String
  let status: ExitStatus

  /// - Parameter prefix: the path of the group, with a point at its end, or "".
  func check(_ entries: Node.Mapping, _ known: [String], in prefix: String) throws {
    for (key, _) in entries where !known.contains(key.string ?? "") {
      throw refusal(key, prefix + (key.string ?? ""), found: "not known", expected: list(known))
    }
  }

  func flag(_ node: Node, _ key: String) throws -> Bool {
    guard let flag = ["true": true, "false": false][node.scalar?.string ?? ""] else {
      throw refusal(node, key, expected: "true or false")
    }
    return flag
  }

  func list(_ words: [String]) -> String {
    words.count == 1 ? words[0] : "one of \(words.joined(separator: ", "))"
  }

  func refusal(_ node: Node?, _ key: String, found: String? = nil, expected: String) -> Failure {
    let place = (node?.mark?.line).map { "\(name):\($0)" } ?? name
    let subject = key.isEmpty ? "" : "\(key) is "
    let text = found ?? "\"\((node?.scalar?.string ?? "a list or a group").prefix(60))\""
    return Failure("\(place): \(subject)\(text); expected \(expected); correct the line", status)
  }

  /// Of what the reader of YAML itself throws.
  func unreadable(_ error: any Error, expected: String) -> Failure {
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
    return Failure("\(place): \(found); expected \(expected); correct the line", status)
  }
}
