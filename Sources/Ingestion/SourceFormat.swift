import Vocabulary

/// One vendor's report: how it is known, and how its records become facts.
protocol SourceFormat: RecordMapper {
  /// As a reader of messages calls it.
  static var title: String { get }
  /// Whether a real file stands behind it.
  static var isVerified: Bool { get }

  /// Whether one export lies on several sheets of a workbook, each a table of its own.
  static var spansSheets: Bool { get }

  /// Whether an archive of this report is called so, ending or not. A folder of such a name is one that was unzipped.
  static func namesArchive(_ name: String) -> Bool

  /// Nil when this header, after these lines, is not the report's.
  init?(_ opening: Opening)
}

extension SourceFormat {
  static var spansSheets: Bool { false }

  static func namesArchive(_ name: String) -> Bool { false }

  /// The type's name, for lineage and `--json`.
  static var name: String { "\(Self.self)" }

  var formatName: String { Self.name }
  var reportTitle: String { Self.title }
  var isVerified: Bool { Self.isVerified }
  var spansSheets: Bool { Self.spansSheets }
}

/// The beginning of a table: what stands before the header, and the header.
struct Opening {
  let preamble: [[String]]
  let header: Header
  /// Line of the last preamble record, for messages.
  let preambleLine: Int
  /// The document's element for XML, "" for everything else.
  let rootName: String
  /// Whether the header is the columns of JSON records; a record's cells stand in their order, as in delimited text.
  var isJSON = false
  /// The sheet of a workbook, from 1; 0 elsewhere.
  var section = 0
  /// The row below the header, for reports that are known by how they write their cells; empty where there is none, and
  /// for JSON and XML.
  var firstRow: [String] = []
  /// Whether its cells may show thousands or millions of what they hold.
  var scalesNumbers = false
  /// Of delimited text, for reports that anybody's sheet may look like; "" elsewhere.
  var fileName = ""

  /// The same table without the columns of these keys, which lose their names.
  func leavingOut(_ keys: Set<String>) -> Opening {
    let names = zip(header.names, header.keys).map { keys.contains($1) ? "" : $0 }
    return Opening(
      preamble: preamble, header: Header(names), preambleLine: preambleLine, rootName: rootName, isJSON: isJSON,
      section: section, firstRow: firstRow, scalesNumbers: scalesNumbers, fileName: fileName)
  }
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
  /// Which of its export's tables a file is, where the columns' meanings do not tell.
  var part = ""
  /// The figures that the file has columns for.
  var metrics: Set<TotalMetric> = []
  /// What is odd about the file and no fault of a row, a sentence each.
  var notes: [String] = []
  /// Cells that had to be left out of rows that are kept.
  var damages: [RejectedRow] = []
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

extension Findings {
  /// With the meanings and figures of further fields in the same header.
  func completed(by other: Findings) -> Findings {
    var all = self
    for index in other.columns.indices where all.columns[index].meaning == nil {
      all.columns[index].meaning = other.columns[index].meaning
    }
    all.metrics.formUnion(other.metrics)
    return all
  }

  /// Sheets of the same columns name them once.
  func withColumns(of first: Findings) -> Findings {
    var all = self
    all.columns = first.columns
    return all
  }
}

extension Findings {
  /// What every table says of itself: the columns that gave it away, what each fills, the declared zone.
  init<Field>(_ map: ColumnMap<Field>, knownBy fields: [Field], _ options: ReadOptions) {
    let names = fields.filter { map.has($0) }.map { "\"\(map.name($0))\"" }
    reason = "columns \(names.joined(separator: " and "))"
    columns = map.meanings
    timeZone = options.timeZone
  }
}
