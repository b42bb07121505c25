import Ingestion
import Testing
import Vocabulary

struct SurveyMonkeyResponsesTests {
  /// A question with several columns is named in the first row, its choices in the second.
  @Test func twoRowsOfHeader() throws {
    let reading = try Sample(
      """
      Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,How likely is it that you would recommend us to a friend?,What do you use?,,Anything else?
      ,,,,,,,Response,Tea,Coffee,Open-Ended Response
      118001,446,01/25/2026 10:00:00 AM,01/25/2026 10:05:00 AM,1.2.3.4,ann@example.org,Ann,10 - Extremely likely,Tea,Coffee,
      118002,446,01/26/2026 10:00:00 AM,01/26/2026 10:05:00 AM,1.2.3.5,,,3,,,No
      """, name: "Customers 2026.csv"
    ).read()
    #expect(reading.recognition.format == "SurveyMonkeyResponses")
    let answers = reading.all.surveyAnswers
    let recommend = "How likely is it that you would recommend us to a friend?"
    #expect(
      answers.map(\.question) == [
        recommend, "What do you use? / Tea", "What do you use? / Coffee", recommend, "Anything else?",
      ])
    #expect(answers.map(\.scoreMicros) == [10_000_000, nil, nil, 3_000_000, nil])
    #expect(answers.map(\.responseID) == ["118001", "118001", "118001", "118002", "118002"])
    #expect(answers[0].day?.description == "2026-01-25" && answers[0].survey == "Customers 2026")
    #expect(!"\(answers)".contains("1.2.3.4") && !"\(answers)".contains("Ann\""))
    #expect(reading.all.skippedRows.map(\.reason) == [.repeatedHeader])
    // A column without a name of its own is called by its question and choice.
    #expect(
      reading.recognition.columns.map(\.header).suffix(3) == [
        "What do you use?", "What do you use? / Coffee", "Anything else?",
      ])
    #expect(reading.total(.answers) == "5" && reading.total(.responses) == "2")
  }

  /// The ends of the scale bear its labels, before the figure or behind it.
  @Test func figuresWithALabel() throws {
    let grades = [
      "Extremely likely - 10", "Not at all likely - 0", "Likely – 7", "0 - Not at all likely", "8", "Likely - 11",
      "From 5 - 10", "Likely -", "Likely - ten", "- 9",
    ]
    let rows = grades.enumerated().map { "\(118_001 + $0),446,2026-01-25 10:00:00,\($1)" }
    let reading = try Sample(
      """
      Respondent ID,Collector ID,Date Created,How likely is it that you would recommend us to a friend?
      ,,,Response
      \(rows.joined(separator: "\n"))
      """
    ).read()
    #expect(reading.recognition.format == "SurveyMonkeyResponses")
    #expect(
      reading.all.surveyAnswers.map(\.scoreMicros)
        == [10_000_000, 0, 7_000_000, 0, 8_000_000, nil, nil, nil, nil, nil])
  }
}
