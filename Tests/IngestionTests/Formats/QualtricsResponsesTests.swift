import Ingestion
import Testing
import Vocabulary

struct QualtricsResponsesTests {
  private static let text = """
    StartDate,Status,Progress,RecordedDate,ResponseId,RecipientEmail,LocationLatitude,DistributionChannel,Q1_GROUP,Q1,Q2
    Start Date,Response Type,Progress,Recorded Date,Response ID,Recipient Email,Location Latitude,Distribution Channel,\
    How likely are you to recommend us? - Group,How likely are you to recommend us?,Why?
    "{""ImportId"":""startDate""}","{""ImportId"":""status""}","{}","{}","{}","{}","{}","{}","{}","{}","{}"
    2026-05-01 10:00:00,IP Address,100,2026-05-01 10:03:01,R_1,ann@example.org,48.39,email,Promoter,9,fast
    2026-05-02 10:00:00,Survey Preview,100,2026-05-02 10:03:01,R_2,,48.39,preview,Promoter,10,test
    2026-05-03 10:00:00,0,20,2026-05-03 10:03:01,R_3,,48.39,anonymous,,,
    2026-05-04 10:00:00,1,100,2026-05-04 10:03:01,R_4,,48.39,anonymous,Promoter,10,test
    """

  @Test func questionsAndNothingElse() throws {
    let reading = try Sample(Self.text, name: "Shop_May.csv").read()
    #expect(reading.recognition.format == "QualtricsResponses" && !reading.recognition.isVerified)
    #expect(reading.all.surveyAnswers.map(\.question) == ["How likely are you to recommend us?", "Why?"])
    #expect(reading.all.surveyAnswers.map(\.scoreMicros) == [9_000_000, nil])
    #expect(
      reading.all.surveyAnswers.allSatisfy { $0.responseID == "R_1" && $0.email?.normalized == "ann@example.org" })
    #expect(reading.all.surveyAnswers.first?.day?.description == "2026-05-01")
  }

  /// The row of ids, two previews by their word and their code, and who answered nothing.
  @Test func rowsThatAreNoResponses() throws {
    let reading = try Sample(Self.text).read()
    #expect(reading.all.skippedRows.map(\.reason) == [.repeatedHeader, .test, .noData, .test])
    #expect(reading.total(.responses) == "1" && reading.total(.answers) == "2")
  }
}
