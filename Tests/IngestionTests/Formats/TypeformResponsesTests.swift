import Ingestion
import Testing
import Vocabulary

struct TypeformResponsesTests {
  @Test func responses() throws {
    let reading = try Sample(
      """
      #,What is your full name?,How likely are you to recommend us?,Why?,What is your email address?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID
      tok1,Ann Lee,9,"Fast, friendly",ann@example.org,completed,2026-01-02 09:00:00,,2026-01-02 10:00:00,5f
      tok2,Bob Roe,,,,completed,2026-01-02 09:00:00,,2026-01-02 11:00:00,5f
      """
    ).read()
    #expect(reading.recognition.format == "TypeformResponses" && reading.recognition.timeZone == "UTC")
    let answers = reading.all.surveyAnswers
    #expect(answers.map(\.question) == ["How likely are you to recommend us?", "Why?"])
    #expect(answers.map(\.scoreMicros) == [9_000_000, nil] && answers.map(\.answer) == ["", "Fast, friendly"])
    #expect(answers.map(\.responseID) == ["tok1", "tok1"] && answers[0].email?.normalized == "ann@example.org")
    #expect(answers[0].day?.description == "2026-01-02")
    #expect(!"\(answers)".contains("Ann Lee"))
    #expect(reading.all.skippedRows.map(\.reason) == [.noData])
    #expect(reading.total(.answers) == "2")
  }
}
