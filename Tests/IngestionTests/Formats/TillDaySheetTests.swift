import Ingestion
import Testing
import Vocabulary

struct TillDaySheetTests {
  @Test func daysOnWhichTheShopIsClosed() throws {
    let reading = try Sample(
      "Datum;Filiale;Bons;Umsatz brutto (EUR)\n01.10.2026;Nord;7;100,00\n02.10.2026;Nord;Ruhetag;0,00\n03.10.2026;Nord;geschlossen;\n"
    ).read()
    #expect(reading.all.offlineSales.count == 1 && reading.all.skippedRows.map(\.reason) == [.noData, .noData])
  }

  /// Blanks and apostrophes group in one way only.
  @Test func groupedCounts() throws {
    let reading = try Sample(
      "Datum;Filiale;Bons;Umsatz brutto (EUR)\n01.10.2026;Nord;1 075;100,00\n02.10.2026;Nord;2'001;0,50\n"
    ).read()
    #expect(reading.all.offlineSales.map(\.transactions) == [1_075, 2_001])
  }

  @Test func daysOfPlacesAndTheirTotal() throws {
    let reading = try Sample(
      """
      Business Date,Location,Transactions,Gross Sales,Discounts,Refunds,Net Sales (EUR),VAT
      2026-03-01,North,12,130.00,-10.00,5.00,115.00,21.85
      2026-03-01,South,3,30.00,,,30.00,5.70
      2026-03-02,North,two,30.00,,,30.00,5.70
      Total,,15,160.00,-10.00,5.00,145.00,27.55
      """
    ).read()
    #expect(reading.recognition.format == "TillDaySheet")
    #expect(!reading.recognition.isVerified)
    #expect(reading.summary.rowsRead == 4)
    #expect(reading.total(.sales) == "2")
    #expect(reading.total(.revenue) == "145")
    let sales = reading.all.offlineSales
    #expect(sales.map(\.place) == ["North", "South"])
    #expect(sales.map(\.discountMicros) == [10_000_000, nil])
    #expect(sales.map(\.refundMicros) == [5_000_000, nil])
    #expect(sales.map(\.transactions) == [12, 3])
    #expect(sales.map(\.currency) == [Currency("EUR"), Currency("EUR")])
    #expect(reading.all.controlTotals.map(\.valueMicros) == [145_000_000])
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
    #expect(reading.summary.problems.map(\.column) == ["Transactions"])
  }

  @Test func withTaxIsWhatWasCollected() throws {
    let reading = try Sample(
      """
      Datum;Filiale;Anzahl Bons;Bruttoumsatz;MwSt.;Nettoumsatz
      31.03.2026;Nord;1.012;11.900,00 €;1.900,00 €;10.000,00 €
      """
    ).read()
    let sale = try #require(reading.all.offlineSales.first)
    #expect(sale.window.description == "2026-03-31")
    #expect(sale.transactions == 1012)
    #expect(sale.grossMicros == nil)
    #expect(sale.totalMicros == 11_900_000_000)
    #expect(sale.taxMicros == 1_900_000_000)
    #expect(sale.netMicros == 10_000_000_000)
    #expect(sale.currency == Currency("EUR"))
  }

  @Test(arguments: [
    "Jour,Magasin,Tickets,CA TTC,CA HT", "Fecha,Tienda,Transacciones,Ventas brutas,Ventas netas",
    "Data,Negozio,Scontrini,Vendite lorde,Vendite nette", "Data,Loja,Transações,Vendas brutas,Vendas líquidas",
    "Datum,Winkel,Bonnen,Omzet incl. btw,Omzet excl. btw",
  ])
  func otherLanguages(header: String) throws {
    let reading = try Sample(header + "\n2026-03-31,Centrum,7,119.00,100.00\n").read()
    #expect(reading.recognition.format == "TillDaySheet")
    #expect(reading.all.offlineSales.map(\.netMicros) == [100_000_000])
    #expect(reading.all.offlineSales.map(\.transactions) == [7])
  }

  @Test func aShopsOwnReportIsNamed() throws {
    let error = try Sample(
      "Day,Orders,Gross sales,Discounts,Returns,Net sales,Tax,Total sales\n2026-03-01,1,1,0,0,1,0,1\n", name: "s.csv"
    ).failure()
    #expect(
      error
        == .leftOut(
          file: "s.csv", kind: "a shop's sums of days, which repeat its orders", advice: "export the orders instead"))
  }

  /// A column says by its name that it is a till's, or that its sum is with tax, and no other column says otherwise.
  @Test(arguments: [
    ("Datum;Filiale;Umsatz brutto (CHF)", "01.10.2026;Nord;4'123.50"),
    ("Datum;Tageseinnahmen CHF", "01.10.2026;4'123.50"),
    ("Datum;Umsatz brutto in CHF;davon bar;Bons", "01.10.2026;4'123.50;1'000.00;7"),
    ("Date,Gross takings (CHF),Net takings (CHF),Transactions", "2026-10-01,4123.50,3800.00,7"),
    ("Date;Recettes TTC (CHF);Nombre de tickets", "01.10.2026;4'123.50;7"),
  ])
  func aPlainSheetOfTakings(header: String, row: String) throws {
    let reading = try Sample(header + "\n" + row + "\n" + row.replacing("01", with: "13", maxReplacements: 1) + "\n")
      .read()
    #expect(reading.recognition.format == "TillDaySheet")
    let sale = try #require(reading.all.offlineSales.first)
    #expect(sale.totalMicros == 4_123_500_000 && sale.currency == Currency("CHF"))
    #expect(sale.window.description == "2026-10-01" || sale.window.description == "2026-10-13")
  }

  /// Beside a till's word plain gross and net are sums of sales, in a sheet of places or of one shop.
  @Test(arguments: [
    ("Datum;Filiale;Anzahl Bons;Brutto;Netto", "Nord;42;1190,00;1000,00"),
    ("Datum;Filiale;Bons;Brutto;MwSt;Netto", "Nord;42;1190,00;190,00;1000,00"),
    ("Datum;Bons;Brutto in EUR;Netto (EUR)", "42;1190,00;1000,00"),
  ])
  func plainGrossAndNetBesideATillsWord(header: String, row: String) throws {
    let reading = try Sample(header + "\n13.03.2026;" + row + "\n").read()
    #expect(reading.recognition.format == "TillDaySheet")
    let sale = try #require(reading.all.offlineSales.first)
    #expect(sale.transactions == 42 && sale.grossMicros == nil)
    #expect(sale.totalMicros == 1_190_000_000 && sale.netMicros == 1_000_000_000)
  }

  /// Gross and net may be weights.
  @Test(arguments: ["Datum;Standort;Brutto;Netto", "Datum;Standort;Brutto;Tara;Netto;Transaktionen"])
  func plainGrossAndNetAloneAreNoSales(header: String) throws {
    let row = header.split(separator: ";").dropFirst(2).map { _ in "12,50" }.joined(separator: ";")
    let error = try Sample(header + "\n13.03.2026;Nord;" + row + "\n").failure()
    guard case .unrecognised = error else {
      Issue.record("it was recognised")
      return
    }
  }

  /// TTC and BTW are taxes, and three letters like a currency's code.
  @Test(arguments: ["Date;Magasin;CA TTC;Tickets", "Datum;Winkel;Omzet incl. BTW;Bonnen"])
  func aTaxIsNoCurrency(header: String) throws {
    let reading = try Sample(header + "\n13/10/2026;Lyon;412,35;20\n").read()
    #expect(reading.all.offlineSales.map(\.totalMicros) == [412_350_000])
    #expect(reading.all.offlineSales.map(\.currency) == [nil])
  }

  @Test func aMarkInTheHeaderIsItsCurrency() throws {
    let reading = try Sample("Date;Recettes TTC (€);Nombre de tickets\n13/10/2026;412,35;20\n").read()
    #expect(reading.all.offlineSales.map(\.currency) == [Currency("EUR")])
    #expect(reading.all.offlineSales.map(\.totalMicros) == [412_350_000])
  }

  /// Which dollars they are is not said.
  @Test(arguments: ["Total Sales $,Net Sales $", "Total Sales ($),Net Sales ($)", "Total Sales in $,Net Sales in $"])
  func aSignOfManyCurrenciesIsNone(sums: String) throws {
    let reading = try Sample("Date,Store,\(sums)\n2026-03-13,Nord,\"1,234.50\",1000.25\n2026-03-14,Nord,99,88\n").read()
    #expect(reading.recognition.format == "TillDaySheet")
    #expect(reading.all.offlineSales.map(\.totalMicros) == [1_234_500_000, 99_000_000])
    #expect(reading.all.offlineSales.map(\.netMicros) == [1_000_250_000, 88_000_000])
    #expect(reading.all.offlineSales.map(\.currency) == [nil, nil])
  }

  @Test(arguments: [
    // Neither net nor gross, of a day without a till's word, with a column of something else.
    "Datum,Tagesumsatz", "Date,Gross sales,Transactions", "Date,Takings,Weather", "Datum,Umsatz brutto",
    // Of advertising, of single sales, without anything but a sum.
    "Date,Store,Campaign,Clicks,Net sales,Transactions", "Date,Store,Receipt number,Gross sales,Net sales",
    "Date,Location,Net sales",
  ])
  func whatIsNoTillSheet(header: String) throws {
    let row = header.split(separator: ",").map { _ in "1" }.joined(separator: ",")
    #expect(try Sample(header + "\n" + row + "\n", name: "s.csv").failure() == .unrecognised(file: "s.csv", kind: nil))
  }

  /// 100 + 50; where no other place is named, such rows are the sales.
  @Test(arguments: ["All stores", "Alle Filialen", "Tous les magasins", "Todas las tiendas"])
  func rowsOfAllPlacesAreTotals(name: String) throws {
    let reading = try Sample(
      "Date,Store,Gross sales,Net sales\n2026-03-01,North,120,100\n2026-03-01,South,60,50\n2026-03-01,\(name),180,150\n"
    ).read()
    #expect(reading.total(.revenue) == "150" && reading.all.skippedRows.map(\.reason) == [.totals])
    #expect(reading.all.controlTotals.map(\.coversAllRows) == [false])
    let alone = try Sample("Date,Store,Gross sales,Net sales\n2026-03-01,\(name),180,150\n").read()
    #expect(alone.total(.revenue) == "150" && alone.all.skippedRows.isEmpty)
  }

  /// Its title says what it is; a sheet without one may be of any shop.
  @Test func oneShopsSheetUnderItsTitle() throws {
    let table =
      "Datum;Umsatz brutto;Umsatz netto;MwSt;Kunden\n01.03.2026;1.190,00 €;1.000,00 €;190,00 €;50\n"
      + "13.03.2026;595,00 €;500,00 €;95,00 €;20\nSumme;1.785,00 €;1.500,00 €;285,00 €;70\n"
    let reading = try Sample("Kassenbericht Filiale Nord;;;;\n;;;;\n" + table).read()
    #expect(reading.recognition.format == "TillDaySheet" && reading.total(.revenue) == "1500")
    #expect(reading.all.offlineSales.map(\.transactions) == [50, 20])
    guard case .unrecognised = try Sample(table).failure() else {
      Issue.record("it was recognised")
      return
    }
  }
}
