/// What is known of an export file once it has been read: the header of its lineage.
package struct SourceFile: Hashable, Sendable {
  /// File name without folders; inside an archive, `archive.zip/entry.csv`; unzipped, `archive/entry.csv`.
  package var name: String
  /// Lower-case hexadecimal SHA-256 of the file's bytes (of the unpacked entry's, inside an archive), by which the same
  /// file is known again; of the same bytes as another export's, that of their SHA-256 and of what is said of this one.
  package var digest: String
  package var byteCount: Int
  /// The format's type name, for example `MetaAdsReport`; of a mapping, its name behind `mappingPrefix`.
  package var format: String
  package var isVerified: Bool
  /// To which those of its records belong that name no account, shop, list or place of their own; "" where nobody has
  /// said so.
  package var account = ""
  package var encoding: String
  package var currency: Currency?
  /// IANA name, offset or what the vendor calls it; nil where the file does not say.
  package var timeZone: String?
  package var window: DateWindow?
  /// The moment of export as the file itself states it, or a date in its name; never a file system's time stamp.
  package var exportedDay: Day?
  /// Whether nothing but the sheet of a workbook tells what a row is of, so that none repeats a row of another sheet.
  package var sheetsAreApart = false
  /// Whose columns it has; nil where its tables have columns of their own each.
  package var source: SourceIdentity?
  package var columns: [SourceColumn] = []
  /// How they differ from those of the first file of its source.
  package var columnChanges: [ColumnChange] = []

  package static let mappingPrefix = "mapping "

  package init(name: String, digest: String, byteCount: Int, format: String, isVerified: Bool, encoding: String) {
    self.name = name
    self.digest = digest
    self.byteCount = byteCount
    self.format = format
    self.isVerified = isVerified
    self.encoding = encoding
  }
}
