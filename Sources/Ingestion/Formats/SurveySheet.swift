import Vocabulary

/// A sheet of answers as Google Forms or Microsoft Forms writes it, or any other: a time stamp or an id, then one
/// column a question, of which one asks how likely the customer is to recommend the company. Without that question a
/// sheet could be anything. A mere "Date" stands for the time stamp only beside the question in words.
struct SurveySheet: SourceFormat {
  static let title = "survey with a recommendation score"
  static let isVerified = false

  private var columns: SurveyColumns
  private var survey = ""

  init?(_ opening: Opening) {
    let hasStamp = opening.header.column(SurveySheet.ids + SurveySheet.days) != nil
    guard hasStamp || opening.header.column(SurveySheet.dates) != nil else { return nil }
    // Elsewhere a mere "ID" may be the customer's, who answers more than once.
    let numbersAnswers = opening.header.column(SurveySheet.completions) != nil
    let columns = SurveyColumns(
      opening.header, ids: SurveySheet.ids + (numbersAnswers ? ["id"] : []),
      days: SurveySheet.days + SurveySheet.otherDays + SurveySheet.dates,
      without: { SurveySheet.otherMoments.contains($0) })
    guard hasStamp ? columns.asksForRecommendation : columns.asksOnePerson else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.header.count }
  var holdsAnswers: Bool { true }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    survey = SurveySheet.title(of: file)
    var findings = try columns.settle(options, file: file)
    findings.reason =
      "a question for recommendation, and \(columns.hasDay ? "when it was answered" : "an id for each answer")"
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let answers = try columns.answers(record, platform: "Survey", survey: survey)
    guard !answers.isEmpty else { return batch.skip(record, .noData) }
    batch.surveyAnswers += answers
  }

  /// The file's name without folders, ending, `(Responses) - Form Responses 1`, the day of the export, the numbers of
  /// its answers and that of a second download: the survey's title, the same for each export of it.
  static func title(of file: String) -> String {
    var name = file.split(separator: "/").last ?? ""
    for ending in [".csv", ".tsv", ".txt", ".xlsx", ".xls"] where name.lowercased().hasSuffix(ending) {
      name = name.dropLast(ending.count)
    }
    for mark in [" (Responses)", " (Antworten)", " (réponses)", " (respuestas)", " (respostas)", " (Risposte)"] {
      if let range = name.firstRange(of: mark) { name = name[..<range.lowerBound] }
    }
    return undated(name)
  }

  /// `NPS(1-120)`, `NPS 2026-06-08 (1)`, `NPS_June 8, 2026_10.12`, `NPS 20260608`: up to the day or the numbers. A name
  /// that is nothing else stays.
  private static func undated(_ name: Substring) -> String {
    let stamps = [
      #/[ _-]*\p{L}+ \d{1,2}, 20\d{2}(?:\D.*)?$/#, #/[ _-]*20\d{2}-[01]\d-[0-3]\d(?:\D.*)?$/#,
      #/[ _-]*[0-3]\d[-.][01]\d[-.]20\d{2}(?:\D.*)?$/#,
      #/[ _-]+20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\D.*)?$/#,
    ]
    var title = name
    for stamp in stamps {
      if let match = title.firstMatch(of: stamp), match.range.lowerBound > title.startIndex {
        title = title[..<match.range.lowerBound]
      }
    }
    if let copy = title.firstMatch(of: #/(?: ?\(\d+(?:-\d+)?\))+$/#), copy.range.lowerBound > title.startIndex {
      title = title[..<copy.range.lowerBound]
    }
    return String(title)
  }

  /// The moment at which Microsoft Forms took an answer, beside the number that it gave it.
  private static let completions = ["completion time", "fertigstellungszeit"]
  private static let otherMoments: Set<String> = [
    "start time", "startzeit", "last modified time", "uhrzeit der letzten änderung", "zeitpunkt der letzten änderung",
  ]
  private static let ids = ["response id", "respondent id", "responseid", "submission id"]
  private static let days =
    [
      "timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data/hora", "informazioni cronologiche",
      "tijdstempel", "submitted at", "submission date", "submitted on", "date submitted", "response date",
      "completed at",
    ] + completions
  /// Headers that a table of periods has as well.
  private static let otherDays = ["submit date", "submit date (utc)", "end date", "start date", "start date (utc)"]
  private static let dates = ["date", "datum", "fecha", "data"]
}
