import Ingestion
import Testing
import Vocabulary

struct GoogleAdsOverviewCardTests {
  @Test func days() throws {
    let reading = try Sample(
      """
      Data,Cliques,Custo,Impressões,Conversões
      "ter., 5 de mai. de 2026",3,"R$\u{A0}12,28",40,"0,50"
      "qua., 6 de mai. de 2026",0,—,0,—
      """
    ).read()
    #expect(reading.recognition.format == "GoogleAdsOverviewCard")
    #expect(reading.recognition.currency?.code == "BRL")
    #expect(reading.total(.spend) == "12.28")
    #expect(reading.total(.conversions) == "0.5")
    #expect(reading.all.adPerformance[1].spendMicros == nil)
    #expect(reading.all.adPerformance.map(\.channel) == [.unknown, .unknown])
    #expect(reading.recognition.window?.description == "2026-05-05…2026-05-06")
  }

  @Test(arguments: [
    ("Date,Clicks,Impressions,Cost,Conversions", "\"Thu, Feb 5, 2026\",3,\"8,343\",€93.86,1.33"),
    ("Datum,Klicks,Impressionen,Kosten,Conversions", "\"Do., 5. Feb. 2026\",3,8.343,\"93,86 €\",\"1,33\""),
    ("Date,Clics,Impressions,Coût,Conversions", "jeu. 5 févr. 2026,3,8\u{202F}343,\"93,86 €\",\"1,33\""),
    ("Fecha,Clics,Impresiones,Coste,Conversiones", "\"jue, 5 feb 2026\",3,8.343,\"93,86 €\",\"1,33\""),
  ])
  func daysInOtherLanguages(header: String, row: String) throws {
    let reading = try Sample("\(header)\n\(row)\n").read()
    #expect(reading.recognition.format == "GoogleAdsOverviewCard" && reading.recognition.currency?.code == "EUR")
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-02-05"])
    #expect(reading.total(.spend) == "93.86" && reading.total(.clicks) == "3")
    #expect(reading.total(.impressions) == "8343" && reading.total(.conversions) == "1.33")
  }

  /// Anybody's table may have such headers; nobody else writes the weekday into each day.
  @Test(arguments: ["2026-02-05", "\"Feb 5, 2026\"", "5 Feb 2026", "Thursday", "--"])
  func daysOfOthers(day: String) throws {
    let sample = try Sample("Date,Clicks,Impressions,Cost\n\(day),3,40,€1.50\n")
    #expect(sample.failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  @Test func theCampaignsCardHasItsPeriodInTheFilesName() throws {
    let text = """
      Nome da campanha,Nome do grupo de campanhas,Status da campanha,Custo,Cliques,CTR
      Marca,,Ativado,"R$\u{A0}236,86",58,"6,68%"
      Feira,,Pausado,"R$\u{A0}23,14",2,"6,90%"
      """
    let reading = try Sample(text, name: "Campanhas(2026.05.05-2026.05.24).csv").read()
    #expect(reading.recognition.format == "GoogleAdsOverviewCard")
    #expect(reading.recognition.window?.description == "2026-05-05…2026-05-24")
    #expect(reading.all.adPerformance.map(\.campaign) == ["Marca", "Feira"])
    #expect(reading.all.adPerformance.map(\.currency?.code) == ["BRL", "BRL"])
    #expect(reading.total(.spend) == "260" && reading.total(.clicks) == "60")
    #expect(reading.recognition.notes.isEmpty)
    let renamed = try Sample(text, name: "maio.csv").read()
    #expect(renamed.all.adPerformance.allSatisfy { $0.window == .undated })
    #expect(renamed.recognition.notes.count == 1)
  }

  /// 1846.78 + 195.38 = 2042.16. The page writes the amounts as it does in the time series of the same language.
  @Test(arguments: [
    ("Campaigns", "Campaign Name,Cost,Clicks,CTR", "\"€1,846.78\",316,1.2%", "€195.38,752,1.2%"),
    ("Kampagnen", "Kampagnenname,Kosten,Klicks,CTR", "\"1.846,78 €\",316,\"1,2 %\"", "\"195,38 €\",752,\"1,2 %\""),
    ("Campañas", "Nombre de la campaña,Coste,Clics,CTR", "\"1.846,78 €\",316,\"1,2 %\"", "\"195,38 €\",752,\"1,2 %\""),
    (
      "Campagnes", "Nom de la campagne,Coût,Clics,CTR", "\"1\u{202F}846,78 €\",316,\"1,2 %\"",
      "\"195,38 €\",752,\"1,2 %\""
    ),
  ])
  func campaignsInOtherLanguages(card: String, header: String, first: String, second: String) throws {
    let text = "\(header)\nBrand,\(first)\nFair,\(second)\n"
    for copy in ["", " (1)"] {
      let reading = try Sample(text, name: "\(card)(2026.09.14-2026.09.23)\(copy).csv").read()
      #expect(reading.recognition.format == "GoogleAdsOverviewCard")
      #expect(reading.recognition.window?.description == "2026-09-14…2026-09-23")
      #expect(reading.all.adPerformance.map(\.campaign) == ["Brand", "Fair"])
      #expect(reading.total(.spend) == "2042.16" && reading.total(.clicks) == "1068")
      #expect(reading.recognition.currency?.code == "EUR")
    }
    // Without the card's name and its period anybody may have written it.
    for name in ["week.csv", "\(card).csv", "Shop(2026.09.14-2026.09.23).csv"] {
      #expect(try Sample(text, name: name).failure() == .unrecognised(file: name, kind: nil))
    }
  }

  @Test func devicesInOtherLanguages() throws {
    let reading = try Sample(
      "Device,Cost,Impressions,Clicks\nComputers,€20.73,112,4\nMobile phones,€279.12,884,65\n",
      name: "Devices(2026.09.14-2026.09.23).csv"
    ).read()
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["Computers", "Mobile phones"])
    #expect(reading.total(.spend) == "299.85" && reading.total(.impressions) == "996")
    #expect(reading.all.adPerformance.allSatisfy { $0.window.description == "2026-09-14…2026-09-23" })
  }

  @Test func aSheetOfCampaignsIsNoCard() throws {
    let sample = try Sample("Campaign,Cost,Clicks,CTR\nBrand,€12.50,3,1.2%\n", name: "campaigns.csv")
    #expect(sample.failure() == .unrecognised(file: "campaigns.csv", kind: nil))
  }

  @Test func theDevicesCardSplitsTheAccount() throws {
    let reading = try Sample(
      """
      Dispositivo,Custo,Impressões,Cliques
      Computadores,"R$\u{A0}20,73",112,4
      Smartphones,"R$\u{A0}279,12",884,65
      """, name: "Dispositivos(2026.05.05-2026.05.24).csv"
    ).read()
    #expect(reading.all.adPerformance.map(\.breakdown) == ["device", "device"])
    #expect(reading.total(.spend) == "299.85")
  }

  @Test(
    arguments: [
      ("Palavra,Custo,Cliques,Impressões\npara,\"R$ 1,00\",2,5\n", "a Google Ads card of words"),
      ("Pesquisar,Custo,Cliques\nveneno,\"R$ 1,00\",2\n", "a Google Ads card of searches"),
      ("Nome da campanha,Custo,Custo (Comparação),Cliques\nA,1,2,3\n", "a Google Ads card that compares two periods"),
    ])
  func otherCardsAreCalledByName(text: String, name: String) throws {
    let failure = try #require(try Sample(text).failure())
    #expect("\(failure)".contains(name))
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("google-ads/ptBR_overview_serie_temporal.csv")
    #expect(reading.summary.rowsRead == 20)
    #expect(reading.total(.spend) == "299.85")
    #expect(reading.total(.clicks) == "69")
    #expect(reading.total(.impressions) == "997")
    #expect(reading.total(.conversions) == "49")
  }
}
