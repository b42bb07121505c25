/// The targets of Package.swift, read as text, held against the import graph and the imports.
struct PackageManifest {
  struct Target: Equatable {
    let kind: String
    let name: String
    let dependencies: [String]
  }

  let targets: [Target]

  init(_ file: SourceFile) {
    let text = file.code
    var named: [String: String] = [:]
    for match in text.matches(of: /let (\w+): Target\.Dependency = \.product\(name: "(\w+)"/) {
      named[String(match.output.1)] = String(match.output.2)
    }
    // Resolved by name, since `named` is looked up while the lists are read.
    targets = text.matches(of: /\.(target|executableTarget|testTarget|systemLibrary)\(\s*name: "(\w+)"/).map { match in
      let body = Self.balanced(text[match.range.lowerBound...], open: "(", close: ")")
      var dependencies: [String] = []
      if let start = body.firstRange(of: "dependencies: [") {
        var list = String(Self.balanced(body[body.index(before: start.upperBound)...], open: "[", close: "]"))
        for product in list.matches(of: /\.product\(name: "(\w+)"[^)]*\)/) {
          dependencies.append(String(product.output.1))
        }
        list.replace(/\.product\([^)]*\)/, with: "")
        for literal in list.matches(of: /"(\w+)"/) { dependencies.append(String(literal.output.1)) }
        list.replace(/"\w+"/, with: "")
        for word in list.matches(of: /[A-Za-z_]\w*/) {
          dependencies.append(named[String(word.output)] ?? String(word.output))
        }
      }
      return Target(kind: String(match.output.1), name: String(match.output.2), dependencies: dependencies)
    }
  }

  private static func balanced(_ text: Substring, open: Character, close: Character) -> Substring {
    var depth = 0
    for index in text.indices {
      if text[index] == open { depth += 1 }
      if text[index] == close {
        depth -= 1
        if depth == 0 { return text[...index] }
      }
    }
    return text
  }

  /// Dependencies that the graph forbids, that nothing imports, or that an import lacks.
  static func violations(manifest: SourceFile, files: [SourceFile]) -> [String] {
    let targets = PackageManifest(manifest).targets
    var found: [String] = []
    for target in targets where target.kind == "target" || target.kind == "executableTarget" {
      guard var permitted = ImportGraph.allowed[target.name] else {
        found.append("\(manifest.path): the target \(target.name) is not in the import graph")
        continue
      }
      permitted.formUnion(target.name == "fairlead" ? ImportGraph.allowedInLab : ImportGraph.anywhereBelowTheTool)
      for dependency in target.dependencies where !permitted.contains(dependency) {
        found.append("\(manifest.path): \(target.name) may not depend on \(dependency)")
      }
    }
    for name in ImportGraph.allowed.keys.sorted() where !targets.contains(where: { $0.name == name }) {
      found.append("\(manifest.path): has no target \(name), which the import graph names")
    }
    let declared = Dictionary(targets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var imported: [String: Set<String>] = [:]
    for file in files {
      guard let name = file.target, let target = declared[name] else { continue }
      let free = ImportGraph.system.union(file.path.hasPrefix("Tests/") ? ["Testing", "FoundationXML"] : [])
      for module in ImportGraph.imports(in: file) where !free.contains(module) {
        imported[name, default: []].insert(module)
        if !target.dependencies.contains(module) {
          found.append("\(file.path): imports \(module), which \(manifest.path) does not give to \(name)")
        }
      }
    }
    for target in targets where target.kind == "target" || target.kind == "executableTarget" {
      for dependency in target.dependencies where imported[target.name]?.contains(dependency) != true {
        found.append("\(manifest.path): \(target.name) depends on \(dependency) and never imports it")
      }
    }
    return found
  }
}
