/// A model or metric says where it comes from: the paper, or the standard account, and what it costs.
enum ModelSources {
  private static let folders = ["Models", "Metrics", "Calibration"].map { "Sources/Modeling/\($0)/" }

  static func violations(in files: [SourceFile]) -> [String] {
    let protocols = files.filter { $0.path.hasPrefix("Sources/Modeling/") && $0.text.contains("protocol ") }.flatMap {
      $0.bareCode.matches(of: /\bprotocol\s+(Fitted\w+|Metric)\b/).map { String($0.output.1) }
    }
    let mains = files.filter { file in folders.contains { file.path.hasPrefix($0) } && !file.name.contains("+") }
    var count = 0
    var found: [String] = []
    for file in mains {
      let names = Set(protocols.filter(file.text.contains).flatMap { Catalogues.conformers(to: $0, in: file) })
        .map { $0.hasPrefix("Fitted") ? file.stem : $0 }
      for name in Set(names).sorted() {
        count += 1
        let comment = documentation(of: name, in: file)
        if !comment.contains(/\b(?:1[6-9]|20)\d\d[a-z]?\b/) {
          found.append("\(file.path): \(name)'s comment names no source; expected authors and a year")
        }
        if !file.text.contains("O(") { found.append("\(file.path): says nowhere what it costs; expected O(…)") }
      }
    }
    return count == 0 ? found + ["Sources/Modeling: no model or metric found"] : found
  }

  /// The lines of the comment that stands right above a type.
  private static func documentation(of name: String, in file: SourceFile) -> String {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let declares = { (line: Substring) in
      !line.hasPrefix("///") && line.contains(/\b(?:struct|enum|class)\b/)
        && line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains(name[...])
    }
    guard let place = lines.firstIndex(where: declares) else { return "" }
    return lines[..<place].reversed().prefix { $0.hasPrefix("///") }.reversed().joined(separator: "\n")
  }
}
