import Vocabulary

/// What a file is, after its whole length has been looked at once.
package struct Recognition: Sendable {
  /// The format's type name, for example `MetaAdsReport`.
  package let format: String
  /// As a reader of messages calls it.
  package let title: String
  package let isVerified: Bool
  /// Which columns gave it away.
  package let reason: String
  package let encoding: String
  package let dialect: String
  package let columns: [ColumnMeaning]
  package let currency: Currency?
  /// A mark beside the amounts that several currencies share, such as `$`.
  package let currencyMark: String?
  /// IANA name, offset, or what the vendor calls it.
  package let timeZone: String?
  /// The days that the file covers; nil where it does not say.
  package let window: DateWindow?
  package let exportedDay: Day?
  package let account: String?
  /// What is odd about the file and no fault of a row, a sentence each.
  package let notes: [String]

  /// Cells that are left out of rows that are kept.
  let damages: [RejectedRow]
  /// Nil where the file's tables have columns of their own each.
  package let source: SourceIdentity?
  /// As they stand in the file.
  package let sourceColumns: [SourceColumn]

  let reader: any RecordMapper
  let metrics: Set<TotalMetric>
  let layout: Layout

  /// How to come to the records again.
  enum Layout: Sendable {
    case delimited(DelimitedLayout)
    /// Sheets with their readers, of which `reader` is the first.
    case grid([SheetPart])
    case log(LogLayout)
    /// With a header, records are laid out by it before they are read. `countsRecords`: see `XMLReader`.
    case xml(Header?, countsRecords: Bool)
    case json(JSONLayout)
  }
}

extension Recognition {
  /// The name of the user's mapping by which the file is read; nil where a format reads it.
  package var mapping: String? { (reader as? MappedTable)?.mappingName }

  /// Whether nothing but the sheet tells what a row is of: a mapping that reads no names reads sheets of several kinds.
  package var sheetsAreApart: Bool {
    guard layout.isOnAlikeSheets, case .grid(let sheets) = layout, let table = reader as? MappedTable else {
      return false
    }
    return !table.namesRows && Set(sheets.map(\.layout.columns)).count > 1
  }
}

extension Recognition.Layout {
  /// Whether one table lies on several sheets, which have the same columns, or of which a mapping reads the same.
  var isOnAlikeSheets: Bool {
    guard case .grid(let sheets) = self, sheets.count > 1, let first = sheets.first else { return false }
    return !first.format.spansSheets
  }
}

/// Where the data records of a delimited file begin, and where the full ones end.
struct DelimitedLayout: Sendable {
  var encoding: TextEncoding
  var markLength: Int
  var dialect: Dialect
  /// Records before the first data record, the header included.
  var leadingRecords: Int
  var header: Header
  /// Line of the last record as wide as the header; single cells after it are a footer.
  var lastFullLine = 0
  /// What its cells hold for nothing.
  var nullWords = NullWords()
}

/// Where the data rows of a sheet begin, and where the full ones end.
struct GridLayout: Sendable {
  /// As its traits number it.
  var sheet: Int
  /// Rows before the first data row, the header included; blank ones do not count.
  var leadingRows: Int
  var header: Header
  /// Cells that are not there are empty.
  var isSparse: Bool
  /// Line of the last row with more than one filled cell, or, where cells cannot be missing, as wide as the header.
  var lastFullLine = 0
  /// What its cells hold for nothing.
  var nullWords = NullWords()

  /// The keys of those that have a name.
  var columns: Set<String> { Set(header.keys.filter { !$0.isEmpty }) }

  mutating func note(_ record: RawRecord) {
    let isFull =
      isSparse ? (1..<max(1, record.count)).contains { !record[$0].isEmpty } : record.count >= header.count
    if isFull { lastFullLine = record.line }
  }
}

/// Where the records of a JSON file lie, and their columns.
struct JSONLayout: Sendable {
  var encoding: TextEncoding
  var markLength: Int
  var shape: JSONShape
  /// Every name that occurs in the file, in the order of first use.
  var columns: [String]
  /// Whether several records stand in one line, so that they are counted instead.
  var countsRecords: Bool
  var notes: [RejectedRow] = []
  /// Paths of further lists of much the same records.
  var leftOut: [[String]] = []
  /// What its cells hold for nothing.
  var nullWords = NullWords()
}

/// One sheet of an export, and what reads it.
struct SheetPart: Sendable {
  let layout: GridLayout
  let format: any RecordMapper
}

/// What reading a file has come to. `rowsRead` = rows with facts + skipped + rejected.
package struct ReadSummary: Sendable {
  package var sourceFile: SourceFile
  /// The name of the user's mapping by which the file was read; nil where a format has read it.
  package var mapping: String?
  /// Data records after the header, whatever became of them.
  package var rowsRead = 0
  package var rowsSkipped = 0
  package var rowsRejected = 0
  /// Millionths. A metric that no row tells is absent, which is not 0.
  package var totals: [TotalMetric: Int64] = [:]
  /// What keeps `totals` from being what they look like, a sentence each.
  package var caveats: [String] = []
  /// Rows that repeat an earlier one word for word, among the first of a long file.
  package var rowsRepeated = 0
  /// What the file's own totals say about its rows, a sentence each.
  package var notes: [String] = []
  /// What the sums of money are in, as far as their rows say.
  package var units: [TotalMetric: Currency] = [:]
  /// The first hundred.
  package var problems: [RejectedRow] = []
  /// Among the problems are also cells that were left out of rows that are kept.
  package var firstRejected: RejectedRow?
  /// Whether any row, or the file as a whole, has become a fact.
  package var hasFacts = false

  package init(sourceFile: SourceFile) { self.sourceFile = sourceFile }
}
