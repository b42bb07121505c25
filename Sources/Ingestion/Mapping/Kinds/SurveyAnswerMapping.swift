import Vocabulary

/// Answers to a survey, one answer to one question a row.
struct SurveyAnswerMapping: MappedKind {
  static let title = "survey answers"

  static let fields: [KindField] = [
    KindField(.responseID, .id, "response id|respondent id|submission id|antwort id|id"),
    KindField(.survey, .text, "survey|survey name|form|umfrage|encuesta|enquête"),
    KindField(.question, .text, "question|frage|pregunta|pergunta"),
    KindField(.day, .day, "submitted|submitted at|submission date|response date|date|datum|completed at|fecha"),
    KindField(.platform, .text, "platform|tool"),
    KindField(.email, .email, "email|e mail|email address|respondent email"),
    KindField(.contactID, .id, "contact id|customer id|kundennummer"),
    KindField(.score, .number, "score|rating|nps|nps score|points|bewertung|note|puntuación|stars"),
    KindField(.answer, .text, "answer|comment|feedback|antwort|kommentar|respuesta|réponse|text"),
  ]

  static let needs: [[TableField]] = [[.responseID], [.score, .answer]]
  static let metrics: [TableField: TotalMetric] = [:]
  static let ownMetrics: Set<TotalMetric> = [.answers, .responses]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let survey = row.text(.survey)
    let question = row.text(.question)
    let scored: TableField = row.columns.map.has(.score) ? .score : .answer
    var answer = SurveyAnswer(
      origin: row.origin, platform: row.platform, survey: survey.isEmpty ? row.columns.mapping.name : survey,
      responseID: try row.requiredID(.responseID),
      question: question.isEmpty ? row.columns.map.name(scored) : question)
    answer.day = try row.date(.day)?.day
    answer.email = try row.email(.email)
    answer.contactID = try row.id(.contactID)
    answer.scoreMicros = try row.micros(.score)
    answer.answer = row.text(.answer)
    batch.surveyAnswers.append(answer)
  }
}
