import Testing
import Vocabulary

@testable import Warehouse

@Suite struct RestatementTests {
  let older = Export(
    "older.csv", window: "2026-09-01…2026-09-02",
    ads: [ad("A", "2026-09-01", spend: 10, impressions: 7), ad("A", "2026-09-02", spend: 20)])
  let newer = Export(
    "newer.csv", window: "2026-09-02…2026-09-03",
    ads: [ad("A", "2026-09-02", spend: 25), ad("A", "2026-09-03", spend: 30)])

  /// Nil is a file whose currency nobody had said yet.
  private func revenue(_ name: String, _ window: String, in currency: String?, _ values: [(String, Int64)]) -> Export {
    var batch = CanonicalBatch()
    batch.webTraffic = values.enumerated().map { index, value in
      WebTraffic(
        origin: RecordOrigin(line: index + 2), tool: "GA4", property: "", window: days(value.0), dimension: "",
        dimensionValue: "", metric: .revenue, metricName: "Revenue", valueMicros: value.1 * Micros.perUnit,
        currency: currency.flatMap { Currency($0) })
    }
    batch.rowsRead = values.count
    return Export(name, window: window, [batch])
  }

  /// 50 on the first day, and what the newer export says of the others: 60 and 70.
  @Test func aRowIsTheSameOnceItsCurrencyIsKnown() throws {
    let unsaid = revenue("unsaid", "2026-09-01…2026-09-02", in: nil, [("2026-09-01", 50), ("2026-09-02", 55)])
    let pounds = revenue("pounds", "2026-09-02…2026-09-03", in: "GBP", [("2026-09-02", 60), ("2026-09-03", 70)])
    let expected: [[QueryAnswer.Value]] = [
      [.null, .integer(50_000_000)], [.text("GBP"), .integer(60_000_000)], [.text("GBP"), .integer(70_000_000)],
    ]
    for files in [[unsaid, pounds], [pounds, unsaid]] {
      let scratch = try Scratch()
      for file in files { try scratch.load(file) }
      let answer = try scratch.warehouse.queryRows(
        "SELECT currency, valueMicros FROM readableWebTraffic ORDER BY firstDay")
      #expect(answer.rows == expected)
    }
  }

  private func payment(_ name: String, at instant: Int64, exported: String? = nil) -> Export {
    var batch = CanonicalBatch()
    var payment = Payment(
      origin: RecordOrigin(line: 2), platform: "Pay", paymentID: "1", kind: .charge, day: days("2026-03-13").first)
    payment.instant = instant
    (batch.payments, batch.rowsRead) = ([payment], 1)
    return Export(name, exported: exported, [batch])
  }

  /// 2026-03-13 10:11:12 and, saved again by a spreadsheet, 10:11: the seconds stay, whichever comes first or is newer.
  @Test(arguments: [nil, "2026-03-14"])
  func aMomentToTheMinuteIsTheOneWithSeconds(savedOn day: String?) throws {
    let full = payment("full", at: 1_773_396_672, exported: day.map { _ in "2026-03-13" })
    let saved = payment("saved", at: 1_773_396_660, exported: day)
    for exports in [[full, saved], [saved, full]] {
      let scratch = try Scratch()
      for export in exports { try scratch.load(export) }
      let answer = try scratch.warehouse.queryRows("SELECT instant FROM readablePayment")
      #expect(answer.rows == [[.integer(1_773_396_672)]])
      #expect(try scratch.count("restatement") == 0)
    }
  }

  /// 10:11:00 is neither 10:12 nor 10:10:59, and two seconds of one minute are two.
  @Test(arguments: [
    (Int64(1_773_396_660), Int64(1_773_396_720)), (1_773_396_659, 1_773_396_660), (1_773_396_661, 1_773_396_672),
  ])
  func otherMomentsContradict(one: Int64, other: Int64) throws {
    let scratch = try Scratch()
    try scratch.load(payment("one", at: one))
    #expect(throws: WarehouseError.equalEvidence(table: "payment", first: "other", second: "one")) {
      try scratch.load(payment("other", at: other))
    }
  }

  @Test func rowsOfTwoKnownCurrenciesAreTwo() throws {
    let scratch = try Scratch()
    try scratch.load(revenue("pounds", "2026-09-01", in: "GBP", [("2026-09-01", 50)]))
    try scratch.load(revenue("euros", "2026-09-01", in: "EUR", [("2026-09-01", 50)]))
    #expect(try scratch.count("webTraffic") == 2)
    // It may be either's.
    try scratch.load(revenue("unsaid", "2026-09-01", in: nil, [("2026-09-01", 50)]))
    #expect(try scratch.count("webTraffic") == 3)
  }

  @Test func theNewerFigureStandsInEitherOrderAndTheOldOneIsKept() throws {
    let (forward, backward) = (try Scratch(), try Scratch())
    try forward.load(older)
    let update = try forward.load(newer)
    #expect([update.rowsLoaded, update.rowsUpdated, update.rowsUnchanged] == [1, 1, 0])
    try backward.load(newer)
    let late = try backward.load(older)
    #expect([late.rowsLoaded, late.rowsUpdated, late.rowsUnchanged] == [1, 0, 1])
    #expect(try forward.warehouse.contentDigest() == backward.warehouse.contentDigest())
    #expect(try AdSpendRows.fetch(from: forward.warehouse) == AdSpendRows.fetch(from: backward.warehouse))
    #expect(try AdSpendRows.fetch(from: forward.warehouse).map(\.spendMicros) == [10_000_000, 25_000_000, 30_000_000])
    let expected = Restatement(
      table: "adPerformance", metric: "spendMicros", key: "Meta A, 2026-09-02", day: Day(iso: "2026-09-03"),
      oldValue: 20_000_000, newValue: 25_000_000, oldFile: "older.csv", newFile: "newer.csv",
      window: Day(iso: "2026-09-02").map { DateWindow(day: $0) })
    #expect(try Restatements.fetch(from: forward.warehouse) == [expected])
    #expect(try Restatements.fetch(from: backward.warehouse) == [expected])
  }

  @Test func aFileWhoseDifferingRowsAllLoseIsSuperseded() throws {
    let scratch = try Scratch()
    try scratch.load(newer)
    let late = Export("late.csv", window: "2026-09-02", ads: [ad("A", "2026-09-02", spend: 24)])
    let report = try scratch.load(late)
    #expect(report.status == .superseded && report.rowsSuperseded == 1 && report.supersededBy == "newer.csv")
    // Also where the older one knows what the newer does not.
    var clicked = ad("A", "2026-09-03", spend: 29)
    clicked.clicks = 3
    let more = try scratch.load(Export("more.csv", window: "2026-09-02", ads: [clicked]))
    #expect(more.rowsUpdated == 1 && more.rowsSuperseded == 1 && more.supersededBy == "newer.csv")
  }

  /// The order and its items are rows of two tables and one row of the file.
  @Test func aRowOfSeveralTablesLosesOnce() throws {
    func export(_ name: String, _ day: String, subtotal: Int64, quantity: Int64) -> Export {
      Export(
        name, exported: day,
        orders: [
          order("1", "2026-09-01", email: nil, line: 2, subtotal: subtotal),
          order("2", "2026-09-01", email: nil, line: 3, subtotal: subtotal),
        ],
        lines: [
          line(of: "1", 1, "Cup", quantity: quantity, line: 2), line(of: "2", 1, "Cup", quantity: quantity, line: 3),
        ])
    }
    let scratch = try Scratch()
    try scratch.load(export("later.csv", "2026-09-30", subtotal: 20, quantity: 2))
    let report = try scratch.load(export("earlier.csv", "2026-09-10", subtotal: 21, quantity: 3))
    #expect(report.rowsSuperseded == 2 && report.supersededBy == "later.csv")
  }

  @Test func theDayOfExportDecidesWhereTheCoveredEndDoesNot() throws {
    let scratch = try Scratch()
    try scratch.load(Export("b", window: "2026-09-01", exported: "2026-09-09", ads: [ad("A", "2026-09-01", spend: 2)]))
    try scratch.load(Export("a", window: "2026-09-01", exported: "2026-09-08", ads: [ad("A", "2026-09-01", spend: 1)]))
    #expect(try AdSpendRows.fetch(from: scratch.warehouse).map(\.spendMicros) == [2_000_000])
  }

  @Test("a closed month that is exported again is newer than what was exported before and reaches further")
  func theDayOfExportComesFirst() throws {
    let further = Export(
      "b", window: "2026-09-01…2026-09-30", exported: "2026-10-01",
      ads: [ad("A", "2026-09-01", spend: 1), ad("A", "2026-09-30", spend: 5)])
    let again = Export("a", window: "2026-09-01", exported: "2026-10-02", ads: [ad("A", "2026-09-01", spend: 2)])
    for order in [[further, again], [again, further]] {
      let scratch = try Scratch()
      for export in order { try scratch.load(export) }
      #expect(try AdSpendRows.fetch(from: scratch.warehouse).map(\.spendMicros) == [2_000_000, 5_000_000])
    }
  }

  @Test("where the one that reaches further does not say when it was made, that is asked")
  func theDayOfExportIsAskedFor() throws {
    let further = Export(
      "far.csv", window: "2026-09-01…2026-09-30",
      ads: [ad("A", "2026-09-01", spend: 1), ad("A", "2026-09-30", spend: 5)])
    let again = Export("a.csv", window: "2026-09-01", exported: "2026-10-02", ads: [ad("A", "2026-09-01", spend: 2)])
    for (order, advice) in [
      ([further, again], "ingest all files into a new warehouse"), ([again, further], "ingest it again"),
    ] {
      let scratch = try Scratch()
      try scratch.load(order[0])
      let error = #expect(throws: WarehouseError.self) { try scratch.load(order[1]) }
      let (first, second) = (order[1].file.name, order[0].file.name)
      #expect(error == .unknownExport(table: "adPerformance", first: first, second: second, lacking: "far.csv"))
      #expect(error?.description.contains("put the day of export into the name of far.csv, ") == true)
      #expect(error?.description.hasSuffix(advice) == true)
    }
  }

  @Test("of figures that share a column, which one was restated is told")
  func websiteFiguresAreToldByName() throws {
    let scratch = try Scratch()
    for (day, visits) in [("2026-09-08", Int64(100)), ("2026-09-09", 120)] {
      var batch = CanonicalBatch()
      batch.webTraffic = [(WebMetric.sessions, "Sessions"), (.users, "Users"), (.other, "Depth")].enumerated().map {
        WebTraffic(
          origin: RecordOrigin(line: $0.offset + 2), tool: "GA4", property: "", window: days("2026-09-01"),
          dimension: "channel", dimensionValue: "Email", metric: $0.element.0, metricName: $0.element.1,
          valueMicros: visits)
      }
      batch.socialMetrics = [
        SocialMetric(
          origin: RecordOrigin(line: 9), platform: "Meta", profile: "", window: days("2026-09-01"),
          measure: .reach, measureName: "Reach", valueMicros: visits)
      ]
      batch.rowsRead = 4
      try scratch.load(Export(day, window: "2026-09-01", exported: day, [batch]))
    }
    let told = try Restatements.fetch(from: scratch.warehouse)
    #expect(
      Set(told.map { "\($0.table) \($0.figure) by \($0.dimension): \($0.isAdditive)" }) == [
        "webTraffic sessions by channel: true", "webTraffic users by channel: false",
        "webTraffic Depth by channel: false", "socialMetric reach by : false",
      ])
    #expect(told.allSatisfy { $0.window == days("2026-09-01") })
  }

  @Test("what is restated of sales, bills and mailings is of their own days")
  func theDaysOfTheFigures() throws {
    let scratch = try Scratch()
    let origin = RecordOrigin(line: 2)
    let email = EmailAddress("a@b.de")
    for (exported, amount) in [("2026-10-08", Int64(100)), ("2026-10-09", 120)] {
      var batch = CanonicalBatch()
      var payment = Payment(
        origin: origin, platform: "Pay", paymentID: "1", kind: .charge, day: days("2026-09-01").first)
      (payment.amountMicros, payment.email) = (amount, email)
      var refund = Refund(origin: origin, platform: "Shop", shop: "", refundID: "1", day: days("2026-09-02").first)
      refund.amountMicros = amount
      var invoice = Invoice(origin: origin, platform: "Pay", invoiceID: "1", day: days("2026-09-03").first)
      (invoice.totalMicros, invoice.email) = (amount, email)
      var subscription = Subscription(origin: origin, platform: "Pay", subscriptionID: "1")
      (subscription.startDay, subscription.amountMicros) = (Day(iso: "2026-09-04"), amount)
      var sale = OfflineSale(origin: origin, platform: "Till", place: "", window: days("2026-09-05…2026-09-06"))
      (sale.saleID, sale.grossMicros) = ("1", amount)
      var created = Deal(origin: origin, platform: "CRM", dealID: "1")
      (created.createdDay, created.closeDay) = (Day(iso: "2026-09-07"), Day(iso: "2026-09-30"))
      created.amountMicros = amount
      var closed = Deal(origin: origin, platform: "CRM", dealID: "2")
      (closed.closeDay, closed.amountMicros) = (Day(iso: "2026-09-08"), amount)
      var mailing = EmailCampaign(origin: origin, platform: "Mail", campaignID: "1", campaign: "Autumn")
      (mailing.sentDay, mailing.revenueMicros) = (Day(iso: "2026-09-09"), amount)
      (batch.payments, batch.refunds, batch.invoices) = ([payment], [refund], [invoice])
      (batch.subscriptions, batch.offlineSales, batch.deals) = ([subscription], [sale], [created, closed])
      (batch.emailCampaigns, batch.rowsRead) = ([mailing], 1)
      try scratch.load(Export(exported, exported: exported, [batch]))
    }
    let told = try Restatements.fetch(from: scratch.warehouse)
    #expect(
      told.map { "\($0.table) \($0.key)" } == [
        "deal 2026-09-07", "deal 2026-09-08", "emailCampaign 2026-09-09", "invoice 2026-09-03",
        "offlineSale 2026-09-05…2026-09-06", "payment 2026-09-01", "refund 2026-09-02", "subscription 2026-09-04",
      ])
    #expect(told.allSatisfy { $0.window?.description == $0.key })
    #expect(told.allSatisfy { $0.oldValue == 100 && $0.newValue == 120 })
  }

  /// Stages are words, and their numbers in a dictionary no figures.
  @Test func ofAStageOnlyTheChangeIsTold() throws {
    let scratch = try Scratch()
    for (name, stage, amount) in [("2026-09-01", "Open", Int64(100)), ("2026-09-08", "Won", 120)] {
      var deal = Deal(origin: RecordOrigin(line: 2), platform: "CRM", dealID: "111")
      (deal.stage, deal.amountMicros, deal.closeDay) = (stage, amount, Day(iso: name))
      var batch = CanonicalBatch()
      (batch.deals, batch.rowsRead) = ([deal], 1)
      try scratch.load(Export(name, exported: name, [batch]))
    }
    let told = try Restatements.fetch(from: scratch.warehouse)
    #expect(told.map(\.metric) == ["amountMicros", "closeDay", "stage"])
    #expect(told.map(\.oldValue) == [100, nil, nil] && told.map(\.newValue) == [120, nil, nil])
  }

  /// Two waves of a survey that both count from 1 are not one.
  @Test func answersOfAnotherDayAndScoreAreAnotherSurveys() throws {
    let scratch = try Scratch()
    func wave(_ day: String, _ score: Int64) -> CanonicalBatch {
      var answer = SurveyAnswer(
        origin: RecordOrigin(line: 2), platform: "Survey", survey: "NPS", responseID: "1", question: "NPS")
      (answer.day, answer.scoreMicros) = (Day(iso: day), score)
      var batch = CanonicalBatch()
      (batch.surveyAnswers, batch.rowsRead) = ([answer], 1)
      return batch
    }
    try scratch.load(Export("a", exported: "2026-09-08", [wave("2026-09-01", 9)]))
    #expect(throws: WarehouseError.differentThings(table: "surveyAnswer", first: "b", second: "a")) {
      try scratch.load(Export("b", exported: "2026-10-08", [wave("2026-10-01", 3)]))
    }
  }

  /// Two accounts that number their deals alike.
  @Test func theAccountThatIsNamedKeepsRecordsApart() throws {
    let scratch = try Scratch()
    for account in ["", "A", "B"] {
      var batch = CanonicalBatch()
      (batch.deals, batch.rowsRead) = ([Deal(origin: RecordOrigin(line: 2), platform: "CRM", dealID: "111")], 1)
      var export = Export("deals \(account)", [batch])
      export.file.account = account
      #expect(try scratch.load(export).rowsLoaded == 1)
    }
    #expect(try scratch.count("deal") == 3)
  }

  @Test func periodsThatNeitherFileSaysAreAskedFor() throws {
    func export(_ name: String, _ value: Int64) -> Export {
      var batch = CanonicalBatch()
      batch.webTraffic = [
        WebTraffic(
          origin: RecordOrigin(line: 2), tool: "GA4", property: "", window: .undated, dimension: "channel",
          dimensionValue: "Direct", metric: .sessions, metricName: "Sessions", valueMicros: value)
      ]
      batch.rowsRead = 1
      return Export(name, [batch])
    }
    let scratch = try Scratch()
    try scratch.load(export("a.csv", 1))
    let error = #expect(throws: WarehouseError.self) { try scratch.load(export("b.csv", 2)) }
    #expect(error == .unknownPeriods(table: "webTraffic", first: "b.csv", second: "a.csv"))
    #expect(error?.description.contains("neither says which days it covers; expected the period of each; ") == true)
  }

  @Test func equalEvidenceIsAskedAboutAndNothingIsLoaded() throws {
    let scratch = try Scratch()
    try scratch.load(Export("a.csv", window: "2026-09-01", ads: [ad("A", "2026-09-01", spend: 1)]))
    let rival = Export(
      "b.csv", window: "2026-09-01", ads: [ad("B", "2026-09-01", spend: 1), ad("A", "2026-09-01", spend: 2)])
    let error = #expect(throws: WarehouseError.self) { try scratch.load(rival) }
    #expect(error == .equalEvidence(table: "adPerformance", first: "b.csv", second: "a.csv"))
    #expect(error?.description.contains("put the day of export into the newer file's name") == true)
    #expect(try scratch.count("sourceFile") == 1)
    #expect(try scratch.count("adPerformance") == 1)
  }

  @Test func aMissingMeasureErasesNothingAndIsFilledFromEitherFile() throws {
    let (forward, backward) = (try Scratch(), try Scratch())
    let first = Export("a", window: "2026-09-01", ads: [ad("A", "2026-09-01", spend: 1, impressions: 5)])
    var clicks = ad("A", "2026-09-01", spend: nil, impressions: 6)
    clicks.clicks = 3
    let second = Export("b", window: "2026-09-01…2026-09-02", ads: [clicks])
    try forward.load(first)
    try forward.load(second)
    try backward.load(second)
    try backward.load(first)
    #expect(try forward.warehouse.contentDigest() == backward.warehouse.contentDigest())
    let row = try #require(try AdSpendRows.fetch(from: forward.warehouse).first)
    #expect([row.spendMicros, row.impressions, row.clicks] == [1_000_000, 6, 3])
  }

  @Test func aWindowLearntOnlyByReadingSettlesItInASecondReading() throws {
    let scratch = try Scratch()
    var readings = 0
    func load(_ name: String, refunded: Int64?, last: String) throws -> LoadReport {
      var export = Export(
        name, orders: [order("1", "2026-09-01", email: "a@b.de", subtotal: 50, refunded: refunded)])
      return try scratch.warehouse.load(export.file) { loader in
        readings += 1
        for batch in export.batches { try loader.add(batch) }
        export.file.window = days("2026-09-01…" + last)
        return export.file
      }
    }
    #expect(try load("a", refunded: nil, last: "2026-09-05").status == .loaded)
    #expect(try load("b", refunded: 20, last: "2026-09-12").rowsUpdated == 1)
    #expect(try load("c", refunded: 10, last: "2026-09-08").status == .superseded)
    #expect(readings == 5)
    #expect(try CustomerOrders.fetch(upTo: nil, from: scratch.warehouse).map(\.netMicros) == [30_000_000])
  }

  /// Loads both exports in both orders and expects the same, one row of the table.
  private func state(
    _ columns: String, of table: String, _ older: CanonicalBatch, _ newer: CanonicalBatch,
    windows: (String?, String?) = (nil, nil), exported: (String?, String?) = (nil, nil)
  ) throws -> [QueryAnswer.Value] {
    let exports = [
      Export("older", window: windows.0, exported: exported.0, [older]),
      Export("newer", window: windows.1, exported: exported.1, [newer]),
    ]
    let rows = try [exports, exports.reversed()].map { exports in
      let scratch = try Scratch()
      for export in exports { try scratch.load(export) }
      return try scratch.warehouse.queryRows("SELECT \(columns) FROM \(table)").rows
    }
    #expect(rows[0].count == 1 && rows[0] == rows[1])
    return rows[0].first ?? []
  }

  @Test("a filtered export of deals that was made later is the newer, though its last deal began earlier")
  func theDayOfExportComesFirstForStates() throws {
    func deal(_ stage: String, _ outcome: Deal.Outcome?, _ amount: Int64) -> CanonicalBatch {
      var deal = Deal(origin: RecordOrigin(line: 2), platform: "CRM", dealID: "111")
      (deal.stage, deal.outcome, deal.amountMicros) = (stage, outcome, amount)
      var batch = CanonicalBatch()
      (batch.deals, batch.rowsRead) = ([deal], 1)
      return batch
    }
    let (open, won) = (deal("Presentation", nil, 100), deal("Closed won", .won, 120))
    let columns =
      "(SELECT content FROM label WHERE id = stage), (SELECT content FROM label WHERE id = outcome), amountMicros"
    let windows = ("2026-01-05…2026-02-27", "2026-01-05…2026-02-03")
    #expect(
      try state(columns, of: "deal", open, won, windows: windows, exported: ("2026-03-01", "2026-03-16"))
        == [.text("Closed won"), .text("won"), .integer(120)])
    // Reopened: what the newer row lacks of the state is not filled from the older.
    #expect(
      try state(columns, of: "deal", won, open, windows: windows, exported: ("2026-03-01", "2026-03-16"))
        == [.text("Presentation"), .null, .integer(100)])
    // A date before the days that a file tells of is no day of export.
    #expect(
      try state(columns, of: "deal", won, open, windows: (windows.1, windows.0), exported: ("2026-02-10", "2026-01-01"))
        == [.text("Presentation"), .null, .integer(100)])
  }

  @Test("an order that is no longer called refunded is not, and where the word stays the amount does")
  func whatAStateImpliesGoesWithIt() throws {
    func batch(_ status: String, refunded: Int64?) -> CanonicalBatch {
      var batch = CanonicalBatch()
      batch.customerOrders = [order("1", "2026-09-01", email: nil, subtotal: 25, refunded: refunded, status: status)]
      batch.rowsRead = 1
      return batch
    }
    func refunded(_ older: CanonicalBatch, _ newer: CanonicalBatch) throws -> [QueryAnswer.Value] {
      try state("refundedMicros", of: "customerOrder", older, newer, exported: ("2026-09-08", "2026-09-15"))
    }
    let (back, kept) = (batch("refunded", refunded: 25), batch("completed", refunded: nil))
    #expect(try refunded(back, kept) == [.null])
    #expect(try refunded(kept, back) == [.integer(25_000_000)])
    #expect(try refunded(batch("completed", refunded: 5), kept) == [.integer(5_000_000)])
    #expect(try refunded(back, batch("", refunded: nil)) == [.integer(25_000_000)])
    // A part was given back before the order was sent, and the newer table has no column of refunds.
    #expect(try refunded(batch("processing", refunded: 5), kept) == [.integer(5_000_000)])
  }

  @Test("who left a list on a later day has left it, though the last to leave had joined long ago")
  func theRowsOwnDayComesFirst() throws {
    func member(_ state: ListMembership.State, _ since: String, reason: String) throws -> CanonicalBatch {
      var member = ListMembership(
        origin: RecordOrigin(line: 2), platform: "Mail", list: "News",
        email: try #require(EmailAddress("b@shop.example")),
        state: state)
      (member.sinceDay, member.reason) = (Day(iso: since), reason)
      var batch = CanonicalBatch()
      (batch.listMemberships, batch.rowsRead) = ([member], 1)
      return batch
    }
    let columns = "(SELECT content FROM label WHERE id = state), (SELECT content FROM label WHERE id = reason)"
    let (joined, left) = try (
      member(.subscribed, "2026-01-10", reason: ""), member(.unsubscribed, "2026-03-12", reason: "Bored")
    )
    let windows = ("2026-01-01…2026-03-01", "2026-01-01…2026-01-10")
    #expect(
      try state(columns, of: "listMembership", joined, left, windows: windows) == [
        .text("unsubscribed"), .text("Bored"),
      ])
    let back = try member(.subscribed, "2026-04-02", reason: "")
    #expect(try state(columns, of: "listMembership", left, back, windows: windows) == [.text("subscribed"), .null])
  }

  @Test("a subscription whose cancelling was taken back runs on in the export that was made later")
  func theDaysOfExportComeBeforeTheRowsOwn() throws {
    func subscription(_ canceled: String?, _ quantity: Int64) -> CanonicalBatch {
      var subscription = Subscription(origin: RecordOrigin(line: 2), platform: "Pay", subscriptionID: "1")
      (subscription.status, subscription.quantity) = ("active", quantity)
      (subscription.periodFirstDay, subscription.canceledDay) = (
        Day(iso: "2026-02-15"), canceled.flatMap { Day(iso: $0) }
      )
      var batch = CanonicalBatch()
      (batch.subscriptions, batch.rowsRead) = ([subscription], 1)
      return batch
    }
    let (cancelled, kept) = (subscription("2026-03-10", 1), subscription(nil, 5))
    func state(exported: (String?, String?)) throws -> [QueryAnswer.Value] {
      try self.state("quantity, canceledDay", of: "subscription", cancelled, kept, exported: exported)
    }
    #expect(try state(exported: ("2026-03-11", "2026-03-14")) == [.integer(5), .null])
    #expect(try state(exported: ("2026-03-14", "2026-03-11")) == [.integer(1), .integer(20_522)])
    // Without both days, or with one on which nobody can have known of the cancelling, the rows' own days decide.
    #expect(try state(exported: (nil, "2026-03-14")) == [.integer(1), .integer(20_522)])
    #expect(try state(exported: ("2026-03-09", "2026-03-14")) == [.integer(1), .integer(20_522)])
  }

  @Test("where a file was said to be the newer by a day in its name, as asked, it is")
  func theAnswerToTheQuestionIsTaken() throws {
    let scratch = try Scratch()
    try scratch.load(Export("a.csv", window: "2026-09-01", ads: [ad("A", "2026-09-01", spend: 1)]))
    let named = Export(
      "a-2026-09-09.csv", window: "2026-09-01", exported: "2026-09-09", ads: [ad("A", "2026-09-01", spend: 2)])
    #expect(try scratch.load(named).rowsUpdated == 1)
    let third = Export("b.csv", window: "2026-09-01", ads: [ad("A", "2026-09-01", spend: 3)])
    #expect(throws: WarehouseError.equalEvidence(table: "adPerformance", first: "b.csv", second: "a-2026-09-09.csv")) {
      try scratch.load(third)
    }
  }

  @Test func aSecondStateOfAnOrderInOneFileIsRejected() throws {
    let scratch = try Scratch()
    let report = try scratch.load(
      Export(
        "a",
        orders: [
          order("1", "2026-09-01", email: nil, line: 2, subtotal: 1),
          order("1", "2026-09-01", email: nil, line: 3, subtotal: 2),
        ]))
    #expect([report.rowsLoaded, report.rowsRejected] == [1, 1])
    #expect(try RejectedRows.fetch(from: scratch.warehouse).map(\.row.line) == [3])
  }
}
