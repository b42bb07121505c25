/// What became of each export, for people: one line a file, and a line below it for what needs attention.
enum FileTable {
  private static let shownProblems = 8

  static func text(_ reports: [FileReport]) -> String {
    guard !reports.isEmpty else { return "No exports found.\n" }
    var text = ""
    for report in reports {
      let name = Terminal.shown(report.path)
      var line = "\(report.status.rawValue)  \(name)"
      if let what = report.format ?? (report.status == .unrecognised ? "not recognised" : nil) { line += "  \(what)" }
      if let first = report.firstDay, let last = report.lastDay { line += "  \(first) to \(last)" }
      if report.rowsRead > 0 {
        line += "  \(report.rowsRead) rows:"
        line += [
          ("loaded", report.rowsLoaded), ("updated", report.rowsUpdated), ("unchanged", report.rowsUnchanged),
          ("skipped", report.rowsSkipped), ("rejected", report.rowsRejected),
        ].filter { $0.1 > 0 }.map { " \($0.1) \($0.0)" }.joined(separator: ",")
      }
      text += line + "\n"
      if let message = report.message, report.status.isUnusable {
        text += "  \(message)\n"
      }
      // Of a file that was known before, only what is odd about the file as a whole is news.
      let isNew = report.status == .loaded || report.status == .partial || report.rowsRejected > 0
      if report.status == .loaded || report.status == .partial {
        for note in report.notes { text += "  \(Terminal.shown(note))\n" }
      }
      let isKnown = report.status == .unchanged || report.status == .superseded
      let problems = isNew ? report.problems : report.problems.filter { isKnown && $0.line == nil }
      let told = ProblemLines.sentences(problems, most: shownProblems)
      for sentence in told.lines { text += "  \(sentence)\n" }
      let rest = problems.count - told.told
      if rest > 0 { text += "  and \(rest) more; `fairlead inspect` shows them\n" }
    }
    return text
  }
}
