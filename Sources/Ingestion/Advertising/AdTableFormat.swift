import Vocabulary

/// A report that is an advertising table of the common shape and nothing beside it: it is known by its header, and the
/// table does the rest.
protocol AdTableFormat: SourceFormat {
  var table: AdTable { get set }
}

extension AdTableFormat {
  var width: Int? { table.width }

  mutating func survey(_ record: RawRecord) { table.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try table.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    try table.map(record, into: &batch)
  }
}
