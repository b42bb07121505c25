import Testing

@testable import Ingestion

struct RecordKeyTests {
  @Test func partsThatAreFilledMakeTheKey() throws {
    var key = RecordKey()
    #expect(try key.next(["Acme", "", "2026-03-01"], column: "Name") == "Acme / 2026-03-01")
    #expect(try key.next(["Acme", "", "2026-03-02"], column: "Name") == "Acme / 2026-03-02")
  }

  @Test func twoOfTheSameNameCannotBeToldApart() throws {
    var key = RecordKey()
    _ = try key.next(["Acme"], column: "Name")
    #expect(throws: RowProblem.self) { try key.next(["Acme"], column: "Name") }
    #expect(throws: RowProblem.self) { try key.next(["", ""], column: "Name") }
  }
}
