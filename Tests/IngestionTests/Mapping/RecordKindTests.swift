import Testing
import Vocabulary

@testable import Ingestion

struct RecordKindTests {
  /// Whether a deal is won may stand in its stage alone; other stages tell nothing.
  @Test(arguments: [nil, "Stage"])
  func dealsByTheirStage(outcome: String?) throws {
    var mapping = TableMapping(name: "crm", kind: .deals)
    mapping.fields = [.dealID: FieldMapping(["Id"]), .stage: FieldMapping(["Stage"]), .amount: FieldMapping(["Value"])]
    if let outcome { mapping.fields[.outcome] = FieldMapping([outcome]) }
    let reading = try Sample("Id,Stage,Value\n1,Closed Won,5\n2,Demo,6\n3,Closed Lost,7\n").read(
      ReadOptions(mappings: [mapping]))
    #expect(reading.all.deals.map(\.outcome) == [.won, nil, .lost] && reading.summary.rowsRejected == 0)
  }

  private func read(_ kind: RecordKind, _ fields: [TableField: String], _ text: String) throws -> Reading {
    var mapping = TableMapping(name: "own", kind: kind)
    mapping.fields = fields.mapValues { FieldMapping([$0]) }
    mapping.constants = kind.field(.currency) == nil || fields[.currency] != nil ? [:] : [.currency: "EUR"]
    return try Sample(text).read(ReadOptions(mappings: [mapping]))
  }

  @Test(arguments: RecordKind.allCases)
  func everyNeedIsAFieldOfTheKindAndNoFieldStandsTwice(kind: RecordKind) {
    let fields = kind.fields.map(\.field)
    #expect(Set(fields).count == fields.count)
    #expect(kind.needs.joined().allSatisfy { fields.contains($0) })
    #expect(kind.type.metrics.keys.allSatisfy { fields.contains($0) })
    #expect(kind.type.signs.allSatisfy { fields.contains($0) })
    #expect(kind.fields.allSatisfy { ($0.type == .word) != $0.values.isEmpty })
    for word in kind.fields.flatMap(\.words) { #expect(HeaderWords.plain(word) == word, "\(word)") }
  }

  @Test func trafficByADimension() throws {
    let reading = try read(
      .webTraffic, [.day: "Tag", .dimensionValue: "Landing Page", .sessions: "Sitzungen", .users: "Nutzer"],
      "Tag,Landing Page,Sitzungen,Nutzer\n2026-03-01,/a,4,3\n2026-03-01,/b,6,5\n2026-03-02,/c,--,\n")
    #expect(reading.total(.sessions) == "10" && reading.summary.rowsSkipped == 1)
    #expect(Set(reading.all.webTraffic.map(\.dimension)) == ["landing page"])
    #expect(reading.all.webTraffic.map(\.dimensionValue) == ["/a", "/a", "/b", "/b"])
  }

  @Test func deals() throws {
    let reading = try read(
      .deals, [.dealID: "Id", .outcome: "Status", .amount: "Value", .closeDay: "Closed", .email: "Mail"],
      "Id,Status,Value,Closed,Mail\n1,Closed Won,100.50,2026-03-01,a@b.org\n2,lost,40,,\n3,maybe,1,,\n")
    #expect(reading.total(.deals) == "2" && reading.total(.dealAmount) == "140.5")
    #expect(reading.all.deals.map(\.outcome) == [.won, .lost] && reading.all.deals[0].currency?.code == "EUR")
    #expect(reading.all.rejectedRows.map(\.found) == ["\"maybe\", a word that is not known"])
  }

  /// What leaves is no revenue: 10 + 5.5.
  @Test func payments() throws {
    let reading = try read(
      .payments, [.paymentID: "Id", .day: "Date", .amount: "Gross", .fee: "Fee", .status: "State"],
      "Id,Date,Gross,Fee,State\np1,2026-03-01,10,-0.3,Completed\np2,2026-03-02,-4,0,completed\np3,2026-03-03,5.5,0,paid\np4,2026-03-03,7,0,failed\n"
    )
    #expect(reading.total(.payments) == "2" && reading.total(.revenue) == "15.5")
    #expect(reading.all.payments.map(\.kind) == [.charge, .refund, .charge, .charge])
    #expect(reading.all.payments[0].feeMicros == -300_000)
  }

  /// 10 came, and 4 and 3 went back, whatever their sign.
  @Test func aRefundOfANamedKindIsTakenByItsSize() throws {
    let reading = try read(
      .payments, [.paymentID: "Id", .day: "Date", .amount: "Gross", .kind: "Type"],
      "Id,Date,Gross,Type\np1,2026-03-01,10,Sale\np2,2026-03-02,4,Refund\np3,2026-03-03,-3,Refund\n")
    #expect(reading.total(.revenue) == "10" && reading.total(.refunds) == "7")
    #expect(reading.all.payments.map(\.amountMicros) == [10_000_000, -4_000_000, -3_000_000])
  }

  /// What a balance tells of besides payments; a word of which nothing is known is refused.
  @Test func kindsOfSeveralWords() throws {
    let kinds = [
      "charge", "application_fee", "application_fee_refund", "payment_refund", "payout_failure", "transfer_refund",
      "payment_reversal", "adjustment", "reserve_transaction", "Paiement Express", "mystery",
    ]
    let rows = kinds.enumerated().map { "\($0),2026-03-01,1,\($1)\n" }
    let reading = try read(
      .payments, [.paymentID: "Id", .day: "Date", .amount: "Gross", .kind: "Type"],
      "Id,Date,Gross,Type\n" + rows.joined())
    #expect(
      reading.all.payments.map(\.kind) == [
        .charge, .fee, .fee, .refund, .payout, .transfer, .dispute, .other, .other, .charge,
      ])
    #expect(reading.all.rejectedRows.map(\.column) == ["Type"])
  }

  @Test func subscriptions() throws {
    let reading = try read(
      .subscriptions, [.subscriptionID: "Id", .startDay: "Start", .plan: "Plan", .canceledDay: "End"],
      "Id,Start,Plan,End\ns1,2026-01-01,Gold,\ns2,2026-01-02,Gold,2026-03-01\n")
    #expect(reading.total(.subscriptions) == "2")
    #expect(reading.all.subscriptions.map(\.canceledDay) == [nil, Day(iso: "2026-03-01")])
  }

  @Test func mailings() throws {
    let reading = try read(
      .emailCampaigns,
      [.campaign: "Title", .day: "Sent", .delivered: "Delivered", .opens: "Opens", .clicks: "Clicks", .revenue: "Rev"],
      "Title,Sent,Delivered,Opens,Clicks,Rev\nSpring,2026-03-01,100,50,9,12.5\nSummer,2026-04-01,200,60,11,7.5\n")
    #expect(reading.total(.emails) == "300" && reading.total(.opens) == "110" && reading.total(.clicks) == "20")
    #expect(reading.total(.revenue) == "20" && reading.all.emailCampaigns.map(\.campaign) == ["Spring", "Summer"])
  }

  @Test func mailEvents() throws {
    let reading = try read(
      .emailEvents, [.kind: "Event", .day: "At", .email: "To", .link: "Url"],
      "Event,At,To,Url\nOpened,2026-03-01T10:00:00Z,a@b.org,\nclick,2026-03-01T10:01:00Z,a@b.org,https://x.org/p?id=7#a\n"
    )
    #expect(reading.all.emailEvents.map(\.kind) == [.open, .click] && reading.total(.events) == "2")
    #expect(reading.total(.opens) == "1" && reading.total(.clicks) == "1")
    #expect(reading.all.emailEvents[1].link == "https://x.org/p")
    #expect(reading.all.emailEvents[0].instant == 1_772_359_200)
  }

  @Test func listMembers() throws {
    let reading = try read(
      .listMembers, [.email: "Mail", .state: "Status", .tags: "Tags"],
      "Mail,Status,Tags\na@b.org,Active,vip\nc@d.org,unsubscribed,\n")
    #expect(reading.total(.subscribers) == "1")
    #expect(reading.all.listMemberships.map(\.state) == [.subscribed, .unsubscribed])
  }

  @Test func answers() throws {
    let reading = try read(
      .surveyAnswers, [.responseID: "Id", .score: "NPS", .answer: "Comment", .day: "Date"],
      "Id,NPS,Comment,Date\n1,9,good,2026-03-01\n2,,fine,2026-03-02\n")
    #expect(reading.total(.answers) == "2")
    #expect(reading.all.surveyAnswers.map(\.scoreMicros) == [9_000_000, nil])
    #expect(reading.all.surveyAnswers.map(\.question) == ["NPS", "NPS"])
  }

  @Test func tills() throws {
    let reading = try read(
      .offlineSales, [.day: "Date", .place: "Shop", .net: "Net", .discount: "Off", .transactions: "Bons"],
      "Date,Shop,Net,Off,Bons\n2026-03-01,North,100.25,-5,12\n2026-03-02,North,50,1,7\n")
    #expect(reading.total(.revenue) == "150.25" && reading.total(.sales) == "2")
    #expect(reading.all.offlineSales.map(\.discountMicros) == [5_000_000, 1_000_000])
  }

  @Test func calls() throws {
    var mapping = TableMapping(name: "calls", kind: .interactions)
    mapping.fields = [
      .day: FieldMapping(["When"]), .phone: FieldMapping(["Caller"]), .seconds: FieldMapping(["Length"], unit: .clock),
    ]
    mapping.constants = [.kind: "call"]
    let reading = try Sample("When,Caller,Length\n2026-03-01 10:00:00,+49 151 2345678,2:05\n2026-03-02,x,1:00\n")
      .read(ReadOptions(mappings: [mapping]))
    #expect(reading.total(.interactions) == "2" && reading.all.interactions[0].seconds == 125)
    #expect(reading.all.interactions[0].kind == .call)
    #expect(reading.all.interactions.map(\.phone?.normalized) == ["+491512345678", nil])
    #expect(
      reading.recognition.notes == [
        "1 cell of \"Caller\" holds no telephone number of one person (line 3): the calls and other contacts are "
          + "kept without it and join nobody by it"
      ])
  }

  @Test func visitsAndEvents() throws {
    let visits = try read(
      .webSessions, [.sessionID: "S", .day: "T", .page: "Entry", .views: "V"],
      "S,T,Entry,V\n1,2026-03-01T08:00:00Z,/a?u=ann,3\n2,2026-03-01,/b,1\n")
    #expect(visits.total(.sessions) == "2" && visits.total(.views) == "4")
    #expect(visits.all.webSessions[0].landingPage == "/a")
    let events = try read(
      .webEvents, [.name: "E", .day: "T", .visitorID: "V", .amount: "A"],
      "E,T,V,A\npurchase,2026-03-01,v1,9.5\nview,2026-03-01,v1,\n")
    #expect(events.total(.events) == "2" && events.all.webEvents[0].valueMicros == 9_500_000)
  }

  @Test func products() throws {
    let reading = try read(
      .products, [.sku: "Artikelnummer", .name: "Bezeichnung", .price: "Preis", .category: "Warengruppe"],
      "Artikelnummer,Bezeichnung,Preis,Warengruppe\nA-1,Stuhl,49.90,Möbel\n0012,Tisch,,\n,Bank,1,\n")
    #expect(
      reading.all.products.map(\.productID) == ["A-1", "0012"] && reading.all.products.map(\.sku) == ["A-1", "0012"])
    #expect(reading.all.products.map(\.priceMicros) == [49_900_000, nil])
    #expect(reading.all.products[0].currency?.code == "EUR" && reading.all.products[0].category == "Möbel")
    #expect(reading.all.rejectedRows.map(\.column) == ["Artikelnummer"] && reading.total(.products) == "2")
  }

  @Test func refunds() throws {
    let reading = try read(
      .refunds, [.orderID: "Order", .day: "Refunded at", .refunded: "Refund", .reason: "Reason"],
      "Order,Refunded at,Refund,Reason\n7,2026-03-01,-12.50,late\n7,2026-03-01,2.50,\n8,2026-03-02 10:00,5,\n,2026-03-02,5,\n"
    )
    #expect(reading.all.refunds.map(\.refundID) == ["7/2026-03-01", "7/2026-03-01 #2", "8/2026-03-02+36000"])
    #expect(reading.all.refunds.map(\.amountMicros) == [12_500_000, 2_500_000, 5_000_000])
    #expect(reading.all.refunds.map(\.orderID) == ["7", "7", "8"] && reading.total(.refunds) == "20")
    #expect(reading.all.rejectedRows.map(\.column) == ["Order"])
  }

  @Test func invoices() throws {
    let reading = try read(
      .invoices,
      [
        .number: "Rechnungsnummer", .day: "Rechnungsdatum", .dueDay: "Fällig am", .total: "Brutto", .tax: "MwSt",
        .status: "Status", .paid: "Bezahlt",
      ],
      "Rechnungsnummer,Rechnungsdatum,Fällig am,Brutto,MwSt,Status,Bezahlt\n2026-001,2026-03-01,2026-03-15,119.00,19.00,Paid,119.00\n"
        + "2026-002,2026-03-02,,59.50,9.50,open,\n")
    #expect(reading.all.invoices.map(\.invoiceID) == ["2026-001", "2026-002"])
    #expect(reading.all.invoices.map(\.totalMicros) == [119_000_000, 59_500_000])
    #expect(reading.all.invoices.map { $0.dueDay?.description } == ["2026-03-15", nil])
    #expect(reading.all.invoices.map(\.paidMicros) == [119_000_000, nil])
    #expect(reading.all.invoices.map(\.status) == ["paid", "open"] && reading.total(.invoices) == "2")
  }

  @Test func exchangeRates() throws {
    let reading = try read(
      .exchangeRates, [.day: "Date", .base: "From", .quote: "To", .rate: "Rate"],
      "Date,From,To,Rate\n2026-03-01,EUR,USD,1.0823\n2026-03-01,EUR,EUR,1\n2026-03-01,EUR,GBP,0\n2026-03-01,euro,USD,1\n"
    )
    let rate = try #require(reading.all.exchangeRates.first)
    #expect(rate.base.code == "EUR" && rate.quote.code == "USD" && rate.rateNanos == 1_082_300_000)
    #expect(rate.authority == "own" && rate.day.description == "2026-03-01")
    #expect(reading.all.rejectedRows.map(\.column) == ["To", "Rate", "From"])
  }

  /// A table as a person would name its columns is drafted without a question of its kind.
  @Test(arguments: [
    (
      RecordKind.products, "SKU,Product name,Price,Category\nA-1,Oak chair,49.90,Chairs\nA-2,Elm chair,59.90,Chairs\n",
      [TableField.sku, .name, .price, .category]
    ),
    (
      .refunds,
      "Refund ID,Order number,Refund date,Refund amount\nRF-1,1001,2026-03-01,12.50\nRF-2,1002,2026-03-02,2.50\n",
      [.refundID, .orderID, .day, .refunded]
    ),
    (
      .invoices,
      "Invoice number,Invoice date,Due date,Customer number,Total\n2026-1,2026-03-01,2026-03-15,K1,119.50\n"
        + "2026-2,2026-03-02,2026-03-16,K2,59.50\n",
      [.number, .day, .dueDay, .customerID, .total]
    ),
    (
      .exchangeRates,
      "Date,Base currency,Quote currency,Exchange rate\n2026-03-01,EUR,USD,1.0823\n2026-03-02,EUR,USD,1.09\n",
      [.day, .base, .quote, .rate]
    ),
  ])
  func suggestions(kind: RecordKind, text: String, fields: [TableField]) throws {
    let suggestion = try MappingSuggestion(try Sample(text).export(), name: "own")
    #expect(suggestion.kinds.first == kind)
    let mapping = try #require(suggestion.mapping)
    #expect(mapping.kind == kind && Set(mapping.fields.keys) == Set(fields))
  }

  /// Sales with a commission or a cost are an advertiser's or a partner's count of them as likely, and a supplier's bills
  /// are nobody's orders. `doubt`: the column without which the kind is sure.
  @Test(arguments: [
    (
      RecordKind.offlineSales, "Commission",
      "Date,Creator,Store,Sales,Commission\n2026-03-10,A,UK,100.50,10.05\n2026-03-11,A,UK,101.50,11.05\n"
    ),
    (
      .offlineSales, "Provision",
      "Date,Creator,Store,Sales,Provision\n2026-03-10,A,UK,100.50,10.05\n2026-03-11,A,UK,101.50,11.05\n"
    ),
    (
      .offlineSales, "Portokosten",
      "Date,Store,Sales,Portokosten\n2026-03-10,UK,100.50,10.05\n2026-03-11,UK,101.50,11.05\n"
    ),
    (
      .orders, "Vendor",
      "Invoice Date,Invoice No,Vendor,Channel,Description,Amount,Currency\n2026-03-10,N0,V0,Radio,Media,1200.5,EUR\n"
        + "2026-03-11,N1,V1,Radio,Media,900.25,EUR\n"
    ),
  ])
  func salesOfOthersAreAskedAbout(kind: RecordKind, doubt: String, text: String) throws {
    let suggestion = try MappingSuggestion(try Sample(text).export(), name: "own")
    #expect(suggestion.kinds.first == kind && suggestion.mapping == nil)
    let plain = try MappingSuggestion(try Sample(text.replacing(doubt, with: "Remark")).export(), name: "own")
    #expect(plain.mapping?.kind == kind)
  }

  /// What clicks cost and brought is advertising, whatever shop it names, and so are places that were booked.
  @Test func whatClicksAndPlacesCostIsAdvertising() throws {
    let clicks =
      "Datum;Shop;Kategorie;Klicks;CPC (€);Klickkosten netto;Bestellungen;Umsatz\n"
      + "13.03.2026;Mein Shop;Schuhe;40;0,35;14,05;2;120,50\n14.03.2026;Mein Shop;Schuhe;41;0,35;14,35;2;121,50\n"
    let mapping = try #require(try MappingSuggestion(try Sample(clicks).export(), name: "own").mapping)
    #expect(mapping.kind == .adPerformance && mapping.fields[.spend]?.headers == ["Klickkosten netto"])
    #expect(mapping.fields[.conversionValue]?.headers == ["Umsatz"])
    let places =
      "Standort;Stadt;Belegung von;Belegung bis;Mediakosten\nAltona;Hamburg;02.03.2026;15.03.2026;357,50\n"
      + "Dammtor;Hamburg;09.03.2026;22.03.2026;311,50\n"
    let booked = try MappingSuggestion(try Sample(places).export(), name: "own")
    #expect(booked.kinds == [.adPerformance] && booked.mapping == nil)
  }

  /// A counter at the door; beside page views the store is a website's.
  @Test(arguments: [
    ("Datum;Filiale;Umsatz;Besucher\n13.03.2026;Nord;100,50;10\n14.03.2026;Nord;101,50;20\n", false),
    ("Date,Branch,Visitors\n2026-03-13,North,10\n2026-03-14,North,20\n", false),
    ("Date,Store,Visitors,Pageviews\n2026-03-13,North,10,30\n2026-03-14,North,20,40\n", true),
  ])
  func visitorsOfABranchAreNoWebsites(text: String, isWebsite: Bool) throws {
    let suggestion = try MappingSuggestion(try Sample(text).export(), name: "own")
    #expect(suggestion.kinds.contains(.webTraffic) == isWebsite)
    #expect((suggestion.mapping?.kind == .webTraffic) == isWebsite)
  }

  @Test(arguments: [("Datum", "Seite", "Besucher", "Seitenaufrufe"), ("Date", "URL", "Visitors", "Pageviews")])
  func aColumnOfPagesIsNoAccount(day: String, page: String, users: String, views: String) throws {
    let text = "\(day),\(page),\(users),\(views)\n2026-03-13,/a,10,30\n2026-03-13,/b,11,31\n"
    let mapping = try #require(try MappingSuggestion(try Sample(text).export(), name: "own").mapping)
    #expect(mapping.fields[.dimensionValue]?.headers == [page] && mapping.fields[.account] == nil)
  }

  /// One letter before figures is an id's but where the column is called like money, or names its currency.
  @Test func idsOfOneLetterAndFiguresAreNoAmounts() throws {
    let text = "Order ID,Date,Total,Spend (ZAR),Booking\nR1000,2026-03-10,R30,R20,R7\nR1001,2026-03-11,R31,R21,R8\n"
    let suggestion = try MappingSuggestion(try Sample(text).export(), name: "own")
    #expect(suggestion.profile.columns.map(\.content) == [.text, .day, .amount, .amount, .text])
    #expect(suggestion.kinds.first == .orders)
    #expect(suggestion.questions.contains { $0.key == "orderID" && $0.text == "is this right?" })
  }

  /// Its rows are baskets that nobody bought: none of the kinds that bring money. Without the column they are orders.
  @Test(arguments: ["abandoned_checkout_url", "Recovery Status"])
  func abandonedBasketsAreNoSales(column: String) throws {
    func kinds(_ column: String) throws -> [RecordKind] {
      let text =
        "id,\(column),created_at,currency,email,amount,total_price\n"
        + "12111,x,2026-05-01 10:06:50,USD,ann@example.org,501.36,501.36\n"
        + "11111,x,2026-05-02 01:01:30,USD,bob@example.org,10.35,10.35\n"
      return try MappingSuggestion(try Sample(text).export(), name: "own").kinds
    }
    let abandoned = try kinds(column)
    let sales: [RecordKind] = [.orders, .invoices, .payments, .offlineSales]
    #expect(!sales.contains { abandoned.contains($0) })
    #expect(try kinds("remark").contains(.orders))
  }

  /// Figures of visits may count the baskets that were left behind.
  @Test func visitsMayTellOfAbandonedBaskets() throws {
    let text = "Date,Sessions,Users,Pageviews,Abandoned carts\n2026-05-01,40,31,90,3\n2026-05-02,50,42,95,4\n"
    #expect(try MappingSuggestion(try Sample(text).export(), name: "own").kinds.first == .webTraffic)
  }
}
