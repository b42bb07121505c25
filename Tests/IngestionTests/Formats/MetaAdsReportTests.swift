import Ingestion
import Testing
import Vocabulary

struct MetaAdsReportTests {
  /// A workbook's double beyond 2^53 has lost the last figures of an id, and two ads would have one. Programs that keep
  /// whole numbers write them all.
  @Test(arguments: [
    ("120200111222333000", ""), ("2.385123456789053e+16", ""), ("2.3851234567890528E+16", ""),
    ("23851234567890528", "23851234567890528"), ("23851234567890527", "23851234567890527"),
    ("2385123456789052", "2385123456789052"),
  ])
  func idsThatAWorkbookHasCut(stored: String, id: String) throws {
    func cell(_ type: String, _ text: String) -> String { "<Cell><Data ss:Type=\"\(type)\">\(text)</Data></Cell>" }
    let head = ["Ad name", "Ad ID", "Day", "Amount spent (EUR)", "Impressions"].map { cell("String", $0) }.joined()
    let rows = ["A", "B"].map {
      "<Row>" + cell("String", $0) + cell("Number", stored) + cell("String", "2026-10-01")
        + cell("Number", "5") + cell("Number", "9") + "</Row>"
    }
    let reading = try Sample(
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
        + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"S\"><Table><Row>\(head)</Row>"
        + "\(rows.joined())</Table></Worksheet></Workbook>", name: "ads.xls"
    ).read()
    #expect(reading.all.adPerformance.map(\.adID) == [id, id] && reading.all.adPerformance.map(\.ad) == ["A", "B"])
    #expect(reading.summary.problems.count == (id.isEmpty ? 2 : 0))
  }

  /// The report's days stand in each row. A month outside of them, or no month, is none of the row's.
  @Test(arguments: [
    ("Month", "2026-07", "2026-07-10…2026-07-31"), ("Monat", "2026-08", "2026-08-01…2026-08-31"),
    ("Month", "September 2026", "2026-09-01…2026-09-20"), ("Month", "2026-12", "2026-07-10…2026-09-20"),
    ("Month", "", "2026-07-10…2026-09-20"),
    ("Month", "2026-07-01 - 2026-07-31", "2026-07-10…2026-09-20"),
  ])
  func aRowOfAMonthHasItsDays(column: String, month: String, window: String) throws {
    let reading = try Sample(
      "Campaign name,\(column),Amount spent (EUR),Impressions,Reporting starts,Reporting ends\n"
        + "A,\(month),299.64,1004,2026-07-10,2026-09-20\nB,\(month),118.42,9431,2026-07-10,2026-09-20\n"
    ).read()
    #expect(reading.recognition.format == "MetaAdsReport" && reading.summary.rowsRejected == 0)
    #expect(reading.all.adPerformance.map(\.window.description) == [window, window])
    #expect(reading.recognition.window?.description == "2026-07-10…2026-09-20" && reading.total(.spend) == "418.06")
  }

  @Test func anAmountInAnotherCurrencyThanTheHeadersIsABadRow() throws {
    let reading = try Sample(
      "Campaign name,Day,Amount spent (USD),Impressions\nA,2026-03-01,US$ 1.50,3\nB,2026-03-01,2.50 €,3\nC,2026-03-01,$4,3\n"
    ).read()
    #expect(reading.total(.spend) == "5.5")
    #expect(reading.all.rejectedRows.map(\.found) == ["an amount in EUR"])
  }

  @Test func headersInSmallLetters() throws {
    let reading = try Sample("campaign name,day,amount spent (eur),clicks (all)\nA,2026-03-01,1.5,3\n").read()
    #expect(reading.recognition.currency?.code == "EUR")
    #expect(reading.all.adPerformance.map(\.allClicks) == [3])
  }

  @Test func dailyCampaigns() throws {
    let reading = try Sample(
      """
      \u{FEFF}"Campaign name",Day,Reach,Impressions,"Link clicks","Clicks (all)","Result type",Results,"Purchases conversion value","Amount spent (EUR)","Reporting starts","Reporting ends"
      ,,900,1500,30,50,mixed,,,12.75,2026-03-01,2026-03-02
      "Spring, sale",2026-03-01,600,1000,20,33,Purchases,2,80.5,8.5,2026-03-01,2026-03-01
      "Spring, sale",2026-03-02,400,500,10,17,Purchases,,,4.25,2026-03-02,2026-03-02

      """
    ).read()
    #expect(reading.recognition.format == "MetaAdsReport")
    #expect(reading.recognition.isVerified)
    #expect(reading.recognition.currency?.code == "EUR")
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-02")
    #expect(reading.summary.rowsRead == 3)
    #expect(reading.all.skippedRows == [SkippedRow(line: 2, reason: .totals)])
    #expect(reading.total(.spend) == "12.75")
    #expect(reading.total(.clicks) == "30")
    #expect(reading.total(.conversions) == "2")
    let row = try #require(reading.all.adPerformance.first)
    #expect(row.campaign == "Spring, sale")
    #expect(row.channel == .paidSocial)
    #expect(row.window.description == "2026-03-01")
    #expect(row.allClicks == 33)
    #expect(row.conversionValueMicros == 80_500_000)
    #expect(row.resultType == "Purchases")
    #expect(row.breakdown == "")
    #expect(reading.all.adPerformance[1].conversionsMicros == nil)
    let spend = try #require(reading.all.controlTotals.first { $0.metric == .spend })
    #expect(spend.valueMicros == 12_750_000)
    #expect(spend.coversAllRows)
  }

  @Test("where results are reach or link clicks, purchases are the conversions")
  func resultsThatAreDeliveries() throws {
    let reading = try Sample(
      """
      Campaign name,Day,Results,Result indicator,Purchases,Amount spent (EUR)
      Sale,2026-03-01,4,actions:offsite_conversion.fb_pixel_purchase,4,10
      Reach,2026-03-01,9000,reach,1,20
      Traffic,2026-03-01,300,actions:link_click,2,30
      Chats,2026-03-01,7,actions:onsite_conversion.messaging_conversation_started_7d,,40

      """
    ).read()
    #expect(reading.all.adPerformance.map(\.conversionsMicros) == [4_000_000, 1_000_000, 2_000_000, 7_000_000])
    #expect(reading.all.adPerformance.map { DeliveryResult.contains($0.resultType) }.allSatisfy { !$0 })
    let german = try Sample(
      """
      Kampagnenname,Tag,Ergebnisse,Ergebnistyp,Ausgegebener Betrag (EUR)
      Verkauf,2026-03-01,4,Käufe,10
      Besuche,2026-03-01,300,Link-Klicks,30

      """
    ).read()
    // Without a column of purchases the results are kept as what they are; figures leave them out.
    #expect(german.all.adPerformance.map(\.conversionsMicros) == [4_000_000, 300_000_000])
    #expect(german.all.adPerformance.map { DeliveryResult.contains($0.resultType) } == [false, true])
    let purchasesAlone = try Sample("Campaign name,Day,Purchases,Amount spent (EUR)\nSale,2026-03-01,4,10\n").read()
    #expect(purchasesAlone.total(.conversions) == "4")
  }

  @Test func aLoneRowWithoutDimensionsIsTheAccount() throws {
    let reading = try Sample(
      "Reach,Impressions,Amount spent (IDR),Reporting starts,Reporting ends\n10,20,1549273,2026-01-05,2026-01-11\n"
    ).read()
    #expect(reading.summary.rowsSkipped == 0)
    #expect(reading.all.adPerformance.first?.window.grain == .week)
    #expect(reading.total(.clicks) == nil)
  }

  @Test func aTotalThatCannotBeReadIsRefusedOnce() throws {
    let reading = try Sample(
      "Campaign name,Day,Amount spent (EUR),Impressions\n,,3.5,x\nA,2026-03-01,1.5,3\nB,2026-03-01,2,4\n"
    ).read()
    #expect(reading.all.rejectedRows.map(\.line) == [2])
    #expect(reading.summary.rowsSkipped == 0 && reading.summary.rowsRead == 3)
  }

  @Test func breakdowns() throws {
    let reading = try Sample(
      """
      Age,Gender,Impressions,Amount spent (USD),Reporting starts,Reporting ends
      18-24,female,10,1.5,2026-01-01,2026-01-31
      Unknown,male,0,0,2026-01-01,2026-01-31
      """
    ).read()
    #expect(reading.all.adPerformance.map(\.breakdown) == ["age+gender", "age+gender"])
    #expect(reading.all.adPerformance.first?.breakdownValue == "18-24+female")
    #expect(reading.all.adPerformance.first?.window.grain == .month)
  }

  /// Each day's 100 stand in two parts of 60 and 40.
  @Test(arguments: [
    ("Day,Campaign name,Ad name,Amount spent (EUR),Reporting starts,Reporting ends", "Headline", "headline"),
    (
      "Tag,Kampagnenname,Name der Werbeanzeige,Ausgegebener Betrag (EUR),Berichtsstart,Berichtsende", "Überschrift",
      "überschrift"
    ),
    (
      "Tag,Kampagnenname,Name der Werbeanzeige,Ausgegebener Betrag (EUR),Berichtsstart,Berichtsende",
      "\"Bild, Video und Slideshow\"", "bild, video und slideshow"
    ),
    (
      "Jour,Nom de la campagne,Nom de la publicité,Montant dépensé (EUR),Début des rapports,Fin des rapports", "Titre",
      "titre"
    ),
    (
      "Día,Nombre de la campaña,Nombre del anuncio,Importe gastado (EUR),Inicio del informe,Fin del informe", "Título",
      "título"
    ),
  ])
  func whatAnAdIsMadeOfSplitsItInFurtherLanguages(header: String, column: String, breakdown: String) throws {
    let rows = (1...4).map { day in
      let date = "2026-03-0\(day)"
      return "\(date),Brand,Ad 1,60,\(date),\(date),Buy now\n\(date),Brand,Ad 1,40,\(date),\(date),Save today\n"
    }
    let reading = try Sample("\(header),\(column)\n" + rows.joined()).read()
    #expect(reading.all.adPerformance.map(\.breakdown) == [String](repeating: breakdown, count: 8))
    #expect(reading.all.adPerformance.prefix(2).map(\.breakdownValue) == ["Buy now", "Save today"])
    #expect(reading.total(.spend) == "400")
  }

  @Test func anObjectiveSplitsOnlyWhatHasNoCampaign() throws {
    let alone = try Sample(
      "Objective,Impressions,Amount spent (EUR),Reporting starts,Reporting ends\nSALES,1,2,2026-01-01,2026-01-02\n"
    ).read()
    #expect(alone.all.adPerformance.first?.breakdown == "objective")
    let beside = try Sample(
      "Campaign name,Objective,Amount spent (EUR),Reporting starts,Reporting ends\nA,SALES,2,2026-01-01,2026-01-02\n"
    ).read()
    #expect(beside.all.adPerformance.first?.breakdown == "")
  }

  @Test func germanHeadersSavedAgainByASpreadsheet() throws {
    let reading = try Sample(
      """
      Kampagnenname;Tag;Impressionen;Link-Klicks;Ausgegebener Betrag (EUR);Berichtsstart;Berichtsende
      Frühling;01.03.2026;1.234;20;8,50;01.03.2026;01.03.2026
      Frühling;14.03.2026;500;10;4,25;14.03.2026;14.03.2026
      """
    ).read()
    #expect(reading.total(.spend) == "12.75")
    #expect(reading.total(.impressions) == "1734")
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-14")
  }

  @Test func badRowsAreNamed() throws {
    let reading = try Sample(
      """
      Campaign name,Day,Impressions,Amount spent (EUR),Reporting starts,Reporting ends
      A,2026-03-01,10,1.5O,2026-03-01,2026-03-01
      A,2026-02-30,10,1.5,2026-03-01,2026-03-01
      A,2026-03-03,10
      A,2026-03-04,10.5,2,2026-03-04,2026-03-04
      A,2026-03-05,10,2.25,2026-03-05,2026-03-05

      """
    ).read()
    #expect(reading.summary.rowsRead == 5)
    #expect(reading.total(.spend) == "2.25")
    #expect(reading.summary.problems.map(\.line) == [2, 3, 4, 5])
    #expect(reading.summary.problems.map(\.column) == ["Amount spent (EUR)", "Day", "", "Impressions"])
    #expect(reading.summary.problems[0].found == "1.5O")
    #expect(reading.summary.problems[2].found == "3 cells")
  }

  /// The 1st of September turned round is the 9th of January, and no day of the row's own period.
  @Test func aDayOutsideOfTheRowsPeriodIsABadRow() throws {
    let reading = try Sample(
      "Campaign name,Day,Amount spent (EUR),Reporting starts,Reporting ends\nA,2025-01-09,5,2025-09-01,2025-09-01\n"
        + "A,2025-09-02,7,2025-09-01,2025-09-07\nA,2025-09-08,9,2025-09-01,2025-09-07\n"
    ).read()
    #expect(reading.all.rejectedRows.map(\.found) == ["2025-01-09", "2025-09-08"])
    #expect(
      reading.all.rejectedRows.map(\.expected) == [
        "2025-09-01, the row's own period", "a day from 2025-09-01 to 2025-09-07, the row's own period",
      ])
    #expect(reading.total(.spend) == "7")
  }

  /// Of days merged over three campaigns, and a total of the whole period. Where no row has a day all are of the period.
  @Test func aRowWithoutTheDayOfOthersIsABadRowAndATotalIsNone() throws {
    let header = "Day,Campaign name,Amount spent (EUR),Impressions,Reporting starts,Reporting ends\n"
    let period = "2026-03-14,2026-03-15"
    let reading = try Sample(
      header + "2026-03-14,A,10.14,1400,\(period)\n,B,20.14,1400,\(period)\n,C,30.14,1400,\(period)\n"
        + "2026-03-15,A,10.15,1500,\(period)\n,,70.57,5700,\(period)\n"
    ).read()
    #expect(
      reading.all.rejectedRows.map(\.line) == [3, 4] && reading.all.rejectedRows.allSatisfy { $0.column == "Day" })
    #expect(reading.all.rejectedRows.map(\.found) == ["an empty cell", "an empty cell"])
    #expect(reading.all.rejectedRows.map(\.expected) == ["a day", "a day"])
    #expect(reading.all.skippedRows.map(\.line) == [6] && reading.total(.spend) == "20.29")
    let whole = try Sample(header + ",A,10.14,1400,\(period)\n,B,20.14,1400,\(period)\n").read()
    #expect(whole.total(.spend) == "30.28" && whole.summary.rowsRejected == 0)
    #expect(whole.all.adPerformance.map(\.window.description) == Array(repeating: "2026-03-14…2026-03-15", count: 2))
  }

  @Test func aRowWithoutItsCampaignIsABadRowAndATotalIsNone() throws {
    let reading = try Sample(
      "Campaign name,Ad name,Day,Amount spent (EUR)\nA,x,2026-03-01,5\n,y,2026-03-02,7\n,,,12\n"
    ).read()
    #expect(reading.all.rejectedRows.map(\.line) == [3])
    #expect(reading.all.rejectedRows.map(\.expected) == ["a campaign's name"])
    #expect(reading.all.skippedRows.map(\.line) == [4] && reading.total(.spend) == "5")
    let named = try Sample("Campaign name,Campaign ID,Day,Amount spent (EUR)\n,7,2026-03-01,5\n").read()
    #expect(named.all.adPerformance.map(\.campaignID) == ["7"])
  }

  /// Of catalogue sales both columns say so. 73 visits of a profile are no results; the carts are what was bought for.
  @Test func purchasesWithSharedItems() throws {
    let columns = "Purchases with shared items,Purchases conversion value for shared items only"
    let reading = try Sample(
      "Campaign name,Day,Impressions,Result type,Results,\(columns),Amount spent (IDR)\n"
        + "A,2026-03-24,4082,Instagram profile visits,73,3,75000,29354\n"
        + "B,2026-03-24,4493,Adds to cart with shared items,28,2,37500,62926\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.conversionsMicros) == [3_000_000, 28_000_000])
    #expect(
      reading.all.adPerformance.map(\.resultType) == ["Purchases with shared items", "Adds to cart with shared items"])
    let alone = try Sample(
      "Campaign name,Day,Impressions,\(columns),Amount spent (IDR)\nA,2026-03-24,4082,3,75000,29354\n"
        + "B,2026-03-24,4493,2,37500,62926\n"
    ).read()
    #expect(alone.total(.conversions) == "5")
    // The column of all purchases goes before that of some.
    let both = try Sample(
      "Campaign name,Day,Impressions,Purchases with shared items,Purchases,Amount spent (IDR)\nA,2026-03-24,9,1,4,5\n")
    #expect(try both.read().total(.conversions) == "4")
  }

  @Test func aHeaderAloneHasNoFigures() throws {
    let reading = try Sample("Campaign name,Day,Impressions,Amount spent (EUR)\n").read()
    #expect(reading.summary.rowsRead == 0)
    #expect(reading.summary.totals.isEmpty)
  }

  @Test func datesThatReadBothWaysAreAsked() throws {
    let sample = try Sample("Campaign name,Day,Amount spent (EUR)\nA,03/04/2026,1\n")
    #expect(sample.failure() == .ambiguousDates(file: "sample.csv", column: "Day", line: 2))
    let told = try sample.read(ReadOptions(dateOrder: .dayMonthYear))
    #expect(told.recognition.window?.description == "2026-04-03")
  }

  /// The 3rd and 4th of February; read the other way round they lie in March and April.
  @Test(arguments: ["02/03/2026,1\nA,02/04/2026", "03/02/2026,1\nA,04/02/2026"])
  func theOrderByWhichTheDaysLieInThePeriodOfTheName(days: String) throws {
    let sample = try Sample(
      "Campaign name,Day,Amount spent (EUR)\nA,\(days),1\n", name: "Shop-Campaigns-Feb-2-2026-Feb-8-2026.csv")
    for options in [ReadOptions(), ReadOptions(locale: "en-US"), ReadOptions(locale: "en-GB")] {
      #expect(try sample.read(options).recognition.window?.description == "2026-02-03…2026-02-04")
    }
  }

  @Test func aPeriodsEndsTellTheOrderTogether() throws {
    let sample = try Sample(
      "Campaign name,Amount spent (EUR),Reporting starts,Reporting ends\nA,1,02/02/2026,08/02/2026\n",
      name: "Shop-Campaigns-Feb-2-2026-Feb-8-2026.csv")
    #expect(try sample.read().recognition.window?.description == "2026-02-02…2026-02-08")
    #expect(
      try sample.read(ReadOptions(dateOrder: .monthDayYear)).recognition.window?.description == "2026-02-02…2026-08-02")
  }

  @Test(arguments: ["Shop-Campaigns-Jan-1-2026-Dec-31-2026.csv", "Shop-Campaigns-Jan-1-2025-Jan-31-2025.csv"])
  func aPeriodThatBothOrdersFitOrNeitherProvesNone(name: String) throws {
    let sample = try Sample("Campaign name,Day,Amount spent (EUR)\nA,03/04/2026,1\n", name: name)
    #expect(sample.failure() == .ambiguousDates(file: name, column: "Day", line: 2))
  }

  /// One program writes them: the 20th in one column proves the order of all, and two that differ prove none.
  @Test func aColumnThatLeavesTheOrderOpenFollowsTheOthers() throws {
    let header = "Campaign name,Amount spent (EUR),Reporting starts,Reporting ends"
    let sample = try Sample("\(header)\nA,1,01/03/2026,20/03/2026\n")
    for options in [ReadOptions(), ReadOptions(locale: "en-US")] {
      #expect(try sample.read(options).recognition.window?.description == "2026-03-01…2026-03-20")
    }
    let days = "05/03/2026\nA,2,01/03/2026,31/03/2026,20/03/2026\n"
    let byDay = try Sample("\(header),Day\nA,1,01/03/2026,31/03/2026,\(days)").read()
    #expect(byDay.all.adPerformance.map(\.window.description) == ["2026-03-05", "2026-03-20"])
    let differing = try Sample("\(header),Day\nA,1,01/03/2026,03/31/2026,20/03/2026\n")
    #expect(
      differing.failure() == .ambiguousDates(file: "sample.csv", column: "Reporting starts", line: 2))
  }

  @Test func withoutACurrencyTheAmountsWaitForOne() throws {
    let sample = try Sample("Campaign name,Day,Amount spent\nA,2026-03-01,1\n")
    let row = try #require(try sample.read().all.adPerformance.first)
    #expect(row.currency == nil && row.spendMicros == 1_000_000)
    #expect(try sample.read(ReadOptions(currency: Currency("CHF"))).all.adPerformance.first?.currency?.code == "CHF")
  }

  @Test(
    arguments: [
      "Campaign Name,Ad Set Name,Ad Name,Reporting Starts,Reporting Ends,Amount Spent (EUR),Impressions,Link Clicks,Clicks (All),Reach,Results",
      "Kampagnenname,Name der Anzeigengruppe,Anzeigenname,Berichtsstart,Berichtsende,Ausgegebener Betrag (EUR),Impressionen,Link-Klicks,Klicks (alle),Reichweite,Ergebnisse",
      "Nom de la campagne,Nom de l’ensemble de publicités,Nom de la publicité,Début des rapports,Fin des rapports,Montant dépensé (EUR),Impressions,Clics sur un lien,Clics (tous),Couverture,Résultats",
      "Nombre de la campaña,Nombre del conjunto de anuncios,Nombre del anuncio,Inicio del informe,Fin del informe,Importe gastado (EUR),Impresiones,Clics en el enlace,Clics (todos),Alcance,Resultados",
      "Nome da campanha,Nome do conjunto de anúncios,Nome do anúncio,Início dos relatórios,Término dos relatórios,Valor usado (EUR),Impressões,Cliques no link,Cliques (todos),Alcance,Resultados",
      "Nome della campagna,Nome del gruppo di inserzioni,Nome dell'inserzione,Inizio report,Fine report,Importo speso (EUR),Impression,Clic sul link,Clic (tutti),Copertura,Risultati",
      "Campagnenaam,Naam advertentieset,Naam advertentie,Start rapportage,Einde rapportage,Besteed bedrag (EUR),Weergaven,Klikken op links,Klikken (alle),Bereik,Resultaten",
    ])
  func everyLanguageHasEveryField(header: String) throws {
    let reading = try Sample("\(header)\nSpring,Set,Ad,2026-03-01,2026-03-31,8.50,1000,20,33,600,2\n").read()
    #expect(reading.recognition.format == "MetaAdsReport" && reading.recognition.currency?.code == "EUR")
    #expect(reading.recognition.columns.allSatisfy { $0.meaning != nil })
    let row = try #require(reading.all.adPerformance.first)
    #expect([row.campaign, row.adGroup, row.ad] == ["Spring", "Set", "Ad"])
    #expect([row.impressions, row.clicks, row.allClicks, row.reach] == [1000, 20, 33, 600])
    #expect(row.spendMicros == 8_500_000 && row.conversionsMicros == 2_000_000)
    #expect(row.window.description == "2026-03-01…2026-03-31")
  }

  @Test func idsThatASpreadsheetCutAreLeftOutAndToldOf() throws {
    let reading = try Sample(
      """
      Campaign name,Ad name,Ad ID,Day,Amount spent (EUR)
      Spring,Chair,1.20253E+17,2026-03-01,1.5
      Spring,Table,120253001234567890,2026-03-01,2.5
      """
    ).read()
    #expect(reading.all.adPerformance.map(\.adID) == ["", "120253001234567890"])
    #expect(reading.total(.spend) == "4" && reading.summary.rowsRejected == 0)
    #expect(reading.summary.problems.map(\.line) == [2])
    #expect(reading.summary.problems.first?.column == "Ad ID")
    #expect(reading.summary.problems.first?.found == "1.20253E+17, an id that a spreadsheet cut")
  }

  @Test func aRowThatOnlyACutIDNamesIsRefused() throws {
    let reading = try Sample("Ad ID,Day,Amount spent (EUR)\n1.20253E+17,2026-03-01,1.5\n7,2026-03-01,2\n").read()
    #expect(reading.summary.rowsRejected == 1 && reading.total(.spend) == "2")
  }

  @Test func anAccountsCurrencyMayStandInAColumn() throws {
    let reading = try Sample(
      "Account name,Account currency,Day,Amount Spent\nNorth,DKK,2026-03-01,70.5\nSouth,EUR,2026-03-01,9\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.currency?.code) == ["DKK", "EUR"])
    #expect(reading.all.adPerformance.map(\.account) == ["North", "South"])
  }

  @Test func adsThatAreGroupedStayOneRow() throws {
    let reading = try Sample(
      "Ads,Amount spent (EUR),Reporting starts,Reporting ends\nADS 1;ADS 2;...and 3 more ads,7.25,2026-03-01,2026-03-07\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.ad) == ["ADS 1;ADS 2;...and 3 more ads"])
    #expect(reading.total(.spend) == "7.25")
  }

  /// Figures by Python's csv module over the same files.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("main-report-tape-ketan-bulan-ini.csv", 23, 0, "2127582", "124793", "2255", "456"),
      ("otc-ctlp-to-wa-bulan-lalu-ad-creative.csv", 13, 0, "1549273", "83401", nil, nil),
      ("otc-ctlp-to-wa-bulan-lalu-age.csv", 7, 0, "1549273", "83401", nil, nil),
      ("otc-ctlp-to-wa-bulan-lalu-gender.csv", 3, 0, "1549273", "83401", nil, nil),
      ("otc-ctlp-to-wa-bulan-lalu-objective.csv", 1, 0, "1549273", "83401", nil, nil),
      ("otc-ctlp-to-wa-bulan-lalu-placement.csv", 9, 0, "1549273", "83401", nil, nil),
      ("otc-ctlp-to-wa-bulan-lalu-platform.csv", 3, 0, "1549273", "83401", nil, nil),
      ("otc-ctlp-to-wa-bulan-lalu-region.csv", 4, 0, "1549273", "83401", nil, nil),
      ("otc-ctlp-to-wa-bulan-lalu.csv", 1, 0, "1549273", "83401", "1819", "219"),
      ("rmoda-autospa-kelapa-gading-bulan-lalu-ad-creative.csv", 12, 0, "2528984", "87138", nil, "164"),
      ("rmoda-autospa-kelapa-gading-bulan-lalu-age.csv", 7, 0, "1295147", "56377", nil, "136"),
      ("rmoda-autospa-kelapa-gading-bulan-lalu-main-report.csv", 7, 0, "2528984", "87138", "416", "164"),
      ("rmoda-autospa-kelapa-gading-bulan-lalu-region.csv", 3, 0, "2528984", "87138", nil, nil),
      ("rmoda-studio-bsd-bulan-lalu-ad-creative.csv", 91, 1, "16417248", "1281040", "20211", "18655"),
      ("tape-ketan-181-bulan-lalu-objective.csv", 5, 1, "223101", "19267", "342", "47"),
    ] as [(String, Int, Int, String, String, String?, String?)])
  func realFiles(
    file: String, rows: Int, skipped: Int, spend: String, impressions: String, clicks: String?, conversions: String?
  ) throws {
    let reading = try Shared.reading("meta-ads/" + file)
    #expect(reading.recognition.format == "MetaAdsReport")
    #expect(reading.recognition.currency?.code == "IDR")
    #expect(reading.summary.rowsRead == rows)
    #expect(reading.summary.rowsSkipped == skipped)
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.total(.spend) == spend)
    #expect(reading.total(.impressions) == impressions)
    #expect(reading.total(.clicks) == clicks)
    #expect(reading.total(.conversions) == conversions)
  }

  @Test(arguments: ["Website purchases conversion value", "Conversion-Wert von Website-Käufen"])
  func theValueOfPurchasesOnTheWebsite(column: String) throws {
    let reading = try Sample("Day,Campaign name,\(column),Amount spent (EUR)\n2026-10-01,A,280.00,100.00\n").read()
    #expect(reading.all.adPerformance.map(\.conversionValueMicros) == [280_000_000])
  }

  @Test(arguments: [
    "Website purchases", "Website-Käufe", "Achats sur le site web", "Compras en el sitio web",
    "Acquisti sul sito web", "Compras no site", "Aankopen op website",
  ])
  func purchasesOnTheWebsite(column: String) throws {
    let reading = try Sample("Day,Campaign name,\(column),Amount spent (EUR)\n2026-10-01,A,7,100.00\n").read()
    #expect(reading.all.adPerformance.map(\.conversionsMicros) == [7_000_000])
    #expect(reading.all.adPerformance.map(\.resultType) == [column])
  }

  @Test func theOnlyAccountIsTheFiles() throws {
    let header = "Account ID,Day,Campaign name,Amount spent (EUR)\n222,2026-10-01,A,1\n"
    #expect(try Sample(header + "222,2026-10-02,A,1\n").read().recognition.account == "222")
    #expect(try Sample(header + "111,2026-10-02,A,1\n").read().recognition.account == nil)
  }

  /// With points nobody writes the month first, but a declared order or locale and a day past twelve go before that.
  @Test func datesWithPointsHaveTheDayFirst() throws {
    let sample = try Sample("Campaign name;Day;Amount spent (EUR)\nA;03.04.2026;1\n")
    #expect(try sample.read().recognition.window?.description == "2026-04-03")
    for options in [ReadOptions(dateOrder: .monthDayYear), ReadOptions(locale: "en-US")] {
      #expect(try sample.read(options).recognition.window?.description == "2026-03-04")
    }
    let resaved = try Sample("Campaign name;Day;Amount spent (EUR)\nA;03.04.2026;1\nA;03/14/2026;1\n")
    #expect(try resaved.read().recognition.window?.description == "2026-03-04…2026-03-14")
    let mixed = try Sample("Campaign name;Day;Amount spent (EUR)\nA;03.04.2026;1\nA;03/05/2026;1\n")
    #expect(mixed.failure() == .ambiguousDates(file: "sample.csv", column: "Day", line: 2))
  }
}
