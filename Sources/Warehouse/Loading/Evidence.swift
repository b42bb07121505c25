import Vocabulary

/// What tells which of two exports is the newer: the day of export that the file or its name states, else the covered
/// end; never a file system's time stamp or the order of loading.
///
/// A file that does not say when it was made was made at its end or later. So it is the older where the other was made
/// later and reaches further, the newer where it ends after the other was made; where it reaches further than one that was
/// made after its end, nothing tells. What is newer is always greater by `rank`: no three files go round in a circle.
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
    if let own = made, let others = other.made, own != others { return own > others ? .newer : .older }
    if let own = lastDay, let others = other.lastDay, own != others {
      // A running month is told to its end: then the stated days decide, and without one nothing does.
      if mayBeOlder(than: other) { return exportedDay == nil ? .tie : .older }
      if other.mayBeOlder(than: self) { return other.exportedDay == nil ? .tie : .newer }
      return own > others ? .newer : .older
    }
    guard lastDay == other.lastDay, let own = exportedDay, let others = other.exportedDay, own != others else {
      return .tie
    }
    return own > others ? .newer : .older
  }

  /// The same as a condition on two rows with `lastDay` and `exportedDay`, of which the first is never null.
  static func isNewer(_ own: String, than other: String) -> String {
    """
    CASE
      WHEN \(own).exportedDay >= \(own).lastDay AND \(other).exportedDay >= \(other).lastDay
          AND \(own).exportedDay <> \(other).exportedDay
        THEN \(own).exportedDay > \(other).exportedDay
      WHEN \(own).lastDay <> \(other).lastDay
        THEN CASE
          WHEN \(own).lastDay > \(other).lastDay
            THEN COALESCE(\(own).exportedDay >= \(own).lastDay, FALSE)
              OR COALESCE(\(other).exportedDay < \(own).lastDay + (\(own).exportedDay IS NOT NULL), TRUE)
          ELSE \(other).exportedDay < \(other).lastDay AND \(own).exportedDay > \(other).lastDay
        END
      ELSE \(own).exportedDay > \(other).exportedDay
    END
    """
  }

  /// Whether it reaches further than a file that was made after its end, and does not say when it was made itself.
  func lacksDay(beside other: Evidence) -> Bool { exportedDay == nil && mayBeOlder(than: other) }

  private func mayBeOlder(than other: Evidence) -> Bool {
    guard made == nil, let lastDay, let others = other.lastDay, let madeThen = other.made else { return false }
    return lastDay > others && (exportedDay == nil ? lastDay <= madeThen : lastDay < madeThen)
  }

  /// For what may not hang on the order of loading though nothing tells which file is the newer.
  func ranks(above other: Evidence) -> Bool? {
    let (own, others) = (rank, other.rank)
    return own == others ? nil : others.lexicographicallyPrecedes(own)
  }

  /// The same as one text for a row with both and a digest, of which `lastDay` is never null; greater is newer, and of
  /// equals the digest decides. Days are those from 1970 on, for 2,800 years.
  static func place(of file: String) -> String { "\(rank(of: file)) || \(file).digest" }

  /// The same without a digest, equal where nothing tells which is the newer.
  static func rank(of file: String) -> String {
    let made = "COALESCE(\(file).exportedDay, \(file).lastDay)"
    return "printf('%020d', (MAX(\(file).lastDay, \(made)) * 1048576 + \(file).lastDay) * 1048576"
      + " + COALESCE(\(file).exportedDay, 0))"
  }

  private var rank: [Int] {
    [max(lastDay ?? .min, exportedDay ?? .min), lastDay ?? .min, exportedDay ?? .min]
  }

  /// No export is made before what it tells of: an earlier day is a month's name, or a campaign's.
  var made: Int? { exportedDay.flatMap { $0 >= lastDay ?? $0 ? $0 : nil } }
}

extension SourceFile {
  /// The window where the file says which days it covers.
  var datedWindow: DateWindow? { window.flatMap { $0.isUndated ? nil : $0 } }
}
