import Testing
import Vocabulary

@testable import Warehouse

/// Deals that several exports tell of.
@Suite struct DealTableTests {
  private func export(_ exported: String, _ outcome: Deal.Outcome?, close: String?) -> Export {
    var deal = Deal(origin: RecordOrigin(line: 2), platform: "CRM", dealID: "11")
    (deal.outcome, deal.closeDay) = (outcome, close.flatMap { Day(iso: $0) })
    var batch = CanonicalBatch()
    (batch.deals, batch.rowsRead) = ([deal], 1)
    return Export("export of \(exported)", exported: exported, [batch])
  }

  private func closeDay(of exports: [Export]) throws -> [[QueryAnswer.Value]] {
    let scratch = try Scratch()
    for export in exports { try scratch.load(export) }
    return try scratch.warehouse.queryRows("SELECT outcome, closeDay FROM readableDeal").rows
  }

  /// Whichever export is loaded first. An export between the two knows: 2026-06-14, 20618 days after 1970-01-01.
  @Test func whatWasExpectedOfAnOpenDealIsNoDayOfWinningIt() throws {
    let open = export("2026-06-10", .open, close: "2026-07-31")
    let won = export("2026-06-20", .won, close: nil)
    let known = export("2026-06-15", .won, close: "2026-06-14")
    for exports in [[open, won], [won, open]] {
      #expect(try closeDay(of: exports) == [[.text("won"), .null]])
    }
    for exports in [[open, won, known], [won, open, known], [known, open, won], [open, known, won]] {
      #expect(try closeDay(of: exports) == [[.text("won"), .integer(20_618)]])
    }
  }

  /// 2026-07-31 is 20665 days after 1970-01-01.
  @Test(arguments: [(.open, .open), (.won, .won), (.open, nil), (nil, .won)] as [(Deal.Outcome?, Deal.Outcome?)])
  func aDayIsFilledInWhereNoOtherOutcomeIsKnown(older: Deal.Outcome?, newer: Deal.Outcome?) throws {
    let exports = [export("2026-06-10", older, close: "2026-07-31"), export("2026-06-20", newer, close: nil)]
    for ordered in [exports, Array(exports.reversed())] {
      #expect(try closeDay(of: ordered).map { $0[1] } == [.integer(20_665)])
    }
  }
}
