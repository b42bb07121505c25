import Foundation
import Testing

@testable import Warehouse

/// The texts in `Queries/` must run on other engines too: what five of them were seen to disagree on stays out.
@Suite struct QueryDialectTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Warehouse/Queries")

  static func texts() throws -> [(file: String, sql: String)] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.flatMap { file in
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let blocks = source.components(separatedBy: "\"\"\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      let lines = source.split(separator: "\n").filter { $0.contains("SQL = \"SELECT") }.compactMap {
        $0.split(separator: "\"").dropFirst().first.map(String.init)
      }
      return (blocks + lines).map { (file, $0) }
    }
  }

  static let forbidden = [
    #"\bQUALIFY\b"#, #"\bRECURSIVE\b"#, #"\bGROUPS\b"#, #"\bLIKE\b"#, #"\bROUND\s*\("#, #"\bLENGTH\s*\("#,
    #"\bLOWER\s*\("#, #"\bUPPER\s*\("#, #"\bIFNULL\s*\("#, #"\b(STRFTIME|DATE|JULIANDAY|UNIXEPOCH)\s*\("#, #"_CONCAT"#,
    #"\bSTRING_AGG\b"#, #"\bJSON"#, #"\b1\.0\s*\*"#, "\"", #"\bON CONFLICT\b"#, #"\bINSERT\b"#, #"\bMERGE\b"#,
    #"\bTOTAL\s*\("#, #"\bAVG\s*\("#, #"OVER\s*\((?!\s*PARTITION BY)"#, #"(?<!AS DOUBLE\)) / "#, #" / (?!NULLIF)"#,
  ]

  static func faults(_ sql: String) -> [String] {
    forbidden.filter { sql.range(of: $0, options: [.regularExpression, .caseInsensitive]) != nil }
  }

  @Test func everyTextKeepsToTheDialect() throws {
    let texts = try QueryDialectTests.texts()
    #expect(texts.count >= 15)
    for (file, sql) in texts { #expect(QueryDialectTests.faults(sql) == [], "\(file)") }
  }

  @Test(arguments: [
    "SELECT a / b FROM t", "SELECT SUM(x) OVER (ORDER BY day) FROM t", "SELECT strftime('%Y', d) FROM t",
    "SELECT x FROM t WHERE name LIKE 'a%'", "SELECT 1.0 * a FROM t", "SELECT \"a\" FROM t",
  ])
  func theLintSeesAFault(_ sql: String) { #expect(!QueryDialectTests.faults(sql).isEmpty) }
}
