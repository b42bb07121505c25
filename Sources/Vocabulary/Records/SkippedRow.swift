/// A data record that was read and rightly holds no fact; the reason is counted and shown.
package struct SkippedRow: Hashable, Sendable {
  package var line: Int
  package var reason: Reason

  package enum Reason: String, Sendable, CaseIterable {
    case blank, totals, footer, repeatedHeader, filler, noData
    /// How something is set up or what it is called: no result of it.
    case settings, reference
    /// Marked by the tool itself as deleted, as a test, or as none of the account's figures by the account's settings.
    case deleted, test, filtered
    /// Of an access log: by a program, for a picture or a script, not answered with a page, or a connection over which
    /// nothing was asked.
    case robot, asset, noPage, noRequest
    /// A count that another row of the file gives under another name.
    case overlapping
    /// Of a kind that the report is not read for, such as text messages among e-mails.
    case otherKind
  }

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }
}
