import Foundation

/// The distinct levels of a categorical column, in an order and a spelling that do not depend on the order of rows.
enum Levels {
  /// By Unicode scalars, each in composed form: "é" is one level whether a file spells it with one scalar or two.
  static func distinct(_ values: [String?]) -> [String] {
    sorted(Set(values.compactMap { $0 }))
  }

  static func sorted(_ levels: some Collection<String>) -> [String] {
    levels.map { composed($0) }.sorted { precedes($0, $1) }
  }

  static func precedes(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }

  static func composed(_ level: String) -> String {
    level.utf8.allSatisfy { $0 < 0x80 } ? level : level.precomposedStringWithCanonicalMapping
  }

  static func places(_ levels: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
  }
}
