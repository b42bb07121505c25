/// Files that a reader can hold in the head: none past 600 lines, half of them under 150.
enum FileSizes {
  static let limit = 600
  static let worthAsking = 400
  static let median = 150

  static func violations(in files: [SourceFile]) -> [String] {
    var found = files.filter { $0.lineCount > limit }
      .map { "\($0.path): has \($0.lineCount) lines; expected at most \(limit); split it" }
    let counts = files.map(\.lineCount).sorted()
    if !counts.isEmpty, counts[counts.count / 2] >= median {
      found.append("half of the files have \(counts[counts.count / 2]) lines or more; expected under \(median)")
    }
    return found
  }

  static func longFiles(in files: [SourceFile]) -> [String] {
    files.filter { $0.lineCount > worthAsking }.map { "\($0.path): \($0.lineCount) lines" }
  }
}
