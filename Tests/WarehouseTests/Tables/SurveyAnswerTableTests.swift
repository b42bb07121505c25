import Testing
import Vocabulary

@testable import Warehouse

/// Answers without ids that two exports tell of.
@Suite struct SurveyAnswerTableTests {
  private let moment = "2026-03-13 10:00 / 9"

  /// One answer an address, of one minute and score; nil for an answer without.
  private func export(_ exported: String, _ addresses: [String?], moment: String? = nil) -> Export {
    let shared = moment ?? self.moment
    var batch = CanonicalBatch()
    var unknown = 0
    for (place, address) in addresses.enumerated() {
      if address == nil { unknown += 1 }
      var answer = SurveyAnswer(
        origin: RecordOrigin(line: place + 2), platform: "Survey", survey: "NPS",
        responseID: address.map { "\(shared) / \($0)" } ?? (unknown > 1 ? "\(shared) #\(unknown)" : shared),
        question: "How likely?")
      answer.sharedID = shared
      answer.day = Day(number: 20_525)
      answer.email = address.flatMap { EmailAddress($0) }
      answer.scoreMicros = 9 * Micros.perUnit
      batch.surveyAnswers.append(answer)
    }
    batch.rowsRead = addresses.count
    return Export("export of \(exported)", exported: exported, [batch])
  }

  private func rows(_ scratch: Scratch) throws -> [[QueryAnswer.Value]] {
    try scratch.warehouse.queryRows("SELECT email, scoreMicros FROM readableSurveyAnswer ORDER BY 1").rows
  }

  private let ann = "ann@example.org"
  private let bob = "bob@example.org"

  @Test(arguments: [[nil, "ann@example.org"], ["ann@example.org", nil]])
  func anAnswerIsOneWithItsAddressAndWithout(addresses: [String?]) throws {
    let scratch = try Scratch()
    try scratch.load(export("2026-03-16", [addresses[0]]))
    try scratch.load(export("2026-03-25", [addresses[1]]))
    #expect(try rows(scratch) == [[.text(ann), .integer(9_000_000)]])
  }

  /// Also in a sheet that was sorted the other way, in one that was filtered, and beside somebody without an address.
  @Test func twoAddressesStayTwo() throws {
    let scratch = try Scratch()
    try scratch.load(export("2026-03-16", [ann]))
    try scratch.load(export("2026-03-17", [bob]))
    #expect(try scratch.count("surveyAnswer") == 2)
    try scratch.load(export("2026-03-18", [nil, bob, ann]))
    try scratch.load(export("2026-03-19", [bob, nil]))
    #expect(try scratch.count("surveyAnswer") == 3)
  }

  @Test func twoWithoutAddressesAreGivenTheirs() throws {
    let scratch = try Scratch()
    try scratch.load(export("2026-03-16", [nil, nil]))
    try scratch.load(export("2026-03-17", [bob, ann]))
    #expect(try rows(scratch) == [[.text(ann), .integer(9_000_000)], [.text(bob), .integer(9_000_000)]])
    #expect(try scratch.load(export("2026-03-18", [nil, nil])).rowsLoaded == 0)
  }

  @Test func anotherMinuteOrScoreIsAnotherAnswer() throws {
    let scratch = try Scratch()
    try scratch.load(export("2026-03-16", [ann]))
    try scratch.load(export("2026-03-17", [nil], moment: "2026-03-13 10:01 / 9"))
    try scratch.load(export("2026-03-18", [nil], moment: "2026-03-13 10:00 / 3"))
    #expect(try scratch.count("surveyAnswer") == 3)
  }
}
