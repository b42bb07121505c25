/// Expressions that the house refuses, where it refuses them.
enum ForbiddenCode {
  /// A bare word matches as a whole word; other texts match as they stand.
  private static let everywhere = ["try!", "as!", "public"]
  private static let onlyInTheTool = [
    "print(", "debugPrint(", "dump(", "Date()", "Date.now", "ProcessInfo", "getenv", "CommandLine", "ContinuousClock",
    "SuspendingClock", "clock_gettime", "gettimeofday", "time(nil)", "DispatchTime.now", "SystemRandomNumberGenerator",
    "UUID()", ".randomElement()", ".shuffled()", "hashValue", "Hasher()", "FileHandle.standardOutput",
    "FileHandle.standardError", "URLSession",
  ]
  /// Spelt in two halves, so that this file does not report itself.
  private static let leftovers = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

  static func violations(in files: [SourceFile]) -> [String] {
    files.flatMap { file -> [String] in
      let refused = file.target == "fairlead" ? everywhere : everywhere + onlyInTheTool
      var found: [String] = []
      for (number, line) in file.bareCode.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        for text in refused where occurs(text, in: line) { found.append("\(file.path):\(number + 1): \(text)") }
      }
      return found
    }
  }

  /// Notes to oneself, in code or comments.
  static func leftovers(in files: [SourceFile]) -> [String] {
    files.flatMap { file -> [String] in
      file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line in
        leftovers.filter { occurs($0, in: line) }.map { "\(file.path):\(number + 1): \($0)" }
      }
    }
  }

  private static func occurs(_ text: String, in line: Substring) -> Bool {
    let isWord: (Character) -> Bool = { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let first = text.first, let last = text.last else { return false }
    return line.ranges(of: text).contains { range in
      if isWord(first), range.lowerBound > line.startIndex {
        let before = line[line.index(before: range.lowerBound)]
        if isWord(before) || (before == "." && text.hasSuffix("(")) { return false }
      }
      return !(isWord(last) && range.upperBound < line.endIndex && isWord(line[range.upperBound]))
    }
  }
}
