import Vocabulary

/// Typeform, Results, Export: one response a record, one column a question, times in UTC.
struct TypeformResponses: SourceFormat {
  static let title = "Typeform responses"
  static let isVerified = false

  private var columns: SurveyColumns

  init?(_ opening: Opening) {
    guard opening.header.contains("network id") else { return nil }
    let columns = SurveyColumns(
      opening.header, ids: ["#", "token", "response id"], days: ["submit date", "submit date (utc)"])
    guard columns.hasID, columns.hasDay, columns.hasQuestions else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.header.count }
  var holdsAnswers: Bool { true }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file)
    findings.reason = "column \"Submit Date (UTC)\""
    findings.timeZone = "UTC"
    return findings
  }

  /// Tokens of responses are Typeform's own over all surveys, and the export names none.
  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let answers = try columns.answers(record, platform: "Typeform", survey: "")
    guard !answers.isEmpty else { return batch.skip(record, .noData) }
    batch.surveyAnswers += answers
  }
}
