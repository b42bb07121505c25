import Vocabulary

/// What tells which of two exports is the newer: the covered end, then the day of export that the file or its name
/// states; never a file system's time stamp or the order of loading. Where one of the two lacks a part, that part
/// says nothing.
struct Evidence: Equatable {
  var lastDay: Int?
  var exportedDay: Int?

  init(lastDay: Int?, exportedDay: Int?) {
    self.lastDay = lastDay
    self.exportedDay = exportedDay
  }

  init(_ file: SourceFile) {
    self.init(lastDay: file.datedWindow?.last.number, exportedDay: file.exportedDay?.number)
  }

  enum Verdict { case newer, older, tie }

  func verdict(against other: Evidence) -> Verdict {
    for (mine, theirs) in [(lastDay, other.lastDay), (exportedDay, other.exportedDay)] {
      if let mine, let theirs, mine != theirs { return mine > theirs ? .newer : .older }
    }
    return .tie
  }
}

extension SourceFile {
  /// The window where the file says which days it covers.
  var datedWindow: DateWindow? { window.flatMap { $0.isUndated ? nil : $0 } }
}
