import Vocabulary

/// What turns the records of one table into facts.
///
/// A value goes through a file twice. First it sees every record after the header (`survey`) and decides what only the
/// whole file can tell (`settle`); then it maps them in the same order (`map`). A record gives facts, or is noted as
/// skipped, or is refused with a `RowProblem`.
protocol RecordMapper: Sendable {
  /// For lineage and `--json`: a format's type, or the mapping file's name.
  var formatName: String { get }
  /// As a reader of messages calls it.
  var reportTitle: String { get }
  /// Whether a real file stands behind it.
  var isVerified: Bool { get }
  /// Whether its export lies on several sheets of a workbook, each a table of its own.
  var spansSheets: Bool { get }
  /// How many cells a record must have; nil where the mapper looks after it.
  var width: Int? { get }
  /// Whether its cells are what people have answered.
  var holdsAnswers: Bool { get }

  mutating func survey(_ record: RawRecord)
  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings
  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem)
}

extension RecordMapper {
  var holdsAnswers: Bool { false }
}
