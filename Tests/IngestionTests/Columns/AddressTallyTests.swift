import Ingestion
import Testing
import Vocabulary

struct AddressTallyTests {
  @Test func dealsSayHowManyAddressesAreNone() throws {
    let reading = try Sample(
      "Deal - ID,Deal - Title,Deal - Value,Deal - Status,Person - Email - Work\n"
        + "1,Oak,1200,Won,ada@example.com\n2,Elm,900,Open,ask reception\n3,Ash,10,Open,\n4,Fir,10,Open,n.n.\n"
    ).read()
    #expect(reading.all.deals.count == 4 && reading.all.deals.compactMap(\.email).count == 1)
    let note = try #require(reading.recognition.notes.first { $0.contains("e-mail address") })
    #expect(note.hasPrefix("2 cells of \"Person - Email - Work\" hold no e-mail address"))
    // Never what stands there.
    #expect(!note.contains("reception"))
  }

  @Test func surveysToo() throws {
    let reading = try Sample(
      "Response ID,Timestamp,Your email,How likely are you to recommend us?\nr1,2026-03-01,no thanks,9\n"
        + "r2,2026-03-02,ada@example.com,7\n"
    ).read()
    #expect(reading.all.surveyAnswers.count == 2)
    #expect(reading.recognition.notes.contains { $0.hasPrefix("1 cell of \"Your email\" holds no e-mail address") })
  }

  @Test func nothingIsSaidOfGoodOnes() throws {
    let reading = try Sample(
      "Deal - ID,Deal - Title,Deal - Value,Deal - Status,Person - Email - Work\n1,Oak,1200,Won,ada@example.com\n"
    ).read()
    #expect(reading.recognition.notes.isEmpty)
  }
}
