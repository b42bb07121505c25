/// Every command has help with an example and stands in the README; the README names no command that does not exist.
enum CommandHelp {
  static func violations(commands files: [SourceFile], readme: SourceFile?) -> [String] {
    let folder = "Sources/fairlead/Commands/"
    let documented = readme?.text ?? ""
    var names: Set<String> = []
    var found: [String] = []
    for file in files where file.path.hasPrefix(folder) {
      let types = ["ParsableCommand", "AsyncParsableCommand"].flatMap { Catalogues.conformers(to: $0, in: file) }
      guard let type = types.first else { continue }
      let name = file.code.firstMatch(of: /commandName: "([^"]+)"/).map { String($0.output.1) } ?? hyphenated(type)
      names.insert(name)
      if file.code.firstMatch(of: /abstract:\s*"[^"]+"/) == nil {
        found.append("\(file.path): \(name) has no abstract")
      }
      let discussion = file.code.firstRange(of: "discussion:").map { file.code[$0.upperBound...] } ?? ""
      if !discussion.contains("fairlead ") || !discussion.contains(name) {
        found.append("\(file.path): \(name) has no example in its discussion")
      }
      // Models on plain tables are subcommands of one command.
      let typed = file.path.hasPrefix(folder + "Lab/") && name != "lab" ? "lab \(name)" : name
      if !documented.contains("fairlead \(typed)") { found.append("README.md: does not show `fairlead \(typed)`") }
    }
    if names.isEmpty { found.append("\(folder): no command found") }
    for match in documented.matches(of: /(?m)^\| `fairlead ([a-z-]+)/) where !names.contains(String(match.output.1)) {
      found.append("README.md: shows `fairlead \(match.output.1)`, which is no command")
    }
    return found
  }

  private static func hyphenated(_ type: String) -> String {
    var name = ""
    for letter in type {
      if letter.isUppercase && !name.isEmpty { name += "-" }
      name += letter.lowercased()
    }
    return name
  }
}
