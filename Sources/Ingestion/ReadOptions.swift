import Vocabulary

/// What the user has said about files that do not say it themselves. The file's own words go first.
package struct ReadOptions: Sendable {
  /// A locale such as "de" or "pt-BR": decides numbers and dates that read both ways, and the code page of a file
  /// that is not UTF-8.
  package var locale: String?
  package var dateOrder: DateOrder?
  package var timeZone: String?
  package var currency: Currency?
  /// Whose figures they are where a file does not name an account, site, profile or shop.
  package var account: String?
  package var limits: Limits
  /// The user's own tables. One that does not go first is asked only about a table that no format knows.
  package var mappings: [TableMapping]
  /// Keys of columns that are read as if they were not there.
  package var leftOut: Set<String> = []
  /// What lies beside the file to say what it is filtered by.
  var filters = FilterTable.none
  /// Whether a spreadsheet that writes decimal commas seems to have saved the file: semicolons part its cells. Then the way in
  /// which the vendor writes numbers says nothing any more.
  var hasSemicolons = false
  /// The business's secret by which visitors in access logs become pseudonyms; the same for all of its files.
  package var pseudonymKey: [UInt8]
  /// Whether an export is given the digest by which a warehouse knows it. A plain file that is only looked at can do
  /// without, and is gone through once less.
  package var identifies = true
  /// Whether a table is looked at for a known report at all; not again where none was found in it before.
  package var looksForReports = true

  package init(
    locale: String? = nil, dateOrder: DateOrder? = nil, timeZone: String? = nil, currency: Currency? = nil,
    limits: Limits = .standard, mappings: [TableMapping] = [], pseudonymKey: [UInt8] = []
  ) {
    self.locale = locale
    self.dateOrder = dateOrder
    self.timeZone = timeZone
    self.currency = currency
    self.limits = limits
    self.mappings = mappings
    self.pseudonymKey = pseudonymKey
  }

  var convention: LocaleConvention? { locale.flatMap(LocaleConvention.init) }
}
