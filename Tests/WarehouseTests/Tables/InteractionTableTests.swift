import Testing
import Vocabulary

@testable import Warehouse

/// Contacts that two exports tell of.
@Suite struct InteractionTableTests {
  private func visit(_ day: String, phone: String? = nil, outcome: String = "", isLasting: Bool = true) -> Interaction {
    var visit = Interaction(
      origin: RecordOrigin(line: 2), platform: "Event list", kind: .event, interactionID: "70",
      day: Day(iso: day) ?? Day(number: 0))
    visit.hasLastingID = isLasting
    visit.name = "Open Day"
    visit.email = EmailAddress("ann@example.org")
    visit.phone = phone.flatMap { PhoneNumber($0) }
    visit.outcome = outcome
    return visit
  }

  private func export(_ exported: String, _ records: [Interaction]) -> Export {
    var batch = CanonicalBatch()
    for (place, record) in records.enumerated() {
      var record = record
      record.origin = RecordOrigin(line: place + 2)
      batch.interactions.append(record)
    }
    batch.rowsRead = records.count
    return Export("export of \(exported)", exported: exported, [batch])
  }

  private func rows(_ scratch: Scratch, _ columns: String) throws -> [[QueryAnswer.Value]] {
    try scratch.warehouse.queryRows("SELECT \(columns) FROM readableInteraction ORDER BY 1").rows
  }

  /// Before the event the day was that of the order, 2026-03-13, 20525 days after 1970-01-01; after it that of signing in,
  /// 2026-04-01, 19 days later.
  @Test(arguments: [false, true])
  func anotherDayOfALastingIDIsRestated(newerFirst: Bool) throws {
    let scratch = try Scratch()
    let exports = [
      export("2026-03-20", [visit("2026-03-13", phone: "+15550104477")]),
      export("2026-04-02", [visit("2026-04-01", outcome: "attended")]),
    ]
    for export in newerFirst ? exports.reversed() : exports { try scratch.load(export) }
    #expect(
      try rows(scratch, "day, outcome, phone") == [[.integer(20_544), .text("attended"), .text("+15550104477")]])
    #expect(try Restatements.fetch(from: scratch.warehouse).map(\.metric) == ["day"])
  }

  /// A member's id in the sign-in lists of 1 and 8 June, 80 and 87 days after 13 March; on the 8th the member came or did not.
  @Test(arguments: [("attended", false), ("attended", true), ("not attended", false), ("not attended", true)])
  func whatWasAttendedIsNotPutOff(second: String, newerFirst: Bool) throws {
    let scratch = try Scratch()
    let exports = [
      export("2026-06-02", [visit("2026-06-01", outcome: "attended")]),
      export("2026-06-09", [visit("2026-06-08", outcome: second)]),
    ]
    for export in newerFirst ? exports.reversed() : exports { try scratch.load(export) }
    #expect(
      try rows(scratch, "day, outcome") == [
        [.integer(20_605), .text("attended")], [.integer(20_612), .text(second)],
      ])
    #expect(try Restatements.fetch(from: scratch.warehouse).isEmpty)
  }

  /// The list of orders of the week after the event gives the day of the order.
  @Test(arguments: [false, true])
  func aListOfOrdersTakesNoVisitBack(newerFirst: Bool) throws {
    let scratch = try Scratch()
    let exports = [
      export("2026-06-02", [visit("2026-06-01", outcome: "attended")]),
      export("2026-06-09", [visit("2026-03-13", outcome: "attending")]),
    ]
    for export in newerFirst ? exports.reversed() : exports { try scratch.load(export) }
    #expect(try rows(scratch, "day, outcome") == [[.integer(20_605), .text("attended")]])
  }

  /// Who came on two days of one ticket is two visits, in either order.
  @Test func twoDaysOfOneFileStayTwo() throws {
    let scratch = try Scratch()
    let (first, second) = (visit("2026-03-13"), visit("2026-03-14"))
    #expect(try scratch.load(export("2026-03-20", [first, second])).rowsLoaded == 2)
    #expect(try scratch.load(export("2026-03-21", [second, first])).rowsUnchanged == 2)
    #expect(try rows(scratch, "day") == [[.integer(20_525)], [.integer(20_526)]])
    #expect(try Restatements.fetch(from: scratch.warehouse).isEmpty)
  }

  private func call(_ phone: String?, to number: String = "+15550100100") -> Interaction {
    var call = Interaction(
      origin: RecordOrigin(line: 2), platform: "Call tracking", kind: .call, interactionID: "2026-03-13 10:00",
      day: Day(number: 20_525))
    call.phone = phone.flatMap { PhoneNumber($0) }
    call.name = number
    call.seconds = 60
    return call
  }

  /// As a spreadsheet leaves them, and as people at home write them.
  @Test(arguments: [("15550200001", "15550100100"), ("(555) 020-0001", "(555) 010-0100")])
  func numbersAreOnesHoweverTheyAreWritten(caller: String, number: String) throws {
    let scratch = try Scratch()
    try scratch.load(export("2026-03-20", [call("+15550200001")]))
    try scratch.load(export("2026-03-27", [call(caller, to: number)]))
    #expect(
      try rows(scratch, "COUNT(*), SUM(seconds), MAX(phone)") == [[.integer(1), .integer(60), .text("+15550200001")]])
    #expect(try Restatements.fetch(from: scratch.warehouse).map(\.metric) == ["name"])
  }

  @Test func otherNumbersAreOtherCalls() throws {
    let scratch = try Scratch()
    try scratch.load(export("2026-03-20", [call("+15550200001"), call("+15550200002"), call(nil)]))
    try scratch.load(export("2026-03-27", [call("+15550200001", to: "+15550100101")]))
    try scratch.load(export("2026-03-28", [call("+15550200001", to: "Website")]))
    #expect(try scratch.count("interaction") == 5)
  }

  /// Numbers that begin again with each event.
  @Test func otherIDsAreOfTheirDay() throws {
    let scratch = try Scratch()
    try scratch.load(export("2026-03-20", [visit("2026-03-13", isLasting: false)]))
    try scratch.load(export("2026-04-02", [visit("2026-04-01", isLasting: false)]))
    #expect(try scratch.count("interaction") == 2)
  }
}
