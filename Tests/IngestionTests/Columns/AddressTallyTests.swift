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

  /// A contact is known by its id. Four of the five that have no address say something else; where a contact has no id, an
  /// address must be one.
  @Test func contactsWithAnIDAreKept() throws {
    let header = "Person - Name,Person - Email - Work,Person - ID,Person - Person created\n"
    let cells = ["n/a", "kein@", "ask", "x@y@z", "secret at home", "ann@example.org"]
    let rows = cells.enumerated().map { "A,\($1),\($0 + 1),2026-09-01 10:00:00\n" }
    let reading = try Sample(header + rows.joined()).read()
    #expect(reading.all.contacts.map(\.contactID) == ["1", "2", "3", "4", "5", "6"])
    #expect(reading.all.contacts.map(\.email?.normalized) == [nil, nil, nil, nil, nil, "ann@example.org"])
    #expect(
      reading.recognition.notes == [
        "4 cells of \"Person - Email - Work\" hold no e-mail address (line 3, 4, 5 …): the contacts are kept without it and "
          + "join nobody by it"
      ])
    let unnamed = try Sample("Person - Name,Person - Email - Work\nA,ask\nB,b@example.org\n").read()
    #expect(unnamed.summary.problems.map(\.column) == ["Person - Email - Work"])
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

  /// Pipedrive writes all of a person's addresses into one cell.
  @Test func theFirstAddressOfSeveral() throws {
    let reading = try Sample(
      "Deal - ID,Deal - Title,Deal - Value,Deal - Status,Person - Email - Work\n1,Oak,1200,Won,\"a@x.com, a2@x.com\"\n"
    ).read()
    #expect(reading.all.deals.map(\.email?.normalized) == ["a@x.com"] && reading.recognition.notes.isEmpty)
  }
}
