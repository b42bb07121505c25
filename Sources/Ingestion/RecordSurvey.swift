/// The first pass through a table's records.
struct RecordSurvey {
  var format: any RecordMapper
  private(set) var columns: ColumnSurvey
  let nullWords: NullWords
  private let nulls: EmptiedRecords
  private var count = NullWordCount()

  /// `nullWords`: what the table is known to write for nothing.
  init(_ format: any RecordMapper, _ header: Header, _ nullWords: NullWords) {
    self.format = format
    columns = ColumnSurvey(header)
    self.nullWords = nullWords
    nulls = EmptiedRecords(nullWords)
  }

  /// Goes through the records, and once more where they turn out to hold words for nothing: what the format has made
  /// of such a word cannot be taken back.
  static func of(
    _ format: any RecordMapper, _ header: Header, _ walk: (inout RecordSurvey) throws(IngestionError) -> Void
  ) throws(IngestionError) -> RecordSurvey {
    var survey = RecordSurvey(format, header, NullWords())
    try walk(&survey)
    let words = survey.foundWords
    guard !words.isEmpty else { return survey }
    survey = RecordSurvey(format, header, words)
    try walk(&survey)
    return survey
  }

  func emptied(_ record: RawRecord) -> RawRecord { nulls.emptied(record) }

  /// Takes a record that is whole, emptied.
  mutating func add(_ record: RawRecord) {
    format.survey(record)
    columns.survey(record)
    if nullWords.isEmpty { count.add(record) }
  }

  /// The words that the records hold for nothing.
  var foundWords: NullWords { count.words(isOfAnswers: format.holdsAnswers) }
}
