import Testing
import Vocabulary

@testable import Warehouse

@Suite struct QueriedEventsTests {
  /// A warehouse from before the step knows its events again.
  @Test func eventsFromBeforeAreFoundAgain() throws {
    var batch = CanonicalBatch()
    var event = WebEvent(
      origin: RecordOrigin(line: 1), tool: "Access log", property: "", name: "page_view", day: Day(number: 20_000))
    event.page = "/cart"
    batch.webEvents = [event]
    batch.rowsRead = 1
    let scratch = try Scratch()
    try scratch.load(Export("a.log", [batch]))
    try scratch.warehouse.change { db in
      try db.execute(sql: "ALTER TABLE webEvent DROP COLUMN queryDigest; UPDATE webEvent SET naturalKey = 7")
      try QueriedEvents.create(in: db)
    }
    #expect(try scratch.load(Export("b.log", [batch])).rowsLoaded == 0)
    #expect(try scratch.count("webEvent") == 1)
  }
}
