/// One answer to one question.
package struct SurveyAnswer: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var survey: String
  package var responseID: String
  package var question: String
  /// What responses of one moment may share where the export has no ids: `responseID` without address and number. Of two
  /// that have it the addresses tell whether they are one. "" where `responseID` alone does.
  package var sharedID = ""
  package var day: Day?
  package var email: EmailAddress?
  package var contactID = ""
  /// A number answered, in millionths.
  package var scoreMicros: Int64?
  /// Words answered; they may be personal and never reach a report.
  package var answer = ""

  package init(origin: RecordOrigin, platform: String, survey: String, responseID: String, question: String) {
    self.origin = origin
    self.platform = platform
    self.survey = survey
    self.responseID = responseID
    self.question = question
  }
}
