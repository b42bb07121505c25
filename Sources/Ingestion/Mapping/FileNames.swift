/// Names of files as a mapping gives them: `*` stands for any letters, and case does not matter.
package struct FileNames: Hashable, Sendable {
  package let patterns: [String]

  package init(_ patterns: [String]) { self.patterns = patterns }

  /// `file`: inside an archive `archive.zip/entry.csv`, where either name will do.
  func hold(_ file: String) -> Bool {
    let names = file.lowercased().split(separator: "/")
    return patterns.contains { pattern in
      let pattern = pattern.lowercased()
      return names.contains { FileNames.fits($0, pattern) }
    }
  }

  private static func fits(_ name: Substring, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return name == pattern }
    guard name.hasPrefix(first), name.dropFirst(first.count).hasSuffix(last) else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let place = rest.firstRange(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }

  /// A pattern for files that are named like this one whatever figures are in their names: `radio*` for
  /// `radio_2026-03.csv`.
  package static func pattern(for file: String) -> String {
    let parts = file.split(separator: "/").map(String.init)
    // A sheet follows the name of its workbook.
    let stem = ExportName(parts.last { $0.contains(".") } ?? parts.last ?? file).leaf
    let words = stem.split(whereSeparator: \.isNumber).map(FileNames.trimmed)
    guard let word = words.first(where: { $0.count > 1 }) else { return stem + "*" }
    let start = stem.hasPrefix(word) ? "" : "*"
    return "\(start)\(word)*"
  }

  /// Without what is no letter at its ends.
  private static func trimmed(_ words: Substring) -> Substring {
    guard let first = words.firstIndex(where: \.isLetter), let last = words.lastIndex(where: \.isLetter) else {
      return ""
    }
    return words[first...last]
  }
}
