import Testing
import Vocabulary

@testable import Warehouse

/// Each kind of record goes in with its fields and comes out of its view in words.
struct RecordKindsTests {
  private let first = RecordOrigin(line: 2)
  private let day = Day(iso: "2026-03-01") ?? Day(number: 0)
  private let euro = Currency("EUR")

  private func stored(_ view: String, _ fill: (inout CanonicalBatch) -> Void) throws -> [String: String] {
    let scratch = try Scratch()
    var batch = CanonicalBatch()
    fill(&batch)
    batch.rowsRead = 1
    let report = try scratch.load(Export("one.csv", [batch]))
    #expect(report.rowsLoaded == 1)
    let again = try scratch.load(Export("again.csv", [batch]))
    #expect(again.rowsUnchanged == 1 && again.rowsLoaded == 0)
    let answer = try scratch.warehouse.queryRows("SELECT * FROM \(view)")
    #expect(answer.rows.count == 1)
    var fields: [String: String] = [:]
    for (column, value) in zip(answer.columns, answer.rows[0]) {
      switch value {
      case .text(let text): fields[column] = text
      case .integer(let number): fields[column] = String(number)
      default: break
      }
    }
    fields["sourceFile"] = nil
    fields["section"] = nil
    return fields
  }

  @Test func deal() throws {
    let fields = try stored("readableDeal") { batch in
      var deal = Deal(origin: first, platform: "CRM", dealID: "7")
      deal.name = "Roof"
      deal.outcome = .won
      deal.amountMicros = 12_500_000
      deal.currency = euro
      deal.closeDay = day
      deal.email = EmailAddress("A@b.example")
      deal.channel = .paidSearch
      batch.deals = [deal]
    }
    #expect(
      fields == [
        "platform": "CRM", "dealID": "7", "name": "Roof", "outcome": "won", "amountMicros": "12500000",
        "currency": "EUR", "closeDay": "20513", "email": "a@b.example", "channel": "paidSearch", "line": "2",
      ])
  }

  @Test func payment() throws {
    let fields = try stored("readablePayment") { batch in
      var payment = Payment(origin: first, platform: "Pay", paymentID: "ch_1", kind: .charge, day: day)
      payment.status = .succeeded
      payment.feeMicros = 300_000
      payment.orderID = "#1"
      batch.payments = [payment]
    }
    #expect(
      fields == [
        "platform": "Pay", "paymentID": "ch_1", "kind": "charge", "day": "20513", "status": "succeeded",
        "feeMicros": "300000", "orderID": "#1", "line": "2",
      ])
  }

  @Test func webEvent() throws {
    let fields = try stored("readableWebEvent") { batch in
      var event = WebEvent(origin: first, tool: "Log", property: "shop", name: "page_view", day: day)
      event.instantMicros = 5
      event.page = "/a"
      event.source = "google"
      batch.webEvents = [event]
    }
    #expect(
      fields == [
        "tool": "Log", "property": "shop", "name": "page_view", "day": "20513", "instantMicros": "5", "visitorID": "",
        "userID": "", "sessionID": "", "page": "/a", "transactionID": "", "source": "google", "line": "2",
      ])
  }

  @Test func offlineSale() throws {
    let fields = try stored("readableOfflineSale") { batch in
      var sale = OfflineSale(origin: first, platform: "Till", place: "North", window: DateWindow(day: day))
      sale.netMicros = 1_000_000
      sale.phone = PhoneNumber("+49 30 1234567")
      batch.offlineSales = [sale]
    }
    #expect(
      fields == [
        "platform": "Till", "place": "North", "saleID": "", "firstDay": "20513", "lastDay": "20513", "category": "",
        "netMicros": "1000000", "phone": "+49301234567", "line": "2",
      ])
  }

  @Test func socialMetric() throws {
    let fields = try stored("readableSocialMetric") { batch in
      batch.socialMetrics = [
        SocialMetric(
          origin: first, platform: "Video", profile: "us", window: DateWindow(day: day), measure: .views,
          measureName: "Views", valueMicros: 7_000_000)
      ]
    }
    #expect(
      fields == [
        "platform": "Video", "profile": "us", "grain": "day", "dimension": "", "measure": "views",
        "measureName": "Views", "postID": "", "dimensionValue": "", "firstDay": "20513", "lastDay": "20513",
        "valueMicros": "7000000", "line": "2",
      ])
  }

  @Test func listMembershipFollowsTheNewerExport() throws {
    let scratch = try Scratch()
    func export(_ name: String, _ state: ListMembership.State, exported: String) throws -> Export {
      let email = try #require(EmailAddress("a@b.example"))
      var batch = CanonicalBatch()
      batch.listMemberships = [
        ListMembership(origin: first, platform: "Mail", list: "News", email: email, state: state)
      ]
      batch.rowsRead = 1
      return Export(name, exported: exported, [batch])
    }
    try scratch.load(try export("old.csv", .subscribed, exported: "2026-03-01"))
    let report = try scratch.load(try export("new.csv", .unsubscribed, exported: "2026-03-02"))
    #expect(report.rowsUpdated == 1)
    let answer = try scratch.warehouse.queryRows("SELECT state FROM readableListMembership")
    #expect(answer.rows.map { $0[0] } == [.text("unsubscribed")])
  }

  @Test func mergedContactsKeepTheirOldIDs() throws {
    let fields = try stored("readableContactMerge") { batch in
      var contact = Contact(origin: first, platform: "CRM", contactID: "1", email: nil)
      contact.mergedIDs = ["9"]
      batch.contacts = [contact]
    }
    #expect(fields == ["platform": "CRM", "contactID": "1", "mergedID": "9", "position": "1", "line": "2"])
  }

  /// Every table of facts has the columns that its writer names, and a view that spells all of them out.
  @Test(arguments: FactTable.all.map(\.name))
  func tableAndWriterAgree(name: String) throws {
    let scratch = try Scratch()
    let table = try #require(FactTable.all.first { $0.name == name })
    let answer = try scratch.warehouse.queryRows("SELECT name FROM pragma_table_info('\(name)')")
    let columns = answer.rows.compactMap { row -> String? in
      if case .text(let text) = row[0] { text } else { nil }
    }
    let lineage = ["id", "naturalKey", "occurrence", "sourceFile", "line", "section"]
    #expect(Set(columns) == Set(lineage + table.dimensions + table.measures))
    let view = "readable" + name.prefix(1).uppercased() + name.dropFirst()
    #expect(ReadableViews.facts.contains(view))
    #expect(try scratch.count(view) == 0)
  }
}
