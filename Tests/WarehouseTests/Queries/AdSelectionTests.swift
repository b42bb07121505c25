import Foundation
import Testing
import Vocabulary

@testable import Warehouse

/// The condition in words finds what the cover chose, in every way in which one spend can be told twice.
@Suite struct AdSelectionTests {
  private let september = "2026-09-01…2026-09-30"

  private func scratch(_ exports: [Export]) throws -> Scratch {
    let scratch = try Scratch()
    for export in exports { try scratch.load(export) }
    return scratch
  }

  /// Spend of the chosen rows and of those that the condition finds.
  private func sums(_ scratch: Scratch) throws -> (chosen: Int64, found: Int64, condition: String) {
    let told = try AdSpendRows.fetchSelection(from: scratch.warehouse)
    let answer = try scratch.warehouse.queryRows(
      "SELECT COALESCE(SUM(spendMicros), 0) FROM readableAdPerformance WHERE \(told.selection.condition)")
    guard case .integer(let found) = answer.rows[0][0] else { return (0, -1, "") }
    return (told.rows.compactMap(\.spendMicros).reduce(0, +), found, told.selection.condition)
  }

  @Test func onePlatformToldInOneWayIsOneCondition() throws {
    let scratch = try scratch([
      Export(
        "a", window: "2026-09-01…2026-09-02", ads: [ad("A", "2026-09-01", spend: 3), ad("B", "2026-09-02", spend: 4)])
    ])
    let sums = try sums(scratch)
    #expect(sums.chosen == 7_000_000 && sums.found == 7_000_000)
    #expect(sums.condition == "platform = 'Meta' AND level = 'campaign' AND breakdown = '' AND grain = 'day'")
  }

  @Test func breakdownsAndPartsAreLeftOut() throws {
    let scratch = try scratch([
      Export("whole", window: september, ads: [ad("A's", september, spend: 100)]),
      Export("age", window: september, ads: [ad("A's", september, spend: 100, breakdown: "age", value: "18-24")]),
      Export(
        "terms", window: september, ads: [ad("A's", "2026-09-03", spend: 40, breakdown: "searchTerm", value: "oak")]),
    ])
    let sums = try sums(scratch)
    #expect(sums.chosen == 100_000_000 && sums.found == sums.chosen)
  }

  /// Half of the month by the day, the rest only in the month's own row of another campaign.
  @Test func aPlatformToldInTwoWaysIsToldApart() throws {
    let scratch = try scratch([
      Export(
        "days", window: "2026-09-01…2026-09-15",
        ads: [ad("A", "2026-09-01", spend: 10), ad("A", "2026-09-09", spend: 5)]),
      Export("month", window: september, ads: [ad("A", september, spend: 40), ad("B", september, spend: 7)]),
      Export("account", window: "2026-08-01…2026-08-31", ads: [ad("", "2026-08-01…2026-08-31", spend: 90)]),
      Export("lost", window: september, ads: [ad("", september, spend: 47)]),
    ])
    let sums = try sums(scratch)
    #expect(sums.found == sums.chosen && sums.chosen > 0, "\(sums)")
  }

  /// One file tells two accounts' campaigns of one name, and the days of one of them count: 15, and the other's 7.
  @Test func accountsWhoseCampaignsBearOneNameAreToldApart() throws {
    let scratch = try scratch([
      Export(
        "month", window: september,
        ads: [ad("Brand", september, spend: 40, account: "DE"), ad("Brand", september, spend: 7, account: "AT")]),
      Export(
        "days", window: september,
        ads: [
          ad("Brand", "2026-09-01", spend: 10, account: "DE"), ad("Brand", "2026-09-09", spend: 5, account: "DE"),
        ]),
    ])
    let sums = try sums(scratch)
    #expect(sums.chosen == 22_000_000 && sums.found == sums.chosen, "\(sums)")
  }

  /// Any choice among any facts is told exactly: each fact alone decides whether the condition finds it.
  @Test(arguments: 1...40) func anyChoiceIsToldExactly(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let scratch = try Scratch()
    var sums: [Int64] = []
    var choices: [AdSelection.Choice] = []
    for file in 1...3 {
      var rows: [AdPerformance] = []
      for index in 0..<12 {
        // Powers of two: each sum belongs to one set of rows.
        let day = "2026-0\(file)-\(10 + random(8))"
        var row = ad(
          ["A", "B", "C's"][random(3)] + "\(index)", day, spend: 1 << Int64(sums.count),
          platform: ["P", "Q"][random(2)])
        row.breakdown = ["", "age"][random(2)]
        rows.append(row)
        let shape = AdCover.Shape(level: "campaign", breakdown: row.breakdown, grain: "day")
        let spend = AdSpendRow(
          platform: row.platform, channel: row.channel, account: "", campaign: row.campaign,
          firstDay: row.window.first, lastDay: row.window.last, currency: row.currency, spendMicros: row.spendMicros,
          impressions: nil, clicks: nil, conversionsMicros: nil, conversionValueMicros: nil)
        let fact = AdCover.Fact(spend: spend, campaignID: "", shape: shape, file: Int64(file))
        // Whole groups are as usual as single rows.
        let isChosen = seed % 3 == 0 ? random(2) == 0 : seed % 3 == 1 ? row.platform == "P" : random(8) < 7
        choices.append((fact, isChosen))
        sums.append(row.spendMicros ?? 0)
      }
      try scratch.load(Export("file \(file)", window: "2026-0\(file)-01…2026-0\(file)-28", ads: rows))
    }
    let selection = AdSelection(choices)
    let answer = try scratch.warehouse.queryRows(
      "SELECT COALESCE(SUM(spendMicros), 0) FROM readableAdPerformance WHERE \(selection.condition)")
    let chosen = zip(sums, choices).reduce(Int64(0)) { $1.1.isChosen ? $0 + $1.0 : $0 }
    #expect(answer.rows[0][0] == .integer(chosen), "\(selection.condition)")
  }

  @Test func nothingChosenIsACondition() throws {
    #expect(AdSelection([]).condition == "0")
  }
}
