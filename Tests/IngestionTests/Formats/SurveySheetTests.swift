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
    #expect(answers.map(\.responseID) == ["2026-01-25 10:00 / 9", "2026-01-25 10:00 / 9", "2026-01-25 10:00 / 2"])
    #expect(Set(answers.map(\.survey)) == ["NPS"])
    #expect(reading.all.skippedRows.map(\.reason) == [.noData])
  }

  /// A form's own file, a workbook of it, and either saved again by a spreadsheet name one answer alike; two answers of one
  /// minute stay two, also with one score.
  @Test(arguments: [
    ("1/25/2026 9:05:31", "1/25/2026 9:05:59"), ("2026-01-25 09:05:31", "2026-01-25 09:05:59"),
    ("2026-01-25 09:05", "2026-01-25 09:05"), ("2026/01/25 9:05:31 AM GMT+1", "2026/01/25 9:05:59 AM GMT+1"),
  ])
  func oneAnswerHasOneNameHoweverItsMomentIsWritten(first: String, second: String) throws {
    let reading = try Sample(
      "Timestamp,How likely are you to recommend us?\n\(first),9\n\(second),2\n\(second),9\n"
    ).read()
    #expect(
      reading.all.surveyAnswers.map(\.responseID)
        == ["2026-01-25 09:05 / 9", "2026-01-25 09:05 / 2", "2026-01-25 09:05 / 9 #2"])
    #expect(reading.total(.responses) == "3")
  }

  /// Two persons of one minute and score stay who they are in an export that lists them the other way round, and in one
  /// that leaves the first out. Capitals make no other address.
  @Test(arguments: [
    ("3/13/2026 10:11:10", "2026-03-13 10:11 / 9 / "), ("3/13/2026", "2026-03-13 / "),
  ])
  func anAddressTellsAnswersOfOneMomentApart(moment: String, name: String) throws {
    let header = "Timestamp,Email Address,How likely are you to recommend us?,Why?\n"
    let (ann, bob) = ("\(moment),ann@example.org,9,\n", "\(moment),Bob@Example.org,9,too slow\n")
    func responses(_ rows: String) throws -> [String] {
      try Sample(header + rows).read().all.surveyAnswers.filter { $0.scoreMicros != nil }.map(\.responseID)
    }
    #expect(try responses(ann + bob) == [name + "ann@example.org", name + "bob@example.org"])
    #expect(try responses(bob + ann) == [name + "bob@example.org", name + "ann@example.org"])
    #expect(try responses(bob) == [name + "bob@example.org"])
    #expect(try responses(ann + ann) == [name + "ann@example.org", name + "ann@example.org #2"])
  }

  /// A day is shared by too many, and an id by none.
  @Test func aMinuteAndAScoreMayBeShared() throws {
    func shared(_ table: String) throws -> [String] { try Sample(table).read().all.surveyAnswers.map(\.sharedID) }
    let question = "How likely are you to recommend us?"
    let named = "3/13/2026 10:11:10,ann@example.org,9\n3/13/2026 10:11:40,bob@example.org,9\n"
    let name = "2026-03-13 10:11 / 9"
    #expect(try shared("Timestamp,Email Address,\(question)\n" + named) == [name, name])
    #expect(try shared("Timestamp,\(question)\n3/13/2026 10:11:10,9\n") == [name])
    #expect(try shared("Timestamp,\(question)\n3/13/2026,9\n") == [""])
    #expect(
      try shared("Timestamp,\(question)\n3/13/2026 0:00:00,9\n3/13/2026 0:01:00,9\n") == ["", "2026-03-13 00:01 / 9"])
    #expect(try shared("Response ID,Timestamp,\(question)\n1,3/13/2026 10:11:10,9\n") == [""])
  }

  /// The day of an export and the number of a download are no part of a survey's name.
  @Test(arguments: [
    ("NPS survey 2026-06-08.csv", "NPS survey"), ("NPS survey 2026-06-15 (1).csv", "NPS survey"),
    ("NPS survey (2).xlsx", "NPS survey"), ("Customer survey_June 8, 2026_10.12.csv", "Customer survey"),
    ("shop-nps_20260608.csv", "shop-nps"), ("Kunden 08.06.2026.csv", "Kunden"), ("2026-06-08.csv", "2026-06-08"),
    ("NPS(1-120).xlsx", "NPS"), ("NPS (1-8) (1).csv", "NPS"), ("Wave 2.csv", "Wave 2"), ("NPS 2026.csv", "NPS 2026"),
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
    #expect(reading.all.surveyAnswers.map(\.responseID) == ["2026-10-13", "2026-10-13 #2"])
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

  /// Each answer has a number of its own; who began, and when, is no question.
  @Test(arguments: [
    "ID,Start time,Completion time,Email,Name,Last modified time,How likely are you to recommend us?,Why?",
    "ID,Startzeit,Fertigstellungszeit,E-Mail,Name,Uhrzeit der letzten Änderung,Wie wahrscheinlich empfehlen Sie uns?,Why?",
  ])
  func aSheetOfMicrosoftForms(header: String) throws {
    let reading = try Sample(
      header + "\n1,8/20/26 23:51:45,8/21/26 00:04:25,ann@example.org,Ann,,9,Good\n"
        + "2,8/22/26 10:15:30,8/22/26 10:18:45,anonymous,,,6,\n", name: "Shop(1-2).csv"
    ).read()
    #expect(reading.recognition.format == "SurveySheet")
    let answers = reading.all.surveyAnswers
    #expect(answers.map(\.responseID) == ["1", "1", "2"] && Set(answers.map(\.survey)) == ["Shop"])
    #expect(Set(answers.map(\.question)).count == 2)
    #expect(answers.filter { $0.scoreMicros != nil }.map(\.scoreMicros) == [9_000_000, 6_000_000])
    #expect(answers.map(\.day?.description) == ["2026-08-21", "2026-08-21", "2026-08-22"])
    #expect(answers.map { $0.email?.normalized } == ["ann@example.org", "ann@example.org", nil])
  }

  /// Beside another time stamp an "ID" may be a customer's.
  @Test func anIDAloneIsNoAnswers() throws {
    let reading = try Sample(
      "Timestamp,ID,NPS\n2026-01-02 10:00:00,7,9\n2026-01-03 10:00:00,7,3\n"
    ).read()
    #expect(Set(reading.all.surveyAnswers.map(\.responseID)) == ["2026-01-02 10:00 / 9", "2026-01-03 10:00 / 3"])
    #expect(
      try Sample("ID,Campaign,NPS\n1,A,42\n").failure() == .unrecognised(file: "sample.csv", kind: nil))
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
