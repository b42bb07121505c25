import Testing
import Vocabulary

@testable import Warehouse

@Suite struct WithdrawnFactsTests {
  /// What stands after loading in order, the same after loading in reverse: "A 2026-09-01 10".
  func standing(_ exports: [Export], sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    let (forward, backward) = (try Scratch(), try Scratch())
    for export in exports { try forward.load(export) }
    for export in exports.reversed() { try backward.load(export) }
    let rows = try Self.rows(forward)
    #expect(try Self.rows(backward) == rows, sourceLocation: sourceLocation)
    #expect(
      try forward.warehouse.contentDigest() == backward.warehouse.contentDigest(), sourceLocation: sourceLocation)
    return rows
  }

  static func rows(_ scratch: Scratch) throws -> [String] {
    let answer = try scratch.warehouse.queryRows(
      "SELECT campaign || breakdownValue, firstDay, spendMicros FROM readableAdPerformance ORDER BY 1, 2, 3")
    return answer.rows.compactMap { row in
      guard case .text(let campaign) = row[0], case .integer(let day) = row[1], case .integer(let spend) = row[2]
      else { return nil }
      return "\(campaign) \(Day(number: Int(day))) \(spend / Micros.perUnit)"
    }
  }

  static let first = Export(
    "first", window: "2026-09-01…2026-09-03",
    ads: [ad("A", "2026-09-01", spend: 1), ad("A", "2026-09-02", spend: 2), ad("B", "2026-09-02", spend: 4)])

  @Test func aDayThatTheNewerExportOfItsCampaignLacksGoesAndIsTold() throws {
    let second = Export(
      "second", window: "2026-09-02…2026-09-04",
      ads: [ad("A", "2026-09-03", spend: 8), ad("B", "2026-09-02", spend: 4)])
    #expect(try standing([Self.first, second]) == ["A 2026-09-01 1", "A 2026-09-03 8", "B 2026-09-02 4"])
    let scratch = try Scratch()
    for export in [second, Self.first] { try scratch.load(export) }
    let expected = Restatement(
      table: "adPerformance", metric: "spendMicros", key: "Meta A, 2026-09-02", day: Day(iso: "2026-09-04"),
      oldValue: 2_000_000, newValue: nil, oldFile: "first", newFile: "second",
      window: Day(iso: "2026-09-02").map { DateWindow(day: $0) })
    #expect(try Restatements.fetch(from: scratch.warehouse) == [expected])
    #expect(try scratch.count("adPerformance") == 4)
  }

  @Test func whatAFileTakesBackIsCounted() throws {
    let scratch = try Scratch()
    try scratch.load(Self.first)
    #expect(try WithdrawnRows.fetch(from: scratch.warehouse) == [])
    var won = ad("A", "2026-09-01", spend: 1)
    won.resultType = "Purchases"
    // Of A the first day has moved to another result, the second is gone; B's days are told of.
    let second = Export(
      "second", window: "2026-09-01…2026-09-04",
      ads: [won, ad("A", "2026-09-04", spend: 8), ad("B", "2026-09-02", spend: 4)])
    try scratch.load(second)
    let expected = LackedRows(
      digest: "digest of second", file: "second", olderDigest: "digest of first", rows: 1,
      window: days("2026-09-02…2026-09-02"))
    #expect(try WithdrawnRows.fetch(from: scratch.warehouse) == [expected])
    // Loading the older one again changes nothing.
    try scratch.load(Self.first)
    #expect(try WithdrawnRows.fetch(from: scratch.warehouse) == [expected])
  }

  /// Of two newer files the one that was made last holds what has moved, though the other reaches further.
  @Test func theNewestOfSeveralNewerFilesStatesWhatIsGone() throws {
    let rest = ad("A", "2026-01-02", spend: 5)
    var won = ad("A", "2026-01-01", spend: 100)
    won.resultType = "Purchases"
    let exports = [
      Export(
        "first", window: "2026-01-01…2026-01-03", exported: "2026-01-04",
        ads: [ad("A", "2026-01-01", spend: 100), rest]),
      Export("longer", window: "2026-01-01…2026-01-20", exported: "2026-01-21", ads: [won, rest]),
      Export("last", window: "2026-01-01…2026-01-03", exported: "2026-02-01", ads: [won, rest]),
    ]
    for order in [exports, exports.reversed(), [exports[1], exports[0], exports[2]]] {
      let scratch = try Scratch()
      for export in order { try scratch.load(export) }
      #expect(try WithdrawnRows.fetch(from: scratch.warehouse) == [])
      #expect(try Restatements.fetch(from: scratch.warehouse).allSatisfy { $0.metric != "spendMicros" })
      #expect(try AdSpendRows.fetch(from: scratch.warehouse).reduce(0) { $0 + ($1.spendMicros ?? 0) } == 105_000_000)
    }
  }

  /// Its first result puts a day's row under the result's name: the row is restated, not gone.
  @Test func aDayThatWonAResultIsRestated() throws {
    var won = ad("A", "2026-09-02", spend: 3)
    won.resultType = "Purchases"
    let second = Export(
      "second", window: "2026-09-01…2026-09-04",
      ads: [ad("A", "2026-09-01", spend: 1), won, ad("B", "2026-09-02", spend: 4)])
    #expect(try standing([Self.first, second]) == ["A 2026-09-01 1", "A 2026-09-02 3", "B 2026-09-02 4"])
    let scratch = try Scratch()
    for export in [Self.first, second] { try scratch.load(export) }
    let told = try Restatements.fetch(from: scratch.warehouse)
    #expect(told.map(\.oldValue) == [2_000_000] && told.map(\.newValue) == [3_000_000])
  }

  @Test func allFiguresOfSuchADayAreRestated() throws {
    var before = ad("A", "2026-09-02", spend: 2, impressions: 100)
    before.clicks = 5
    before.reach = 80
    var won = ad("A", "2026-09-02", spend: 2, impressions: 110)
    won.resultType = "Purchases"
    won.conversionsMicros = 1_000_000
    won.reach = 90
    // A second result of the day, among some of the same people.
    var second = ad("A", "2026-09-02", spend: 3, impressions: 20)
    second.resultType = "Leads"
    second.reach = 15
    let scratch = try Scratch()
    try scratch.load(Export("first", window: "2026-09-01…2026-09-02", ads: [ad("A", "2026-09-01", spend: 1), before]))
    let newer = [ad("A", "2026-09-01", spend: 1), won, second]
    try scratch.load(Export("second", window: "2026-09-01…2026-09-04", ads: newer))
    let told = try Restatements.fetch(from: scratch.warehouse)
    // The newer rows have no clicks, which says nothing of them.
    #expect(told.map(\.metric) == ["conversionsMicros", "impressions", "reach", "spendMicros"])
    #expect(told.map(\.oldValue) == [0, 100, 80, 2_000_000])
    #expect(told.map(\.newValue) == [1_000_000, 130, 90, 5_000_000])
  }

  @Test func aDayThatAStillNewerExportHoldsAgainIsBack() throws {
    let second = Export("second", window: "2026-09-01…2026-09-04", ads: [ad("A", "2026-09-04", spend: 8)])
    let third = Export(
      "third", window: "2026-09-02…2026-09-05", ads: [ad("A", "2026-09-02", spend: 3), ad("A", "2026-09-04", spend: 8)])
    let expected = ["A 2026-09-02 3", "A 2026-09-04 8", "B 2026-09-02 4"]
    #expect(try standing([Self.first, second, third]) == expected)
    #expect(try standing([second, third, Self.first]) == expected)
  }

  @Test func anExportOfOneCampaignSaysNothingOfTheOthers() throws {
    let filtered = Export("filtered", window: "2026-09-01…2026-09-04", ads: [ad("A", "2026-09-01", spend: 1)])
    #expect(try standing([Self.first, filtered]) == ["A 2026-09-01 1", "B 2026-09-02 4"])
  }

  @Test func anExportOfOneAgeGroupSaysNothingOfTheOthers() throws {
    func aged(_ value: String, _ day: String, _ spend: Int64) -> AdPerformance {
      ad("A", day, spend: spend, breakdown: "age", value: value)
    }
    let both = Export(
      "both", window: "2026-09-01…2026-09-02",
      ads: [aged("18-24", "2026-09-01", 1), aged("18-24", "2026-09-02", 2), aged("65+", "2026-09-01", 4)])
    let young = Export("young", window: "2026-09-01…2026-09-03", ads: [aged("18-24", "2026-09-02", 2)])
    #expect(try standing([both, young]) == ["A18-24 2026-09-02 2", "A65+ 2026-09-01 4"])
  }

  @Test func anotherAccountLevelOrGrainSaysNothing() throws {
    let all = "2026-09-01…2026-09-09"
    let others = [
      Export("account", window: all, ads: [ad("A", "2026-09-09", spend: 9, account: "Other")]),
      Export("ad", window: all, ads: [ad("A", "2026-09-09", spend: 9, ad: "x")]),
      Export("range", window: all, ads: [ad("A", all, spend: 9)]),
      Export("undated", exported: "2026-09-09", ads: [ad("A", "undated", spend: 9)]),
    ]
    for other in others {
      let rows = try standing([Self.first, other])
      #expect(rows.contains("A 2026-09-01 1") && rows.contains("A 2026-09-02 2"), "\(other.file.name)")
    }
  }

  @Test func aFileWithARejectedRowWithdrawsNothing() throws {
    var batch = CanonicalBatch()
    batch.adPerformance = [ad("A", "2026-09-03", spend: 8)]
    batch.rejectedRows = [RejectedRow(line: 3, column: "Cost", found: "a word", expected: "an amount")]
    batch.rowsRead = 2
    let damaged = Export("damaged", window: "2026-09-01…2026-09-04", [batch])
    let expected = ["A 2026-09-01 1", "A 2026-09-02 2", "A 2026-09-03 8", "B 2026-09-02 4"]
    #expect(try standing([Self.first, damaged]) == expected)
    let scratch = try Scratch()
    for export in [Self.first, damaged] { try scratch.load(export) }
    #expect(try AdSpendRows.fetch(from: scratch.warehouse).compactMap(\.spendMicros).reduce(0, +) == 15_000_000)
  }

  @Test func neitherDoesAFileThatIsNotNewerNorATableOfTheYearBesideThatOfADay() throws {
    let everything = ["A 2026-09-01 1", "A 2026-09-02 2", "A 2026-09-03 8", "B 2026-09-02 4"]
    let equal = Export("equal", window: "2026-09-01…2026-09-03", ads: [ad("A", "2026-09-03", spend: 8)])
    #expect(try standing([Self.first, equal]) == everything)
    let year = "2026-01-01…2026-12-31"
    let mixed = Export("mixed", window: year, ads: [ad("A", "2026-09-03", spend: 8), ad("A", year, spend: 90)])
    #expect(try standing([Self.first, mixed]).filter { !$0.hasSuffix(" 90") } == everything)
  }

  @Test func theDayOfExportDecidesBetweenEqualWindows() throws {
    func export(_ name: String, _ exported: String, _ day: String) -> Export {
      Export(name, window: "2026-09-01…2026-09-03", exported: exported, ads: [ad("A", day, spend: 1)])
    }
    let (early, late) = (export("early", "2026-09-04", "2026-09-01"), export("late", "2026-09-05", "2026-09-02"))
    #expect(try standing([early, late]) == ["A 2026-09-02 1"])
  }

  // MARK: Random series

  /// A linear congruential generator: any will do here.
  struct Draws {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  /// One export as the test knows it: what it covers and holds by campaign and day.
  struct Statement {
    var days: ClosedRange<Int>
    var exported: Int?
    var isWhole: Bool
    var figures: [String: [Int: Int64]]

    func export(_ name: String) -> Export {
      let first = Day(iso: "2026-09-01") ?? Day(number: 0)
      var batch = CanonicalBatch()
      for (campaign, figures) in figures.sorted(by: { $0.key < $1.key }) {
        for (day, spend) in figures.sorted(by: { $0.key < $1.key }) {
          var row = ad(campaign, "\(first + day)", spend: spend)
          row.origin = RecordOrigin(line: batch.adPerformance.count + 2)
          batch.adPerformance.append(row)
        }
      }
      batch.rowsRead = batch.adPerformance.count
      if !isWhole {
        batch.rejectedRows = [RejectedRow(line: 999, column: "Cost", found: "a word", expected: "an amount")]
        batch.rowsRead += 1
      }
      return Export(
        name, window: "\(first + days.lowerBound)…\(first + days.upperBound)",
        exported: exported.map { "\(first + $0)" },
        [batch])
    }
  }

  static func statements(_ draws: inout Draws) -> [Statement] {
    let count = 2 + draws.below(6)
    // Days of export differ, so that no two statements are of equal evidence, and do not go with the days covered.
    var exported = Array(30..<(30 + count))
    for index in exported.indices.dropFirst() { exported.swapAt(index, draws.below(index + 1)) }
    return exported.map { exported in
      let start = draws.below(12)
      let days = start...(start + draws.below(9))
      let only = draws.below(4) == 0 ? ["A", "B", "C"][draws.below(3)] : nil
      var figures: [String: [Int: Int64]] = [:]
      for campaign in ["A", "B", "C"] where only == nil || only == campaign {
        for day in days where draws.below(4) > 0 { figures[campaign, default: [:]][day] = Int64(1 + draws.below(5)) }
      }
      return Statement(days: days, exported: exported, isWhole: draws.below(5) > 0, figures: figures)
    }
  }

  /// By the words of the rule: of each campaign and day what the newest export says that holds the campaign and covers
  /// the day; one with rejected rows speaks only of the days that it holds.
  static func expected(_ statements: [Statement]) -> [String] {
    let first = Day(iso: "2026-09-01") ?? Day(number: 0)
    let oldestFirst = statements.sorted { ($0.exported ?? 0) < ($1.exported ?? 0) }
    var rows: [String] = []
    for campaign in ["A", "B", "C"] {
      for day in 0..<21 {
        let newest = oldestFirst.last { statement in
          guard let figures = statement.figures[campaign], statement.days.contains(day) else { return false }
          return figures[day] != nil || statement.isWhole
        }
        if let spend = newest?.figures[campaign]?[day] { rows.append("\(campaign) \(first + day) \(spend)") }
      }
    }
    return rows
  }

  @Test(arguments: 0..<12)
  func aSeriesInAnyOrderIsTheNewestStatementOfEachDay(seed: Int) throws {
    var draws = Draws(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let statements = Self.statements(&draws)
    let expected = Self.expected(statements)
    let exports = statements.enumerated().map { $1.export("file \($0)") }
    var digests: Set<String> = []
    for isLast in [false, true] {
      var order = Array(exports.indices)
      for index in order.indices.dropFirst() { order.swapAt(index, draws.below(index + 1)) }
      let scratch = try Scratch()
      for index in order { try scratch.load(exports[index]) }
      #expect(try Self.rows(scratch) == expected, "seed \(seed), order \(order)")
      let digest = try scratch.warehouse.contentDigest()
      digests.insert(digest)
      guard isLast else { continue }
      for (index, statement) in statements.enumerated() {
        try scratch.load(exports[index])
        try scratch.load(statement.export("other bytes \(index)"))
      }
      #expect(try scratch.warehouse.contentDigest() == digest, "seed \(seed), loaded again")
    }
    #expect(digests.count == 1, "seed \(seed)")
  }

  /// Files that all say the same, some with the day on which they were made and some without, take nothing from each
  /// other: had the rule a circle, each would find its rows taken back by another.
  @Test(arguments: 0..<40)
  func whatAllFilesSayAlikeStandsOnce(seed: Int) throws {
    var draws = Draws(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7)
    let first = Day(iso: "2026-09-01") ?? Day(number: 0)
    var said: Set<String> = []
    let scratch = try Scratch()
    for index in 0..<(3 + draws.below(3)) {
      let start = draws.below(6)
      let days = start...(start + draws.below(6))
      var figures: [String: [Int: Int64]] = [:]
      for campaign in ["A", "B"] {
        for day in days {
          figures[campaign, default: [:]][day] = Int64(day + 1)
          said.insert("\(campaign) \(first + day) \(day + 1)")
        }
      }
      let exported = draws.below(2) == 0 ? nil : days.upperBound - 1 + draws.below(6)
      let statement = Statement(days: days, exported: exported, isWhole: true, figures: figures)
      try scratch.load(statement.export("file \(index)"))
    }
    #expect(try Self.rows(scratch) == said.sorted(), "seed \(seed)")
  }
}
