import Vocabulary

/// SurveyMonkey, Export all responses: two rows of header, the questions and their choices; the file is named after the
/// survey.
struct SurveyMonkeyResponses: SourceFormat {
  static let title = "SurveyMonkey responses"
  static let isVerified = false

  private var columns: SurveyColumns
  private var survey = ""
  private var isFirst = true

  init?(_ opening: Opening) {
    guard opening.header.contains("collector id"), opening.header.contains("respondent id") else { return nil }
    let columns = SurveyColumns(
      opening.header, ids: ["respondent id"], days: ["end date", "date modified", "start date", "date created"])
    guard columns.hasQuestions else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.header.count }
  var holdsAnswers: Bool { true }

  mutating func survey(_ record: RawRecord) {
    if isFirst, columns.lacksID(record) { columns.addChoices(record) }
    isFirst = false
    columns.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    survey = SurveySheet.title(of: file)
    var findings = try columns.settle(options, file: file)
    findings.reason = "columns \"Respondent ID\" and \"Collector ID\""
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard !columns.lacksID(record) else { return batch.skip(record, .repeatedHeader) }
    let answers = try columns.answers(record, platform: "SurveyMonkey", survey: survey)
    guard !answers.isEmpty else { return batch.skip(record, .noData) }
    batch.surveyAnswers += answers
  }
}
