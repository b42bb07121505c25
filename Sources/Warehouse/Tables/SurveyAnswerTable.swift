import Vocabulary

/// Answers to questions.
enum SurveyAnswerTable {
  static let table = FactTable(
    name: "surveyAnswer", dimensions: ["system", "responseID", "question"],
    measures: ["day", "email", "contactID", "scoreMicros", "answer"],
    acceptsSeveralPerKey: true, agreement: "email", lasting: ["day", "email", "scoreMicros"])

  static func row(_ record: SurveyAnswer, _ words: Words) throws -> FactRow {
    let system = try words.system(record.platform, record.survey)
    let question = try words.id(record.question)
    var row = FactRow(
      dimensions: [system, try words.id(record.responseID), question],
      measures: [
        record.day.map { Int64($0.number) }, try words.id(record.email), try words.measure(record.contactID),
        record.scoreMicros, try words.measure(record.answer),
      ],
      line: record.origin.line, section: record.origin.section)
    if !record.sharedID.isEmpty { row.key = [system, try words.id(record.sharedID), question] }
    return row
  }
}
