import Ingestion
import Testing
import Vocabulary

struct GoogleAdsKeywordReportTests {
  /// The header as a Brazilian account exports it.
  @Test func portuguese() throws {
    let reading = try Sample(
      """
      Palavra-chave de pesquisa
      5 de maio de 2026 - 15 de maio de 2026
      Pesquisar palavra-chave,Status da palavra-chave da rede de pesquisa,Pesquisar tipo de correspondência de palavra-chave,Campanha,Grupo de anúncios,Código da moeda,CPC máx. da palavra-chave,Cliques,Impr.,CTR,CPC méd.,Custo,Conversões,Custo / conv.
      cadeiras,Qualificado,Correspondência de frase,Marca,G1,BRL,"0,01",10,140,"7,14%","3,99","39,89","1,00","39,89"
      cadeiras,Limitado,Correspondência exata,Marca,G1,BRL,"0,01",9,173,"5,20%","3,27","29,39","5,00","5,88"
      """
    ).read()
    #expect(reading.recognition.format == "GoogleAdsKeywordReport")
    #expect(reading.all.adPerformance.map(\.breakdown) == ["keyword+matchType", "keyword+matchType"])
    #expect(reading.all.adPerformance[1].breakdownValue == "cadeiras+Correspondência exata")
    #expect(reading.total(.spend) == "69.28" && reading.total(.clicks) == "19" && reading.total(.conversions) == "6")
    #expect(reading.recognition.notes.count == 1)
  }

  /// Without a column of the currency the title tells whose table it is: 76.94 + 1.06.
  @Test(arguments: ["Relatório de palavras-chave", "Relatório de palavras-chave da rede de pesquisa"])
  func knownByItsTitle(title: String) throws {
    let reading = try Sample(
      """
      \(title)
      3 de outubro de 2026 - 5 de outubro de 2026
      Status da palavra-chave,Palavra-chave,Campanha,Grupo de anúncios,Impr.,Custo,Cliques
      Ativado,malbec,Uvas,Tintas,"2.296","76,94",65
      Ativado,rosé,Uvas,Tintas,12,"1,06",2
      """
    ).read()
    #expect(reading.recognition.format == "GoogleAdsKeywordReport")
    #expect(reading.total(.spend) == "78" && reading.total(.clicks) == "67")
  }

  @Test(
    arguments: [
      "Search keyword,Campaign,Ad group,Currency code,Cost,Clicks",
      "Keyword,Campaign,Ad group,Currency code,Cost,Clicks",
      "Keyword für Suchnetzwerk,Kampagne,Anzeigengruppe,Währungscode,Kosten,Klicks",
      "Palabra clave de búsqueda,Campaña,Grupo de anuncios,Código de moneda,Coste,Clics",
      "Mot clé pour le Réseau de Recherche,Campagne,Groupe d'annonces,Code devise,Coût,Clics",
    ])
  func otherLanguages(header: String) throws {
    let reading = try Sample("\(header)\nchairs,Brand,Exact,EUR,1.25,3\n").read()
    #expect(reading.recognition.format == "GoogleAdsKeywordReport")
    #expect(reading.all.adPerformance.first?.breakdownValue == "chairs")
    #expect(reading.total(.spend) == "1.25" && reading.total(.clicks) == "3")
  }

  @Test(arguments: [
    "Total: All but removed keywords", "Total: Filtered keywords", "Total: Filtered search keywords",
    "Gesamt: Alle außer entfernten Keywords",
  ])
  func theTotalOfWhatIsShownCoversTheRows(label: String) throws {
    let reading = try Sample(
      "Search keyword,Campaign,Ad group,Currency code,Cost,Clicks\nchairs,Brand,Exact,EUR,1.25,3\n"
        + "\(label), --, --,EUR,1.25,3\n"
    ).read()
    #expect(reading.all.controlTotals.map(\.coversAllRows) == [true, true])
    #expect(reading.all.controlTotals.map(\.valueMicros) == [1_250_000, 3_000_000])
  }
}
