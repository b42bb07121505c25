import Testing
import Vocabulary

@testable import Warehouse

/// One account under two names, or under none, counts once, and two accounts count twice.
struct AdAccountsTests {
  private static let brand = "120210000000010001"
  private static let other = "120210000000010009"

  /// A campaign's three days from a day of March on.
  private func week(
    _ account: String, from first: Int, spend: Int64 = 10, id: String = AdAccountsTests.brand, breakdown: String = ""
  ) -> [AdPerformance] {
    (first..<(first + 3)).map { day in
      ad("Brand", "2026-03-0\(day)", spend: spend, impressions: 100, breakdown: breakdown, account: account, id: id)
    }
  }

  /// What counts, by the report and in the readable view, in either order of loading.
  private func spend(_ exports: [Export]) throws -> [Int64] {
    var answers: Set<[Int64]> = []
    for order in [exports, exports.reversed()] {
      let scratch = try Scratch()
      for export in order { try scratch.load(export) }
      try scratch.warehouse.markUncountedAds()
      let told = try AdSpendRows.fetchSelection(from: scratch.warehouse)
      let sums = try ["1", told.selection.condition].map { condition -> Int64 in
        let answer = try scratch.warehouse.queryRows(
          "SELECT SUM(spendMicros) / 1000000 FROM readableAdPerformance WHERE \(condition)")
        guard case .integer(let sum) = answer.rows[0][0] else { return -1 }
        return sum
      }
      let report = told.rows.compactMap(\.spendMicros).reduce(0, +) / Micros.perUnit
      #expect(sums[1] == report, "the condition finds other rows than those that count")
      answers.insert([report, sums[0]])
    }
    #expect(answers.count == 1, "the order of loading makes a difference")
    return answers.first ?? []
  }

  @Test("an account renamed, or named by its id, counts its days once", arguments: ["Shop A GmbH", "1700252260223815"])
  func otherName(name: String) throws {
    let exports = [Export("a", ads: week("Shop A", from: 1)), Export("b", ads: week(name, from: 2))]
    #expect(try spend(exports) == [40, 40])
  }

  @Test("a file that names no account is of the account that has its campaigns' ids, whatever other accounts there are")
  func noName() throws {
    let nameless = Export("a", ads: week("", from: 1))
    let named = Export("b", ads: week("Shop A", from: 2))
    #expect(try spend([nameless, named]) == [40, 40])
    let second = Export("c", ads: week("Shop B", from: 2, spend: 1, id: Self.other))
    #expect(try spend([nameless, named, second]) == [43, 43])
  }

  /// Of another account's campaign.
  private static let second = Export(
    "second", ads: (2...4).map { ad("PMax", "2026-03-0\($0)", spend: 1, impressions: 50, account: "Shop B") })

  private func unowned(_ exports: [Export]) throws -> [UnownedCampaigns] {
    let scratch = try Scratch()
    for export in exports { try scratch.load(export) }
    try scratch.warehouse.markUncountedAds()
    return try UnownedCampaigns.fetch(from: scratch.warehouse)
  }

  /// Days 1 to 3 and 2 to 4 of ten each.
  @Test("a file of names alone is of the account that tells the same figures, and stays so beside a second account")
  func sameFigures() throws {
    let nameless = Export("a", ads: week("", from: 1, id: ""))
    let named = Export("b", ads: week("Shop A", from: 2, id: ""))
    #expect(try spend([nameless, named]) == [40, 40])
    #expect(try spend([nameless, named, Self.second]) == [43, 43])
    let namesake = Export("c", ads: week("Shop B", from: 2, spend: 7, id: ""))
    #expect(try spend([nameless, named, namesake]) == [61, 61])
    #expect(try unowned([nameless, named, namesake]) == [])
  }

  /// The third day cost 8 when it was first told, and 10 in the end.
  @Test func aRestatedDayIsNoOtherCampaign() throws {
    let early = week("", from: 1, id: "").dropLast() + [ad("Brand", "2026-03-03", spend: 8, impressions: 80)]
    let named = Export("b", ads: week("Shop A", from: 1, id: "") + [week("Shop A", from: 2, id: "")[2]])
    #expect(try spend([Export("a", ads: Array(early)), named, Self.second]) == [43, 43])
  }

  /// A client whose account no file names, beside another's campaign of that name: 27, 30 and 3.
  @Test("a file of names alone that tells other figures counts beside the accounts, and that is told")
  func otherFigures() throws {
    let exports = [
      Export("a", ads: week("", from: 1, spend: 9, id: "")), Export("b", ads: week("Shop A", from: 2, id: "")),
      Self.second,
    ]
    #expect(try spend(exports) == [60, 60])
    let told = UnownedCampaigns(
      digest: "digest of a", file: "a", campaigns: 1, accounts: ["Shop A"], window: days("2026-03-02…2026-03-03"),
      rivals: ["digest of b"])
    #expect(try unowned(exports) == [told])
    #expect(try unowned(Array(exports.dropLast())) == [])
  }

  /// 30 of the account's own, 12 of another client's, 60 and 3.
  @Test func oneFileWithOtherFiguresLeavesAllOfThatNameBeside() throws {
    let exports = [
      Export("a", ads: week("", from: 1, id: "")), Export("d", ads: week("", from: 4, spend: 4, id: "")),
      Export("b", ads: week("Shop A", from: 1, id: "") + week("Shop A", from: 4, id: "")), Self.second,
    ]
    #expect(try spend(exports) == [105, 105])
    #expect(try unowned(exports).map(\.file) == ["a", "d"])
  }

  /// Ads of 74 and 75 on days 1 to 3, which the account's own file has as 150 on days 2 to 4: 149, 450 and 3.
  @Test func roundedPartsAreTheSameFigures() throws {
    let nameless = [("One", Int64(74)), ("Two", 75)].flatMap { name, spend in
      (1...3).map { ad("Brand", "2026-03-0\($0)", spend: spend, impressions: 50, ad: name) }
    }
    let exports = [
      Export("a", ads: nameless), Export("b", ads: week("Shop A", from: 2, spend: 150, id: "")), Self.second,
    ]
    #expect(try spend(exports) == [602, 900])
    #expect(try unowned(exports) == [])
  }

  @Test func roundingMakesNoOneCampaignOfTwo() throws {
    let exports = [
      Export("a", ads: week("", from: 1, spend: 149, id: "")),
      Export("b", ads: week("Shop A", from: 1, spend: 150, id: "")), Self.second,
    ]
    #expect(try spend(exports) == [900, 900])
  }

  /// It costs nothing however often it counts.
  @Test func aPausedCampaignIsNoDoubt() throws {
    func paused(_ account: String) -> AdPerformance {
      ad("Sale", "2026-03-02", spend: 0, impressions: 0, account: account)
    }
    let exports = [
      Export("a", ads: week("", from: 1, id: "") + [paused("")]),
      Export("b", ads: week("Shop A", from: 2, id: "") + [paused("Shop A")]), Self.second,
    ]
    #expect(try unowned(exports) == [])
  }

  @Test func namesakesWithIDsOfTheirOwnAreNoDoubt() throws {
    let exports = [
      Export("a", ads: week("", from: 1, id: "10001")), Export("b", ads: week("Shop A", from: 2, id: "10002")),
      Self.second,
    ]
    #expect(try spend(exports) == [63, 63])
    #expect(try unowned(exports) == [])
  }

  /// Of days 1 to 3, told without ids, and 4 to 6, which the client's own table tells too: 30 and 3 of each.
  @Test("a table of one's own that puts two accounts under one name makes them no one account")
  func collectiveName() throws {
    var sheet = Export(
      "sheet", ads: week("Client", from: 4) + week("Client", from: 4, spend: 1, id: Self.other))
    sheet.file.format = "mapping sheet"
    let exports = [
      Export("a", ads: week("Shop A", from: 4)), Export("b", ads: week("Shop B", from: 4, spend: 1, id: Self.other)),
      Export("c", ads: week("Shop A", from: 1, id: "")), Export("d", ads: week("Shop B", from: 1, spend: 1, id: "")),
    ]
    #expect(try spend(exports) == [66, 66])
    #expect(try spend(exports + [sheet]) == [66, 66])
  }

  @Test("a file of both accounts that no longer names them is of both")
  func columnDropped() throws {
    let both = week("Shop A", from: 1) + week("Shop B", from: 2, spend: 1, id: Self.other)
    let dropped = week("", from: 2) + week("", from: 2, spend: 1, id: Self.other)
    #expect(try spend([Export("a", ads: both), Export("b", ads: dropped)]) == [43, 43])
  }

  @Test("a renamed account's breakdown does not count beside its campaigns")
  func brokenDown() throws {
    let exports = [
      Export("ui", ads: week("Shop A", from: 1)),
      Export("table", ads: week("2121450128", from: 1, breakdown: "network+device")),
    ]
    #expect(try spend(exports)[0] == 30)
  }

  @Test("campaigns of one name in two named accounts are two without an id in common")
  func namesProveNothing() throws {
    let plain = [Export("a", ads: week("A", from: 1, id: "")), Export("b", ads: week("B", from: 1, id: ""))]
    #expect(try spend(plain) == [60, 60])
    let ids = [Export("a", ads: week("A", from: 1)), Export("b", ads: week("B", from: 1, id: Self.other))]
    #expect(try spend(ids) == [60, 60])
  }

  @Test(
    "ids that may be several campaigns' prove nothing: short ones, and those that a spreadsheet has cut",
    arguments: ["0", "17", "10017", "120210000000010000"])
  func noProof(id: String) throws {
    let exports = [Export("a", ads: week("A", from: 1, id: id)), Export("b", ads: week("B", from: 1, id: id))]
    #expect(try spend(exports) == [60, 60])
  }

  @Test("one id under two accounts of one file, or of tables read by a mapping, is of two")
  func ownNumbers() throws {
    let both = Export("a", ads: week("A", from: 1) + week("B", from: 1))
    #expect(try spend([both, Export("b", ads: week("B", from: 2))])[0] == 70)
    let mapped = ["A", "B"].map { account in
      var export = Export(account, ads: week(account, from: 1))
      export.file.format = "mapping television"
      return export
    }
    #expect(try spend(mapped) == [60, 60])
  }

  @Test("totals without an account do not count beside the campaigns that they hold, whosever those are")
  func totals() throws {
    let named = Export(
      "a",
      ads: [ad("Brand", "2026-02-01", spend: 5, account: "A", id: Self.brand)]
        + [ad("Brand", "2026-02-01", spend: 6, account: "B", id: Self.other)])
    let nameless = Export("b", ads: week("", from: 1) + week("", from: 1, spend: 1, id: Self.other))
    let totals = Export("c", ads: (1...4).map { ad("", "2026-03-0\($0)", spend: 12, impressions: 200) })
    #expect(try spend([named, nameless, totals])[0] == 5 + 6 + 30 + 3 + 12)
  }

  @Test func namesOfOneAccountAreOneWhateverTheOrder() {
    let tellings = [("A", 1), ("A GmbH", 2), ("", 3)].map { account, file in
      AdAccounts.Telling(account: account, campaign: "Brand", campaignID: Self.brand, file: Int64(file))
    }
    for tellings in [tellings, tellings.reversed()] {
      let accounts = AdAccounts(tellings)
      #expect(accounts.account("A GmbH", campaign: "", id: "") == "A")
      // The only account's.
      #expect(accounts.account("", campaign: "Spring", id: "") == "A")
      #expect(accounts.account("B", campaign: "Brand", id: Self.other) == "B")
    }
  }
}
