import GRDB
import Vocabulary

/// Rows of an older file that a newer one does not hold though it covers their days.
package struct LackedRows: Equatable, Sendable {
  /// SHA-256 of the newer file.
  package var digest: String
  /// Its name.
  package var file: String
  /// SHA-256 of the older file.
  package var olderDigest: String
  package var rows: Int
  /// From the first of their days to the last.
  package var window: DateWindow

  /// Nil for a row without days.
  init?(_ row: Row) {
    guard let window = DateWindow(first: Day(number: row["firstDay"]), last: Day(number: row["lastDay"])) else {
      return nil
    }
    self.init(
      digest: row["digest"], file: row["name"], olderDigest: row["olderDigest"], rows: row["rowCount"], window: window)
  }

  init(digest: String, file: String, olderDigest: String, rows: Int, window: DateWindow) {
    self.digest = digest
    self.file = file
    self.olderDigest = olderDigest
    self.rows = rows
    self.window = window
  }
}
