/// What became of each export, for people: one line a file, and a line below it for what needs attention.
enum FileTable {
  static func text(_ reports: [FileReport]) -> String {
    guard !reports.isEmpty else { return "No exports found.\n" }
    var text = ""
    for report in reports {
      let name = Terminal.shown(report.path)
      let what = report.format ?? "not recognised"
      var line = "\(report.status.rawValue)  \(name)  \(what)"
      if let first = report.firstDay, let last = report.lastDay { line += "  \(first) to \(last)" }
      if report.rowsRead > 0 {
        line += "  \(report.rowsRead) rows:"
        line += [
          ("loaded", report.rowsLoaded), ("updated", report.rowsUpdated), ("unchanged", report.rowsUnchanged),
          ("skipped", report.rowsSkipped), ("rejected", report.rowsRejected),
        ].filter { $0.1 > 0 }.map { " \($0.1) \($0.0)" }.joined(separator: ",")
      }
      text += line + "\n"
      if let message = report.message, report.status == .unrecognised || report.status == .unreadable {
        text += "  \(message)\n"
      }
      guard report.status == .loaded || report.status == .partial || report.rowsRejected > 0 else { continue }
      for problem in report.problems.prefix(3) { text += "  \(problem.sentence)\n" }
    }
    return text
  }
}
