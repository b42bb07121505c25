import Testing
import Vocabulary

@testable import Ingestion

struct SurveySheetTests {
  @Test func aSheetOfGoogleForms() throws {
    let reading = try Sample(
      """
      Zeitstempel,"Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",Warum?
      25.01.2026 10:00:00,9,Gut
      25.01.2026 10:00:00,2,
      26.01.2026 10:00:00,,
      """, name: "NPS (Antworten) - Formularantworten 1.csv"
    ).read()
    #expect(reading.recognition.format == "SurveySheet")
    let answers = reading.all.surveyAnswers
    #expect(answers.map(\.scoreMicros) == [9_000_000, nil, 2_000_000])
    #expect(answers.map(\.responseID) == ["25.01.2026 10:00:00", "25.01.2026 10:00:00", "25.01.2026 10:00:00 #2"])
    #expect(Set(answers.map(\.survey)) == ["NPS"])
    #expect(reading.all.skippedRows.map(\.reason) == [.noData])
  }

  /// The day of an export and the number of a download are no part of a survey's name.
  @Test(arguments: [
    ("NPS survey 2026-06-08.csv", "NPS survey"), ("NPS survey 2026-06-15 (1).csv", "NPS survey"),
    ("NPS survey (2).xlsx", "NPS survey"), ("Customer survey_June 8, 2026_10.12.csv", "Customer survey"),
    ("shop-nps_20260608.csv", "shop-nps"), ("Kunden 08.06.2026.csv", "Kunden"), ("2026-06-08.csv", "2026-06-08"),
    ("Wave 2.csv", "Wave 2"), ("NPS 2026.csv", "NPS 2026"),
    ("NPS 2025-26.csv", "NPS 2025-26"), ("Shop 20129999.csv", "Shop 20129999"),
  ])
  func theNameIsTheSurveys(file: String, title: String) { #expect(SurveySheet.title(of: file) == title) }

  @Test func withoutTheQuestionASheetCouldBeAnything() throws {
    #expect(
      try Sample("Timestamp,Favourite colour\n2026-01-02 10:00:00,Blue\n").failure()
        == .unrecognised(file: "sample.csv", kind: nil))
  }

  /// A score a month is nobody's answer.
  @Test func aTableOfScoresIsNone() throws {
    #expect(
      try Sample("Date,NPS,Responses\n2026-01-31,42,310\n").failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  /// A day is enough beside a question that one person answers; a comment alone is no score.
  @Test(arguments: ["\"Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?\"", "NPS (0-10)"])
  func aDayIsEnoughBesideTheQuestion(question: String) throws {
    let reading = try Sample("Datum,\(question),Kommentar,Kundennummer\n13.10.2026,9,,1001\n13.10.2026,,ok,1002\n")
      .read()
    #expect(reading.recognition.format == "SurveySheet")
    #expect(reading.all.surveyAnswers.map(\.scoreMicros) == [9_000_000, nil])
    #expect(reading.all.surveyAnswers.map(\.responseID) == ["13.10.2026", "13.10.2026 #2"])
  }

  /// Of ten points there are no eleven, and none below nothing.
  @Test func scoresBeyondTheScaleAreRefused() throws {
    let reading = try Sample(
      "Timestamp,How likely are you to recommend us?\n2026-10-13 10:00:00,10\n2026-10-14 10:00:00,11\n"
        + "2026-10-15 10:00:00,-1\n2026-10-16 10:00:00,0\n"
    ).read()
    #expect(reading.all.surveyAnswers.map(\.scoreMicros) == [10_000_000, 0])
    #expect(reading.summary.problems.map(\.found) == ["a score of 11", "a score of -1"])
    #expect(reading.summary.problems.map(\.line) == [3, 4])
  }

  @Test func scoresWithAnID() throws {
    let reading = try Sample("Response ID,NPS,Comment,Phone\n1,10,Good,123456789\n").read()
    #expect(reading.recognition.format == "SurveySheet")
    #expect(reading.all.surveyAnswers.map(\.question) == ["NPS", "Comment"])
  }

  @Test func theQuestionToAFriend() throws {
    let reading = try Sample(
      "Zeitstempel,\"Wie wahrscheinlich ist es, dass du uns weiterempfiehlst?\"\n25.01.2026 10:00:00,9\n"
    ).read()
    #expect(reading.recognition.format == "SurveySheet")
    #expect(reading.all.surveyAnswers.map(\.scoreMicros) == [9_000_000])
  }

  @Test func anIDAndTheDayOfTheBeginning() throws {
    let reading = try Sample(
      "Respondent ID,Start Date,How likely are you to recommend us? (0-10),Comment\n,,,\n1001,2026-01-31,9,Good\n"
    ).read()
    #expect(reading.all.surveyAnswers.map(\.day?.description) == ["2026-01-31", "2026-01-31"])
    #expect(reading.all.surveyAnswers.map(\.question) == ["How likely are you to recommend us? (0-10)", "Comment"])
  }

  /// A score a campaign is nobody's answer.
  @Test func aTableOfPeriodsIsNone() throws {
    #expect(
      try Sample("Start Date,End Date,NPS\n2026-01-01,2026-01-31,42\n").failure()
        == .unrecognised(file: "sample.csv", kind: nil))
  }
}
