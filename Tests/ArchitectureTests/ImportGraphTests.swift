import Testing

struct ImportGraphTests {
  @Test func theTreeKeepsTheGraph() {
    #expect(!SourceTree.sources.isEmpty)
    #expect(ImportGraph.violations(in: SourceTree.sources) == [])
  }

  @Test(arguments: [
    ("Sources/Modeling/Models/KMeans.swift", "import Warehouse", "Modeling may not import Warehouse"),
    ("Sources/Ingestion/Reader.swift", "@testable import struct GRDB.Row", "Ingestion may not import GRDB"),
    ("Sources/Charting/Bar.swift", "package import Analysis", "Charting may not import Analysis"),
    ("Sources/Analysis/Churn.swift", "import FoundationNetworking", "Analysis may not import FoundationNetworking"),
    ("Sources/fairlead/Commands/Build.swift", "import Modeling", "fairlead may not import Modeling"),
    ("Sources/Novelty/A.swift", "import Foundation", "the target Novelty is not in the import graph"),
  ])
  func aForbiddenImportIsFound(path: String, text: String, expected: String) {
    let found = ImportGraph.violations(in: [SourceFile(path: path, text: text + "\n")])
    #expect(found.count == 1)
    #expect(found.first?.contains(expected) == true)
  }

  @Test(arguments: [
    ("Sources/Modeling/Models/KMeans.swift", "import Computation\nimport RealModule\nimport Glibc"),
    ("Sources/fairlead/Commands/Lab/Segment.swift", "import Modeling"),
    ("Sources/Modeling/A.swift", "// import Warehouse\n/* import GRDB */\nlet text = \"\"\"\nimport Warehouse\n\"\"\""),
  ])
  func anAllowedImportIsNot(path: String, text: String) {
    #expect(ImportGraph.violations(in: [SourceFile(path: path, text: text)]) == [])
  }
}
