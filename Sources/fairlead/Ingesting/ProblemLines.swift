/// What is wrong with a file's rows, for people: what many rows have in common is said once.
enum ProblemLines {
  /// At most `most` sentences, and how many of `problems` they tell of.
  static func sentences(_ problems: [FileReport.Problem], most: Int) -> (lines: [String], told: Int) {
    var groups: [(first: FileReport.Problem, alike: [Int])] = []
    for problem in problems {
      let place = groups.firstIndex {
        problem.line != nil && $0.first.line != nil && $0.first.column == problem.column
          && $0.first.expected == problem.expected
      }
      if let place, let line = problem.line {
        groups[place].alike.append(line)
      } else {
        groups.append((problem, []))
      }
    }
    var lines: [String] = []
    var told = 0
    for (first, alike) in groups.prefix(most) {
      lines.append(first.sentence)
      told += 1 + alike.count
      guard !alike.isEmpty else { continue }
      let shown = alike.prefix(5).map(String.init).joined(separator: ", ")
      lines.append(
        "the same in \(alike.count == 1 ? "line" : "lines") \(shown)"
          + (alike.count > 5 ? " and \(alike.count - 5) more" : ""))
    }
    return (lines, told)
  }
}
