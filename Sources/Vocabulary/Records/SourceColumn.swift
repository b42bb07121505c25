/// A column of an export as it was found. Later exports of the same source are held to those of the first.
package struct SourceColumn: Hashable, Sendable {
  /// The form by which headers are compared; a header that stands twice has its number behind it.
  package var key: String
  /// As the file writes it.
  package var header: String
  /// What it fills, "" where it is not loaded.
  package var field: String
  package var content: ColumnContent
  /// How its dates or numbers are written, `D.D.Y` or `1.234,5`; "" where nothing in it depends on that.
  package var form: String
  /// In the header or beside its amounts.
  package var currency: Currency?
  /// Whether the first export had it.
  package var isOriginal = true
  /// Which set of columns of its source it belongs to, from 1: one report may be exported with several.
  package var shape = 1

  package init(
    key: String, header: String, field: String, content: ColumnContent, form: String, currency: Currency? = nil
  ) {
    self.key = key
    self.header = header
    self.field = field
    self.content = content
    self.form = form
    self.currency = currency
  }
}

/// Whose columns they are: exports of one report of one account have the same.
package struct SourceIdentity: Hashable, Sendable {
  package var format: String
  /// "" where the export does not say.
  package var account: String
  /// What splits the report's rows: an export by age and one by gender are two reports, as are the parts of one that
  /// comes in several files.
  package var variant: String

  package init(format: String, account: String, variant: String) {
    self.format = format
    self.account = account
    self.variant = variant
  }
}

/// What is odd about an export's columns beside those of the first export of its source.
package struct ColumnChange: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable { case gone, added, renamed, content, form, currency, order }

  package var kind: Kind
  /// The column's header; the new one of a new column; "" for the file as a whole.
  package var header: String
  package var found: String
  package var expected: String
  /// Whether any figure hangs on it.
  package var isLoaded: Bool

  package init(_ kind: Kind, header: String, found: String, expected: String, isLoaded: Bool = true) {
    self.isLoaded = isLoaded
    self.kind = kind
    self.header = header
    self.found = found
    self.expected = expected
  }
}
