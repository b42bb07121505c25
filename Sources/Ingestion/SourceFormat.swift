import Vocabulary

/// One vendor's report: how it is known, and how its records become facts.
protocol SourceFormat: RecordMapper {
  /// As a reader of messages calls it.
  static var title: String { get }
  /// Whether a real file stands behind it.
  static var isVerified: Bool { get }

  /// Nil when this header, after these lines, is not the report's.
  init?(_ opening: Opening)
}

extension SourceFormat {
  /// The type's name, for lineage and `--json`.
  static var name: String { "\(Self.self)" }

  var formatName: String { Self.name }
  var reportTitle: String { Self.title }
  var isVerified: Bool { Self.isVerified }
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

  /// The same table without the columns of these keys, which lose their names.
  func leavingOut(_ keys: Set<String>) -> Opening {
    let names = zip(header.names, header.keys).map { keys.contains($1) ? "" : $0 }
    return Opening(
      preamble: preamble, header: Header(names), preambleLine: preambleLine, rootName: rootName, isJSON: isJSON)
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
  /// The figures that the file has columns for, whether or not any row fills them.
  var metrics: Set<TotalMetric> = []
}
