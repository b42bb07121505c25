import Foundation
import Ingestion
import Testing
import Vocabulary

@testable import fairlead

/// A draft that is used as it stands gives the table's exact figures, and it never holds what stands in a cell.
struct MappingDraftTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func draft(_ text: String, _ name: String = "table.csv") throws -> String {
    let path = try folder.write(text, to: name)
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    return MappingDraft.text(try MappingSuggestion(export, name: "draft"), file: name, knownAs: nil)
  }

  /// Reads the table by its own draft.
  private func read(_ text: String, _ name: String = "table.csv") throws -> ReadSummary {
    let mapping = try MappingFile.parse(try draft(text, name), name: "draft.yml")
    let options = ReadOptions(mappings: [mapping])
    let export = try #require(
      try ExportOpener.open(path: folder.path + "/" + name, options: options).first)
    let recognition = try export.recognise()
    #expect(recognition.format == "mapping draft")
    return try export.read(recognition) { _ in }
  }

  private func totals(_ summary: ReadSummary) -> [String: String] {
    Dictionary(uniqueKeysWithValues: summary.totals.map { ($0.key.rawValue, Micros.text($0.value)) })
  }

  @Test(arguments: [
    ("in/Gráfico.csv", "grafico"), ("Übersicht März 2.csv", "ubersicht-marz-2"), ("クエリ.csv", "table"),
    ("Q3.spend.csv", "q3-spend"), ("example.com_8_1_2026.csv", "example-com-8-1-2026"),
  ])
  func namesOfDrafts(file: String, name: String) { #expect(MappingDraft.stem(file) == name) }

  /// 1.234,50 + 65,50 = 1300; 12000 + 345 = 12345.
  @Test func germanAdvertising() throws {
    let text = """
      Datum;Kampagne;Kosten (EUR);Impressionen;Klicks
      13.03.2026;Frühling;1.234,50;12.000;7
      14.03.2026;Sommer;65,50;345;3
      Gesamt;;1.300,00;12.345;10

      """
    let summary = try read(text)
    #expect(totals(summary) == ["spend": "1300", "impressions": "12345", "clicks": "10"])
    #expect(summary.rowsSkipped == 1 && summary.rowsRejected == 0 && summary.sourceFile.currency?.code == "EUR")
  }

  /// 10.50 + 3 + 4.25.
  @Test func englishOrders() throws {
    let text = """
      Order ID,Order Date,Customer Email,Currency,Order Total,Payment Status
      A-1,2026-03-01,ann@example.org,GBP,10.50,paid
      A-2,2026-03-02,bob@example.org,GBP,3,paid
      A-3,2026-03-03,,GBP,4.25,paid

      """
    let summary = try read(text)
    #expect(totals(summary) == ["orders": "3", "revenue": "17.75"])
  }

  @Test func spanishAdvertisingInAPageCalledAWorkbook() throws {
    let text = """
      <html><body><table><tr><th>Fecha</th><th>Campaña</th><th>Gasto</th><th>Impresiones</th><th>Clics</th></tr>
      <tr><td>2026-03-13</td><td>A</td><td>1.234,5</td><td>1000</td><td>4</td></tr>
      <tr><td>2026-03-14</td><td>B</td><td>0,25</td><td>20</td><td>1</td></tr></table></body></html>
      """
    #expect(totals(try read(text, "tabla.xls")) == ["spend": "1234.75", "impressions": "1020", "clicks": "5"])
  }

  @Test func recordsInJSON() throws {
    let text = """
      [{"day": "2026-03-01", "sessions": 10, "page_views": 30}, {"day": "2026-03-02", "sessions": 5, "page_views": 6}]
      """
    #expect(totals(try read(text, "visits.json")) == ["sessions": "15", "views": "36"])
  }

  /// Whole rows of figures and several kinds of units: 123,456 cents and half an hour.
  @Test func unitsInHeaders() throws {
    let text = "date,campaign,cost_cents,impressions\n2026-03-01,A,123456,5\n2026-03-02,B,44,6\n"
    #expect(totals(try read(text))["spend"] == "1235")
  }

  @Test func contactsAndNothingOfThem() throws {
    let text = """
      Customer ID,First name,E-Mail,Phone,Created at,Notes
      77001,Annegret,annegret@example.org,+49 151 2345678,2026-03-01,likes tea
      77002,Bogdan,bogdan@example.org,+49 151 2345679,2026-03-02,asked twice

      """
    #expect(totals(try read(text)) == ["contacts": "2"])
    let draft = try draft(text)
    for cell in ["77001", "Annegret", "annegret", "example.org", "2345678", "likes", "Bogdan"] {
      #expect(!draft.contains(cell), "\(cell)")
    }
    #expect(draft.contains("# ") && draft.contains("First name"))
  }

  @Test func aTableWithoutAHeaderGetsNoDraft() throws {
    let text = "77001,annegret@example.org,2026-03-01\n77002,bogdan@example.org,2026-03-02\n"
    let draft = try draft(text)
    #expect(draft.contains("its first row looks like data") && !draft.contains("annegret"))
  }

  @Test func whatIsNotSureIsACommentWithItsQuestion() throws {
    let text = "Date,Impressions,Clicks\n2026-03-01,10,1\n2026-03-02,20,2\n"
    let draft = try draft(text)
    #expect(draft.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    #expect(draft.contains("# kind: adPerformance   # is this advertising results (adPerformance)?"))
  }

  /// With the comment's mark taken away it is a setting.
  @Test func filesOfSuchNamesAreProposed() throws {
    let text = "Date,Campaign,Cost (EUR),Impressions\n2026-03-01,A,1.50,10\n2026-03-02,B,2.50,20\n"
    let draft = try draft(text, "Radio Nord 2026-03.csv")
    #expect(
      draft.contains(
        "\n# files: \"Radio Nord*\"   # only files of such names; without it every table with these columns\n"))
    let answered = draft.replacing("# files", with: "files")
    #expect(try MappingFile.parse(answered, name: "a.yml").files == FileNames(["Radio Nord*"]))
  }

  /// A day and a type are no calls without a number, an address or a length.
  @Test func movementsOfMoneyAreNoCalls() throws {
    let draft = try draft(
      "Date,Time,Name,Type,Status,Currency,Amount,Balance\n2026-03-01,11:24,A X,Checkout,Completed,USD,-3.97,-3.97\n")
    #expect(draft.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
  }

  @Test func daysThatReadBothWaysAreAskedAbout() throws {
    let text = "Date,Campaign,Cost,Impressions\n03/04/2026,A,1.5,10\n04/05/2026,B,2.5,20\n"
    let draft = try draft(text)
    #expect(draft.contains("# dateOrder: \"dmy\"   # is 03/04 the 3rd of April (dmy) or March 4th (mdy)?"))
    let answered = draft.replacing("# dateOrder", with: "dateOrder")
    #expect(try MappingFile.parse(answered, name: "a.yml").dateOrder == .dayMonthYear)
  }

  /// The 112 rows of the corpus, added up in Python.
  @Test(.enabled(if: Series.isPresent, Series.absence))
  func aTableOfTheCorpus() throws {
    let summary = try read(try String(contentsOfFile: Series.file(1), encoding: .utf8))
    #expect(
      totals(summary) == ["impressions": "59451", "clicks": "5262", "spend": "5914.41", "conversions": "506"])
  }

  /// Which kind the first line of a draft names or asks about.
  private func kind(_ text: String) throws -> Substring? {
    try draft(text).split(separator: "\n").first { $0.contains("kind: ") }?.split(separator: " ").drop { $0 != "kind:" }
      .dropFirst().first
  }

  /// An order's id rules out products and contacts, an address products, a payment's id deals and calls, a cost
  /// mailings. People alone make no order.
  @Test(arguments: [
    (
      "orders",
      "Sale Date,Item Name,Quantity,Price,Item Total,Currency,Transaction ID,Order ID,SKU\n03/14/26,Fox,2,5.00,10.00,USD,4001,3001,F1\n"
    ),
    (
      "orders",
      "market-order-id,purchase-date,order-status,product-name,sku,quantity,currency,item-price\n111-1,2026-03-01,Shipped,Mug,M1,2,GBP,20.00\n"
    ),
    (
      "orders",
      "Order ID,Customer ID,Customer Name,Customer Email,Customer Phone,Order Date,Order Status,Order Total (inc tax)\n101,5,A X,a@x.com,,20/03/2026,Completed,120.00\n"
    ),
    (
      "orders",
      "Order ID,Date,Name,Email,Tickets,Total,Promo Code,Status\nP-1,2026-09-26 22:00,A X,a@x.com,3,$90.00,,Paid\n"
    ),
    (
      "contacts",
      "id,Description,Email,Name,Created (UTC),Currency,Total Spend,Last Order ID\ncus_1,,a@x.com,A,2026-01-05 10:00,gbp,120.00,7\n"
    ),
    (
      "payments",
      "id,Charge ID,Charge Amount,Dispute Amount,Reason,Status,Customer Email,Customer ID\ndp_1,ch_3,30.00,30.00,fraud,lost,a@x.com,cus_1\n"
    ),
    (
      "contacts",
      "Name,Company,Email,Phone,How did you hear about us?\nAnn Lee,Acme,ann@example.org,020 7946 0001,Radio\nCy Ng,,cy-at-ng.com,+44 7700 900123,Flyer\n"
    ),
    (
      "adPerformance",
      "Segment,Campaign Name,Impressions,Clicks,Total Spent,Sends,Opens\nCompany,A,2120,21,$0.00,0,0\nCountry,B,956,10,$3.00,59,33\n"
    ),
    (
      "emailCampaigns",
      "Campaign Name,Send Date,Recipients,Opens,Clicks\nA,2026-03-01,2120,21,3\nB,2026-03-02,956,10,1\n"
    ),
    (
      "payments",
      "Date,Heure,Nom,Type,État,Devise,Avant commission,Commission,Net,De l'adresse email,Numéro de transaction\n13/04/2026,10:00:00,A X,Paiement Express,Terminé,EUR,\"76,50\",\"-2,00\",\"74,50\",a@x.com,T1\n"
    ),
  ])
  func whatARowIsAbout(expected: String, text: String) throws { #expect(try kind(text) == Substring(expected)) }

  /// A service's own table counts in cents, so that no draft stands before the unit is known.
  @Test func theUnitOfAPaymentServicesTableIsAskedFirst() throws {
    let text =
      "id,amount,amount_refunded,captured,created,customer_id,currency,status\nch_1,2050,0,true,2026-03-20,c1,gbp,succeeded\n"
    let draft = try draft(text)
    #expect(draft.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    #expect(draft.contains("kind: payments") && draft.contains("unit: cents"))
    let inUnits = try self.draft(text.replacing("2050,0,", with: "20.50,0.00,"))
    #expect(inUnits.contains("\nkind: payments"))
  }

  /// A supplier's bills would count as revenue.
  @Test func whoseMoneyItIsIsSaid() throws {
    let line = "\n# Orders, sales, invoices and payments are what customers bought from you or paid to you; "
    let orders = "Order ID,Order Date,Currency,Order Total\nA-1,2026-03-13,GBP,10.50\nA-2,2026-03-14,GBP,3\n"
    #expect(try draft(orders).contains(line))
    let payments =
      "id,amount,amount_refunded,captured,created,customer_id,currency,status\nch_1,2050,0,true,2026-03-20,c1,gbp,succeeded\n"
    #expect(try draft(payments).contains(line))
    #expect(try draft("Date,Store,Product,Qty,Net sales\n2026-03-13,Leeds,Mug,1,9.50\n").contains(line))
    #expect(try !draft("Date,Campaign,Cost,Impressions\n2026-03-13,A,1.5,10\n").contains("what customers bought"))
  }

  @Test func whatWasRefundedIsFoundAndANameIsNoCustomersID() throws {
    let text =
      "Order ID,Customer,Order Date,Currency,Order Total,Amount Refunded\n1,Ann A,2026-03-01,GBP,10.50,0.50\n2,Bob B,2026-03-02,GBP,3,0\n"
    let mapping = try MappingFile.parse(try draft(text), name: "draft.yml")
    #expect(mapping.fields[.refunded]?.headers == ["Amount Refunded"] && mapping.fields[.customerID] == nil)
    let ids = try MappingFile.parse(
      try draft(text.replacing(" A,", with: ",").replacing(" B,", with: ",")), name: "d.yml")
    #expect(ids.fields[.customerID]?.headers == ["Customer"])
  }

  @Test func aColumnThatNamesThePlatformIsOne() throws {
    for name in ["Data source name", "datasource", "Traffic source"] {
      let text = try draft(
        "Date,\(name),Campaign,Cost,Clicks\n2026-10-01,Facebook Ads,A,10.00,10\n2026-10-02,Google,B,5,1\n")
      #expect(text.contains("\n  platform: \"\(name)\"\n") && !text.contains("what is the tool"))
    }
  }

  @Test func theAccountsCurrencyIsTheRows() throws {
    let text = try draft(
      "date_start,date_stop,campaign_name,spend,clicks,account_currency\n2026-10-01,2026-10-01,A,12.34,25,EUR\n")
    #expect(text.contains("\n  currency: \"account_currency\"\n") && !text.contains("which currency"))
  }

  /// Whatever it is called; of two, nobody knows which one the amounts are in.
  @Test func theOneColumnOfCodesIsTheCurrency() throws {
    let text = "order_id,order_date,order_total,order_currency\n1,2026-03-01,10.50,INR\n2,2026-03-02,3.25,INR\n"
    let mapping = try MappingFile.parse(try draft(text), name: "draft.yml")
    #expect(mapping.fields[.currency]?.headers == ["order_currency"])
    let drafted = try draft(text)
    #expect(!drafted.contains("which currency") && !drafted.contains("which field is it"))
    let two = text.replacing("currency\n", with: "currency,shop_currency\n").replacing("INR\n", with: "INR,USD\n")
    #expect(try draft(two).contains("#   currency: \"EUR\"   # which currency are the amounts in?"))
  }

  /// Without it, who answers the questions alone loads the sums as rows.
  @Test(arguments: ["Итого", "合計", "Gesamt"])
  func rowsOfSumsAreNamedWhereTheRestIsAskedAbout(label: String) throws {
    let text = "Date,Impressions,Clicks\n2026-03-01,10,1\n2026-03-02,20,2\n\(label),30,3\n"
    let draft = try draft(text)
    #expect(draft.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    #expect(draft.contains("\n# totalsLabel: \"\(label.lowercased())\"   # rows that begin so are sums\n"))
    #expect(try !self.draft(text.replacing("\(label),30,3\n", with: "")).contains("totalsLabel"))
  }

  /// A plan beside what was spent would count twice, and what was called off once.
  @Test(arguments: [
    ("Art", "Plan", "Ist", "ist, plan"), ("Scenario", "Forecast", "Actual", "actual, forecast"),
    ("Status", "gebucht", "storniert", "gebucht, storniert"), ("Estado", "Previsto", "Real", "previsto, real"),
    ("Ad set", "optioned", "Booked", "booked, optioned"),
  ])
  func rowsThatDidNotHappenAreAskedAbout(column: String, one: String, other: String, words: String) throws {
    let text = "Date,Campaign,\(column),Cost,Clicks\n2026-03-13,A,\(one),1.5,10\n2026-03-13,A,\(other),2.5,20\n"
    let draft = try draft(text)
    #expect(draft.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    #expect(
      draft.contains(
        "#   ?: \"\(column)\"   # its rows say \(words), and all of them would be added up; keep only the rows that "
          + "happened, in the sheet, before you load it\n"))
    #expect(!draft.contains("\"\(column)\"   # holds"))
    #expect(try self.draft(text.replacing(other, with: one)).contains("\nkind: adPerformance"))
  }

  /// A campaign may be called like one, orders have a state that is read, and no other word comes into the draft.
  @Test func wordsOfStatesElsewhereAreNoStates() throws {
    let campaigns = "Date,Campaign,Cost,Clicks\n2026-03-13,Budget,1.5,1\n"
    let others = "2026-03-13,Actual,2.5,2\n2026-03-13,Spring,3.5,3\n2026-03-13,Summer,4.5,4\n2026-03-13,Fall,5.5,5\n"
    #expect(try draft(campaigns + others).contains("\nkind: adPerformance"))
    let orders =
      "Order ID,Order Date,Customer Email,Currency,Order Total,Status\nA-1,2026-03-01,ann@example.org,GBP,10.50,Confirmed\n"
      + "A-2,2026-03-02,bob@example.org,GBP,3.25,Cancelled\n"
    #expect(try draft(orders).contains("\n  status: \"Status\"\n"))
    let secret =
      "Date,Campaign,Note,Cost,Clicks\n2026-03-13,A,Plan,1.5,1\n2026-03-13,A,Ist,2.5,2\n2026-03-13,A,Annegret,3.5,3\n"
    let draft = try draft(secret)
    #expect(draft.contains("its rows say ist, plan, and") && !draft.contains("Annegret"))
  }

  /// A row of sums and the notes below a table say nothing of its days, and a field is asked about once.
  @Test func sumsAndNotesBelowATableDoNotCountAgainstItsColumns() throws {
    let text = try draft(
      "Date,Impressions,Clicks\n2026-01-01,1000,1\n2026-01-02,2000,2\n,3000,3\n\nReport Time:,2026-01-30\n"
        + "Date Range:,x\nGroup By:,A\nGroup By:,B\nFilter:,C\nNote:,D\n")
    let days = text.split(separator: "\n").filter { $0.contains(" day:") }
    #expect(days == ["#   day: \"Date\"   # is this right?"])
  }

  /// Days of 1901 are days, and none on which anybody saw an advertisement.
  @Test func aColumnThatIsTakenOutIsAskedAboutOnce() throws {
    let text = try draft(
      "Date,Impressions,Clicks\n2026-01-01,1,1\n" + String(repeating: "1901-01-01,1,1\n", count: 6))
    let days = text.split(separator: "\n").filter { $0.contains(" day:") }
    #expect(days == ["#   day: \"Date\"   # too many of its cells do not read as day; what is it?"])
  }

  /// 25,100,000 + 4,400,000 millionths.
  @Test func millionthsAsConnectorsNameThem() throws {
    let text = """
      campaign.name,segments.date,metrics.clicks,metrics.impressions,metrics.cost_micros
      Brand,2026-03-01,50,500,25100000
      Brand,2026-03-02,9,90,4400000

      """
    #expect(try draft(text).contains("spend: {column: \"metrics.cost_micros\", unit: micros}"))
    #expect(totals(try read(text)) == ["spend": "29.5", "clicks": "59", "impressions": "590"])
  }

  /// A length in minutes that were drafted as seconds would be a sixtieth of it.
  @Test(arguments: [("Minutes", "minutes"), ("min", "minutes"), ("hours", "hours")])
  func aLengthOfTimeKeepsItsUnitWhereItIsAskedAbout(word: String, unit: String) throws {
    let text = try draft("Date,Customer,Channel,Duration (\(word))\n2026-03-01,A1,phone,12\n2026-03-02,A2,phone,7\n")
    #expect(text.contains("#   seconds: {column: \"Duration (\(word))\", unit: \(unit)}   # is this right?"))
  }

  /// A draft would load what nobody paid for as advertising.
  @Test(arguments: [
    "Date,Impressions,Reach,Profile Visits,Website Clicks,Followers\n2026-03-01,900,500,20,3,1000\n",
    "Post Date,Caption,Likes,Comments,Saves,Engagement Rate,Permalink\n2026-03-01,Hello,40,3,4,8.6%,https://x/a\n",
    "Título;Fecha;Impresiones;Alcance;Me gusta\nHola;2026-03-01;900;500;40\n",
    "Beitrags-ID;Datum;Aufrufe;Reichweite;„Gefällt mir“-Angaben\n1801;2026-03-01;160;45;5\n",
    "Date,Impressions,Engagements,Saves,Pin clicks\n2026-03-01,900,50,4,9\n",
  ])
  func figuresOfProfilesGetNoDraft(text: String) throws {
    let draft = try draft(text)
    #expect(draft.hasPrefix("# No draft for table.csv: figures of social profiles and posts"))
    #expect(draft.contains("inspect --formats") && !draft.contains("kind:"))
  }

  /// What was paid for, mailed or visited is no profile's, whatever was liked beside it.
  @Test(arguments: [
    ("adPerformance", "Date,Reach,Likes,Comments,Spend\n2026-03-01,500,40,3,12.50\n"),
    ("adPerformance", "Date,Campaign,Impressions,Reach,Likes\n2026-03-01,A,900,500,40\n"),
    ("adPerformance", "Post date,Influencer,Fee (EUR),Reach,Likes,Link clicks\n2026-05-03,Anna,900,500,40,7\n"),
    ("webTraffic", "Date,Page,Sessions,Views,Shares\n2026-03-01,/a,20,30,4\n"),
  ])
  func figuresBesideThoseOfAdsAndVisits(expected: String, text: String) throws {
    #expect(try kind(text) == Substring(expected))
  }
}
