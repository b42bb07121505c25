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
  }
}
