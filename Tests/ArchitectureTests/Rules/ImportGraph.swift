/// Who may import whom.
enum ImportGraph {
  static let system: Set = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization", "Swift"]
  static let anywhereBelowTheTool: Set = [
    "OrderedCollections", "Collections", "DequeModule", "HeapModule", "RealModule",
  ]

  /// What each target may import besides the system's modules.
  static let allowed: [String: Set<String>] = [
    "Vocabulary": [],
    "Ingestion": ["Vocabulary", "CBzip2", "CLibXML2", "CLibZip", "CNettle", "CZlib"],
    "Warehouse": ["Vocabulary", "GRDB", "CSQLite", "CNettle"],
    "Computation": [],
    "Modeling": ["Computation"],
    "Analysis": ["Vocabulary", "Warehouse", "Computation", "Modeling"],
    "Charting": [],
    "ChartSpecimens": ["Charting"],
    "CCatalogues": [],
    "Templates": ["CCatalogues"],
    "Reporting": ["Vocabulary", "Analysis", "Charting", "Templates", "Mustache", "CNettle"],
    "Simulation": ["Vocabulary", "Computation"],
    "fairlead": [
      "Vocabulary", "Ingestion", "Warehouse", "Analysis", "Reporting", "Simulation", "Templates", "Charting",
      "ArgumentParser", "Yams", "Logging",
    ],
  ]
  static let allowedInLab: Set = ["Modeling", "Computation"]

  static func imports(in file: SourceFile) -> [String] {
    let pattern =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)/
    return file.bareCode.split(separator: "\n").compactMap { line in
      line.firstMatch(of: pattern).map { String($0.output.1) }
    }
  }

  static func violations(in files: [SourceFile]) -> [String] {
    files.flatMap { file -> [String] in
      guard let target = file.target, !file.path.hasPrefix("Tests/") else { return [] }
      guard var permitted = allowed[target] else {
        return ["\(file.path): the target \(target) is not in the import graph; add its line to ImportGraph.allowed"]
      }
      permitted.formUnion(system)
      if target != "fairlead" { permitted.formUnion(anywhereBelowTheTool) }
      if file.path.hasPrefix("Sources/fairlead/Commands/Lab/") { permitted.formUnion(allowedInLab) }
      return imports(in: file).filter { !permitted.contains($0) }.map { "\(file.path): \(target) may not import \($0)" }
    }
  }
}
