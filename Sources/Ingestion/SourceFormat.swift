import Vocabulary

/// One vendor's report: how it is known, and how its records become facts.
///
/// A value goes through a file twice. First it sees every record after the header (`survey`) and decides what only the
/// whole file can tell (`settle`); then it maps them in the same order (`map`). A record gives facts, or is noted as
/// skipped, or is refused with a `RowProblem`.
protocol SourceFormat: Sendable {
  /// As a reader of messages calls it.
  static var title: String { get }
  /// Whether a real file stands behind it.
  static var isVerified: Bool { get }

  /// Whether one export lies on several sheets of a workbook, each a table of its own.
  static var spansSheets: Bool { get }

  /// Nil when this header, after these lines, is not the report's.
  init?(_ opening: Opening)

  /// How many cells a record must have; nil where the format looks after it.
  var width: Int? { get }

  mutating func survey(_ record: RawRecord)
  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings
  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem)
}

extension SourceFormat {
  static var spansSheets: Bool { false }

  /// The type's name, for lineage and `--json`.
  static var name: String { "\(Self.self)" }
}

/// The beginning of a table: what stands before the header, and the header.
struct Opening {
  let preamble: [[String]]
  let header: Header
  /// Line of the last preamble record, for messages.
  let preambleLine: Int
  /// The document's element for XML, "" for everything else.
  let rootName: String
  /// The sheet of a workbook, from 1; 0 elsewhere.
  var section = 0
  /// Whether the header is the columns of JSON records; a record's cells stand in their order, as in delimited text.
  var isJSON = false
}

/// What the survey of a file has found out.
struct Findings {
  /// Which columns gave the report away.
  var reason = ""
  var columns: [ColumnMeaning] = []
  var currency: Currency?
  var timeZone: String?
  var window: DateWindow?
  var exportedDay: Day?
  var account: String?
  /// The figures that the file has columns for, whether or not any row fills them.
  var metrics: Set<TotalMetric> = []
  /// What is odd about the file, one sentence each.
  var notes: [String] = []
}

extension Findings {
  /// These and those of a further sheet.
  func joined(with other: Findings, sheet: String) -> Findings {
    var all = self
    all.columns += other.columns
    all.currency = currency ?? other.currency
    all.window = other.window.map { window?.union($0) ?? $0 } ?? window
    all.account = account ?? other.account
    all.metrics.formUnion(other.metrics)
    all.notes += other.notes.map { "\(sheet): \($0)" }
    return all
  }
}
