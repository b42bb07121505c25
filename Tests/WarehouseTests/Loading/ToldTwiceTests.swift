import GRDB
import Testing
import Vocabulary

@testable import Warehouse

/// Rows that two files tell in other words are counted once, in either order of loading.
struct ToldTwiceTests {
  /// The same windows with and without the column that names the result, and before there was one.
  @Test func resultsThatOneFileNames() throws {
    func row(_ result: String) -> AdPerformance {
      var row = ad("X", "2026-03-01…2026-03-31", spend: 5)
      row.resultType = result
      return row
    }
    let named = Export("a", window: "2026-03-01…2026-03-31", ads: [row("Purchases")])
    let plain = Export("b", window: "2026-03-01…2026-03-31", ads: [row("")])
    #expect(try counted(named, plain) == ["X 2026-03-01 5", "sum 5"])
    // Told by one file, both are its own.
    let both = Export("c", window: "2026-03-01…2026-03-31", ads: [row("Purchases"), row("")])
    #expect(try counted(both) == ["X 2026-03-01 5", "X 2026-03-01 5", "sum 10"])
  }

  /// A column left out, and a setting changed.
  @Test(arguments: ["", "1-day click"])
  func attributionsThatNoFileHasBoth(other: String) throws {
    func row(_ attribution: String, _ campaign: String, _ spend: Int64) -> AdPerformance {
      setting(attribution, ad(campaign, "2026-05-01…2026-05-31", spend: spend))
    }
    let one = Export(
      "a", window: "2026-05-01…2026-05-31", ads: [row("7-day click", "X", 30), row("7-day click", "Y", 10)])
    let two = Export("b", window: "2026-05-01…2026-05-31", ads: [row(other, "X", 30), row(other, "Y", 10)])
    #expect(try counted(one, two) == ["X 2026-05-01 30", "Y 2026-05-01 10", "sum 40"])
    let both = Export("c", window: "2026-05-01…2026-05-31", ads: [row("7-day click", "X", 30), row(other, "X", 10)])
    #expect(try counted(one, both).last == "sum 50")
  }

  /// One scan of the table for each ad of an account would take minutes.
  @Test(arguments: [ToldTwice.factSQL, RenamedParts.sql]) func rowsOfASeriesAreFoundByAnIndex(sql: String) throws {
    let scratch = try Scratch()
    try scratch.warehouse.change { db in
      try ToldTwice.withSeriesIndex(in: db) {
        let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: [1, 1])
        #expect(plan.contains { ($0["detail"] as String).contains("USING INDEX adPerformanceSeries") })
      }
      let indexes = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'adPerformanceSeries'")
      #expect(indexes == 0)
    }
  }

  @Test func otherKindsOfResultsAreFoundByAnIndex() throws {
    let scratch = try Scratch()
    try scratch.warehouse.change { db in
      try ToldTwice.withSeriesIndex(in: db) {
        let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + ToldTwice.otherResultSQL)
        #expect(plan.contains { ($0["detail"] as String).contains("q USING INDEX adPerformanceSeries") })
      }
    }
  }

  /// "campaign day spend" of all rows that count, in the order of their texts.
  private func counted(_ exports: Export...) throws -> [String] {
    var answers: Set<[String]> = []
    for order in [exports, exports.reversed()] {
      let scratch = try Scratch()
      for export in order { try scratch.load(export) }
      try scratch.warehouse.markUncountedAds()
      let sum = try AdSpendRows.fetch(from: scratch.warehouse).reduce(0) { $0 + ($1.spendMicros ?? 0) }
      let rows = try scratch.warehouse.queryRows(
        "SELECT campaign, ad, firstDay, spendMicros / 1000000 FROM readableAdPerformance"
      ).rows.map { row in
        guard case .text(let campaign) = row[0], case .text(let ad) = row[1], case .integer(let day) = row[2],
          case .integer(let spend) = row[3]
        else { return "?" }
        return "\(campaign)\(ad) \(Day(number: Int(day))) \(spend)"
      }
      answers.insert(rows.sorted() + ["sum \(sum / Micros.perUnit)"])
    }
    #expect(answers.count == 1, "the order of loading makes a difference")
    return answers.first ?? []
  }

  private func won(_ conversions: Int64?, _ result: String, _ row: AdPerformance) -> AdPerformance {
    var row = row
    row.resultType = result
    row.conversionsMicros = conversions.map { $0 * Micros.perUnit }
    return row
  }

  /// The claims that count.
  private func conversions(_ exports: Export...) throws -> Int64 {
    let scratch = try Scratch()
    for export in exports { try scratch.load(export) }
    try scratch.warehouse.markUncountedAds()
    let micros = try AdSpendRows.fetch(from: scratch.warehouse).reduce(0) { $0 + ($1.conversionsMicros ?? 0) }
    return micros / Micros.perUnit
  }

  private func setting(_ attribution: String, _ row: AdPerformance) -> AdPerformance {
    var row = row
    row.attribution = attribution
    return row
  }

  /// A day's equal figures tell that x bears another name; y is told by both.
  @Test func anAdThatWasRenamed() throws {
    func row(_ name: String, _ day: Int, _ spend: Int64) -> AdPerformance {
      ad("A ", "2026-03-0\(day)", spend: spend, impressions: spend * 10, ad: name)
    }
    let old = Export(
      "a", window: "2026-03-01…2026-03-02", ads: [row("x", 1, 10), row("x", 2, 10), row("y", 1, 90), row("y", 2, 90)])
    let new = Export(
      "b", window: "2026-03-01…2026-03-03", ads: [row("x2", 1, 10), row("x2", 2, 11), row("y", 1, 90), row("y", 2, 90)])
    #expect(
      try counted(old, new) == [
        "A x2 2026-03-01 10", "A x2 2026-03-02 11", "A y 2026-03-01 90", "A y 2026-03-02 90", "sum 201",
      ])
  }

  /// Two ads of the older file cost what one of the newer does, which cannot be both.
  @Test func figuresThatAFileTellsOfTwoAdsTellOfNoNewName() throws {
    func row(_ name: String, _ spend: Int64) -> AdPerformance {
      ad("A ", "2026-03-01", spend: spend, impressions: spend * 10, ad: name)
    }
    let old = Export("a", window: "2026-03-01", ads: [row("x", 10), row("y", 10), row("z", 90)])
    let new = Export("b", window: "2026-03-01…2026-03-02", ads: [row("w", 10), row("z", 90)])
    #expect(
      try counted(old, new) == [
        "A w 2026-03-01 10", "A x 2026-03-01 10", "A y 2026-03-01 10", "A z 2026-03-01 90", "sum 120",
      ])
  }

  /// The newer file has no day without a result any more.
  @Test func aDayOfAnAdThatWonAResult() throws {
    func row(_ day: Int, _ spend: Int64, _ result: String) -> AdPerformance {
      var row = ad("A ", "2026-03-0\(day)", spend: spend, ad: "x")
      row.resultType = result
      return row
    }
    let old = Export("a", window: "2026-03-01…2026-03-02", ads: [row(1, 5, "Purchases"), row(2, 6, "")])
    let new = Export(
      "b", window: "2026-03-01…2026-03-03", ads: [row(1, 5, "Purchases"), row(2, 7, "Purchases")])
    #expect(try counted(old, new) == ["A x 2026-03-01 5", "A x 2026-03-02 7", "sum 12"])
  }

  /// Another language, another word for it, or a file without the column. The days without a result are one series in all
  /// files and join nothing; the older file's last day was still running.
  @Test(arguments: ["", "Website-Käufe", "Purchases"], ["", "2026-03-05"])
  func anAdUnderAnotherKindOfResult(other: String, exported: String) throws {
    func row(_ day: Int, _ spend: Int64, _ result: String, _ conversions: Int64?) -> AdPerformance {
      won(conversions, result, ad("A ", "2026-03-0\(day)", spend: spend, impressions: spend * 10, ad: "x"))
    }
    let old = Export(
      "a", window: "2026-03-01…2026-03-03",
      ads: [row(1, 10, "Website purchases", 2), row(2, 10, "", nil), row(3, 4, "Website purchases", 1)])
    let new = Export(
      "b", window: "2026-03-01…2026-03-04", exported: exported.isEmpty ? nil : exported,
      ads: [row(1, 10, other, 2), row(2, 10, "", nil), row(3, 11, other, 3), row(4, 12, other, 1)])
    #expect(
      try counted(old, new) == [
        "A x 2026-03-01 10", "A x 2026-03-02 10", "A x 2026-03-03 11", "A x 2026-03-04 12", "sum 43",
      ])
    #expect(try conversions(old, new) == 6)
  }

  /// The same days again, so that neither file is the newer, also of a whole campaign.
  @Test(arguments: ["", "x"]) func theSameDaysWithoutTheColumn(ad name: String) throws {
    func row(_ day: Int, _ result: String, _ conversions: Int64?) -> AdPerformance {
      won(conversions, result, ad("A ", "2026-03-0\(day)", spend: 10, ad: name))
    }
    let named = Export("a", window: "2026-03-01…2026-03-02", ads: [row(1, "Purchases", 2), row(2, "", nil)])
    let plain = Export("b", window: "2026-03-01…2026-03-02", ads: [row(1, "", 2), row(2, "", nil)])
    #expect(try counted(named, plain).last == "sum 20")
    #expect(try conversions(named, plain) == 2)
  }

  /// Neither file is the newer, and the one without the column has no results: whichever digest is the greater, the row with
  /// more figures counts, and one of the two does.
  @Test(arguments: ["0", "z"], ["2026-03-01", "2026-03-01…2026-03-07"])
  func theSameWindowWithoutTheResults(digest: String, days: String) throws {
    func row(_ result: String, _ conversions: Int64?) -> AdPerformance {
      won(conversions, result, ad("A ", days, spend: 10, ad: "x"))
    }
    let named = Export("m", window: days, ads: [row("Purchases", 2)])
    let plain = Export(digest, window: days, ads: [row("", nil)])
    #expect(try counted(named, plain) == ["A x 2026-03-01 10", "sum 10"])
    #expect(try conversions(named, plain) == 2)
  }

  /// Files have series of days alone. The newer week is of almost equal figures; those of two results of one ad are not.
  @Test func weeksUnderAnotherKindOfResult() throws {
    func row(_ days: String, _ spend: Int64, _ result: String) -> AdPerformance {
      won(1, result, ad("A ", days, spend: spend, impressions: spend * 10, ad: "x"))
    }
    let (first, second) = ("2026-03-02…2026-03-08", "2026-03-09…2026-03-15")
    let old = Export("a", window: first, ads: [row(first, 100, "Purchases")])
    let new = Export("b", window: "2026-03-02…2026-03-15", ads: [row(first, 101, "Käufe"), row(second, 90, "Käufe")])
    #expect(try counted(old, new) == ["A x 2026-03-02 101", "A x 2026-03-09 90", "sum 191"])
    let both = Export("c", window: first, ads: [row(first, 100, "Käufe"), row(first, 40, "Leads")])
    #expect(try counted(both, new) == ["A x 2026-03-02 101", "A x 2026-03-02 40", "A x 2026-03-09 90", "sum 231"])
  }

  @Test func amountsWithoutACurrencyStandForNoResultThatHasOne() throws {
    func row(_ day: Int, _ result: String) -> AdPerformance {
      won(1, result, ad("A ", "2026-03-0\(day)", spend: 5, ad: "x"))
    }
    var silent = row(1, "")
    silent.currency = nil
    let scratch = try Scratch()
    try scratch.load(Export("ui", window: "2026-03-01…2026-03-02", ads: [row(1, "Purchases"), row(2, "")]))
    try scratch.load(Export("connector", window: "2026-03-01…2026-03-03", ads: [silent]))
    try scratch.warehouse.markUncountedAds()
    #expect(try scratch.count("toldTwice") == 0)
  }

  /// A row for each kind of result, of which a newer file was filtered.
  @Test func kindsOfResultThatOneFileTellsSideBySide() throws {
    func row(_ day: Int, _ spend: Int64, _ result: String) -> AdPerformance {
      won(1, result, ad("A ", "2026-03-0\(day)", spend: spend, ad: "x"))
    }
    let split = Export("a", window: "2026-03-01", ads: [row(1, 10, "Purchases"), row(1, 5, "Leads")])
    let filtered = Export(
      "b", window: "2026-03-01…2026-03-02", ads: [row(1, 11, "Purchases"), row(2, 12, "Purchases")])
    #expect(
      try counted(split, filtered) == ["A x 2026-03-01 11", "A x 2026-03-01 5", "A x 2026-03-02 12", "sum 28"])
    // The spend on a row of its own, beside the results; a row without spend tells none of it again.
    let once = Export("c", window: "2026-03-01", ads: [row(1, 10, ""), row(1, 0, "Purchases"), row(1, 0, "Leads")])
    let spend = Export("d", window: "2026-03-01…2026-03-02", ads: [row(1, 11, ""), row(2, 12, "")])
    #expect(
      try counted(once, spend) == [
        "A x 2026-03-01 0", "A x 2026-03-01 0", "A x 2026-03-01 11", "A x 2026-03-02 12", "sum 23",
      ])
    let results = Export("e", window: "2026-03-01…2026-03-02", ads: [row(1, 0, "Purchases"), row(2, 0, "Purchases")])
    #expect(
      try counted(once, results) == [
        "A x 2026-03-01 0", "A x 2026-03-01 0", "A x 2026-03-01 10", "A x 2026-03-02 0", "sum 10",
      ])
  }

  @Test func namesInOtherCaseAndBlanks() throws {
    let old = Export("a", ads: [ad("Brand  DE", "2026-03-01", spend: 9), ad("Brand  DE", "2026-03-02", spend: 9)])
    let new = Export("b", ads: [ad("BRAND DE", "2026-03-02", spend: 10), ad("BRAND DE", "2026-03-03", spend: 11)])
    #expect(
      try counted(old, new) == ["BRAND DE 2026-03-02 10", "BRAND DE 2026-03-03 11", "Brand  DE 2026-03-01 9", "sum 30"])
    // The month is the same campaign's, and its days are told already.
    let month = Export(
      "c", window: "2026-03-01…2026-03-02", ads: [ad("brand de", "2026-03-01…2026-03-02", spend: 18)])
    #expect(try counted(old, month).last == "sum 18")
  }

  @Test func campaignsThatAFileTellsSideBySideAreTwoWhateverTheirCase() throws {
    let both = Export(
      "a", window: "2026-03-01", ads: [ad("Brand", "2026-03-01", spend: 9), ad("BRAND", "2026-03-01", spend: 4)])
    let one = Export(
      "b", window: "2026-03-01…2026-03-02",
      ads: [ad("Brand", "2026-03-01", spend: 9), ad("Brand", "2026-03-02", spend: 9)])
    #expect(try counted(both, one).last == "sum 22")
  }

  @Test func idsBesideTheNames() throws {
    let names = Export("a", ads: [ad("X", "2026-03-01", spend: 5), ad("X", "2026-03-02", spend: 6)])
    let ids = Export("b", ads: [ad("X", "2026-03-01", spend: 5, id: "1"), ad("X", "2026-03-02", spend: 6, id: "1")])
    #expect(try counted(names, ids) == ["X 2026-03-01 5", "X 2026-03-02 6", "sum 11"])
  }

  @Test("campaigns of one name with ids of their own are several, and a table without ids tells all of them again")
  func severalIDsUnderOneName() throws {
    let first = Export("a", window: "2026-03-01", ads: [ad("Brand", "2026-03-01", spend: 5, id: "111")])
    let second = Export("b", ads: [ad("Brand", "2026-03-01", spend: 7, id: "222")])
    #expect(try counted(first, second) == ["Brand 2026-03-01 5", "Brand 2026-03-01 7", "sum 12"])
    let later = Export(
      "e", window: "2026-03-01…2026-03-02",
      ads: [ad("Brand", "2026-03-01", spend: 7, id: "222"), ad("Brand", "2026-03-02", spend: 1, id: "222")])
    #expect(
      try counted(first, later) == [
        "Brand 2026-03-01 5", "Brand 2026-03-01 7", "Brand 2026-03-02 1", "sum 13",
      ])
    let whole = Export(
      "r", window: "2026-03-01…2026-03-02", ads: [ad("Brand", "2026-03-01…2026-03-02", spend: 7, id: "222")])
    #expect(try counted(first, whole).last == "sum 12")
    // A file of another month that names the campaign without an id takes nothing back.
    let march = Export("g", window: "2026-04-01", ads: [ad("Brand", "2026-04-01", spend: 2)])
    #expect(try counted(first, later, march).last == "sum 15")
    let attributed = Export(
      "c", window: "2026-03-01", ads: [setting("7-day click", ad("Brand", "2026-03-01", spend: 5, id: "111"))])
    #expect(try counted(first, second, attributed) == ["Brand 2026-03-01 5", "Brand 2026-03-01 7", "sum 12"])
    let names = Export("d", ads: [ad("Brand", "2026-03-01", spend: 12)])
    let told = try counted(first, second, names)
    #expect(
      told == ["Brand 2026-03-01 5", "Brand 2026-03-01 7", "sum 12"] || told == ["Brand 2026-03-01 12", "sum 12"])
  }

  @Test("two tables without ids tell each other's days again, also where another month's file names several ids")
  func severalTablesWithoutIDs() throws {
    let ids = Export(
      "f", ads: [ad("A", "2026-01-01", spend: 1, id: "1"), ad("A", "2026-01-01", spend: 2, id: "2")])
    let plain = Export("p", ads: [ad("A", "2026-02-01", spend: 5)])
    let attributed = Export("q", ads: [setting("7-day click", ad("A", "2026-02-01", spend: 5))])
    #expect(
      try counted(ids, plain, attributed) == ["A 2026-01-01 1", "A 2026-01-01 2", "A 2026-02-01 5", "sum 8"])
  }

  @Test func anAccountsNameAnAttributionAndATypeOfCampaign() throws {
    let plain = Export("a", ads: [ad("X", "2026-03-01", spend: 5)])
    let named = Export("b", ads: [ad("X", "2026-03-01", spend: 5, account: "Shop")])
    #expect(try counted(plain, named) == ["X 2026-03-01 5", "sum 5"])
    let set = Export("c", ads: [setting("7-day click", ad("X", "2026-03-01", spend: 5))])
    #expect(try counted(plain, set) == ["X 2026-03-01 5", "sum 5"])
    var search = ad("X", "2026-03-01", spend: 5)
    search.channel = .paidSearch
    #expect(try counted(plain, Export("d", ads: [search])) == ["X 2026-03-01 5", "sum 5"])
  }

  @Test("what one file tells side by side are different things, also where another file holds one of them")
  func sideBySide() throws {
    let two = [setting("click", ad("X", "2026-03-01", spend: 5)), setting("view", ad("X", "2026-03-01", spend: 2))]
    #expect(try counted(Export("a", ads: two)) == ["X 2026-03-01 2", "X 2026-03-01 5", "sum 7"])
    #expect(
      try counted(Export("a", ads: two), Export("b", ads: [two[0]])) == ["X 2026-03-01 2", "X 2026-03-01 5", "sum 7"])
  }

  @Test("parts of a campaign that only one of the files tells stay")
  func parts() throws {
    let plain = Export("a", ads: [ad("X", "2026-03-01", spend: 5, ad: "p"), ad("X", "2026-03-01", spend: 6, ad: "q")])
    let ids = Export(
      "b",
      ads: [ad("X", "2026-03-01", spend: 5, ad: "p", id: "1"), ad("X", "2026-03-01", spend: 7, ad: "r", id: "1")])
    #expect(try counted(plain, ids) == ["Xp 2026-03-01 5", "Xq 2026-03-01 6", "Xr 2026-03-01 7", "sum 18"])
  }

  @Test("of two tellings the newer counts; of two as new, for each day, the one with more figures, then more spend")
  func preferred() throws {
    let older = Export("z", exported: "2026-03-05", ads: [ad("X", "2026-03-01", spend: 9)])
    let newer = Export("a", exported: "2026-03-06", ads: [ad("X", "2026-03-01", spend: 5, id: "1")])
    #expect(try counted(older, newer) == ["X 2026-03-01 5", "sum 5"])
    let less = Export("y", ads: [ad("X", "2026-03-01", spend: 9), ad("X", "2026-03-02", spend: 3)])
    let more = Export("b", ads: [ad("X", "2026-03-01", spend: 5, impressions: 70, id: "1")])
    #expect(try counted(less, more) == ["X 2026-03-01 5", "X 2026-03-02 3", "sum 8"])
    let larger = Export("c", ads: [ad("X", "2026-03-01", spend: 9, id: "1")])
    #expect(try counted(less, larger) == ["X 2026-03-01 9", "X 2026-03-02 3", "sum 12"])
  }

  @Test("other windows than days, other campaigns, platforms and accounts are no tellings of the same")
  func others() throws {
    let range = Export("a", ads: [ad("X", "2026-03-01…2026-03-09", spend: 5)])
    let same = Export("b", ads: [ad("X", "2026-03-01…2026-03-09", spend: 5, id: "1")])
    #expect(try counted(range, same) == ["X 2026-03-01 5", "sum 5"])
    let other = Export(
      "c",
      ads: [
        ad("Y", "2026-03-01…2026-03-09", spend: 5, id: "1"), ad("X", "2026-03-01…2026-03-09", spend: 5, platform: "B"),
      ])
    #expect(try counted(range, other).last == "sum 15")
    let here = Export("d", ads: [ad("X", "2026-03-01", spend: 5, account: "1")])
    let there = Export("e", ads: [ad("X", "2026-03-01", spend: 5, account: "2")])
    #expect(try counted(here, there).last == "sum 10")
  }

  @Test("amounts without a currency do not stand for those that have one, though their file is newer")
  func currency() throws {
    let scratch = try Scratch()
    var silent = ad("X", "2026-03-01", spend: 5, id: "1")
    silent.currency = nil
    try scratch.load(Export("ui", window: "2026-03-01", ads: [ad("X", "2026-03-01", spend: 5)]))
    try scratch.load(Export("connector", window: "2026-03-01…2026-03-02", ads: [silent]))
    try scratch.warehouse.markUncountedAds()
    #expect(try ToldTwiceRows.fetch(from: scratch.warehouse).map(\.file) == ["connector"])
  }

  @Test func whatDoesNotCountIsToldOf() throws {
    let scratch = try Scratch()
    try scratch.load(Export("names", ads: [ad("X", "2026-03-01", spend: 5)]))
    try scratch.load(Export("ids", ads: [ad("X", "2026-03-01", spend: 6, id: "1")]))
    try scratch.warehouse.markUncountedAds()
    let told = try ToldTwiceRows.fetch(from: scratch.warehouse)
    #expect(told == [ToldTwiceRows(digest: "digest of names", file: "names", countedFile: "ids", rows: 1)])
    try scratch.warehouse.markUncountedAds()
    #expect(try scratch.count("toldTwice") == 1)
  }
}
