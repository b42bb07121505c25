/// What became of a file: rowsRead = loaded + updated + unchanged + skipped + rejected, per physical data record.
package struct LoadReport: Equatable, Sendable {
  package enum Status: String, Sendable {
    /// At least one row is new or updates an older figure, or the file holds no data record at all.
    case loaded
    /// Every fact was known already.
    case unchanged
    /// Facts differ from those of a newer file, which stand.
    case superseded
    /// Some rows were rejected.
    case partial
  }

  package var status: Status
  package var rowsRead = 0
  package var rowsLoaded = 0
  package var rowsUpdated = 0
  package var rowsUnchanged = 0
  package var rowsSkipped = 0
  package var rowsRejected = 0
  /// Those of the unchanged rows that repeat an earlier row of the same file word for word, and so are not counted
  /// a second time. Worth a warning: a platform does not deliver such rows.
  package var rowsRepeated = 0

  /// Those of the unchanged rows that tell otherwise what a newer file tells, and the name of such a file.
  package var rowsSuperseded = 0
  package var supersededBy: String?

  package init(status: Status) { self.status = status }
}
