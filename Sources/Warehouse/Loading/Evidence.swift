import Vocabulary

/// What tells which of two exports is the newer: the covered end, then the day of export that the file or its name
/// states; never a file system's time stamp or the order of loading. Where one of the two lacks a part, that part
/// says nothing.
///
/// Of things in their latest known state – orders, contacts, deals – the end is the day when the last of them began, which
/// a filter cuts; there the day of export comes first, if it is one: no export is made before what it tells of.
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

  func verdict(against other: Evidence, ofStates: Bool = false) -> Verdict {
    let ends = (lastDay, other.lastDay)
    let exports = (exportedDay, other.exportedDay)
    let exportsComeFirst = ofStates && knowsItsExport && other.knowsItsExport
    for (mine, theirs) in exportsComeFirst ? [exports, ends] : [ends, exports] {
      if let mine, let theirs, mine != theirs { return mine > theirs ? .newer : .older }
    }
    return .tie
  }

  private var knowsItsExport: Bool { exportedDay.map { $0 >= lastDay ?? $0 } ?? false }
}

extension SourceFile {
  /// The window where the file says which days it covers.
  var datedWindow: DateWindow? { window.flatMap { $0.isUndated ? nil : $0 } }
}
