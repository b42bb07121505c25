import Vocabulary

/// Qualtrics, Data & Analysis, Export: one response a record, below a row of short names, one of the questions' texts and
/// one of the columns' ids as JSON. No real file stands behind it yet.
///
/// A score's "- Group" only says again whether it is a promoter's; previews are the survey's makers'.
struct QualtricsResponses: SourceFormat {
  static let title = "Qualtrics responses"
  static let isVerified = false

  private var columns: SurveyColumns
  private let channel: Int?
  private let kind: Int?
  private var survey = ""

  /// The row of texts is the header.
  init?(_ opening: Opening) {
    let header = opening.header
    guard header.contains("response id"), header.contains("recorded date"), header.contains("distribution channel")
    else {
      return nil
    }
    let columns = SurveyColumns(
      header, ids: ["response id"], days: ["recorded date"],
      without: { QualtricsResponses.ofTheWay.contains($0) || $0.hasSuffix(" - group") })
    guard columns.hasQuestions else { return nil }
    self.columns = columns
    channel = header.column(["distribution channel"])
    kind = header.column(["response type"])
  }

  var width: Int? { columns.header.count }
  var holdsAnswers: Bool { true }

  mutating func survey(_ record: RawRecord) {
    if !isOfColumns(record), !isPreview(record) { columns.survey(record) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    survey = SurveySheet.title(of: file)
    var findings = try columns.settle(options, file: file)
    findings.reason = "columns \"Response ID\" and \"Distribution Channel\""
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if isOfColumns(record) { return batch.skip(record, .repeatedHeader) }
    if isPreview(record) { return batch.skip(record, .test) }
    let answers = try columns.answers(record, platform: "Qualtrics", survey: survey)
    guard !answers.isEmpty else { return batch.skip(record, .noData) }
    batch.surveyAnswers += answers
  }

  private func isOfColumns(_ record: RawRecord) -> Bool { record.text(0).hasPrefix("{\"ImportId\"") }

  /// As words, or as the codes that stand for them.
  private func isPreview(_ record: RawRecord) -> Bool {
    record.text(channel).lowercased() == "preview" || ["survey preview", "1"].contains(record.text(kind).lowercased())
  }

  /// Of the way in which the answer came, and of the person.
  private static let ofTheWay: Set<String> = [
    "progress", "duration (in seconds)", "finished", "external data reference", "location latitude",
    "location longitude", "distribution channel", "user language", "recipient last name", "recipient first name",
  ]
}
