import Ingestion
import Testing
import Vocabulary

struct GoogleAdsSearchTermsReportTests {
  /// The header as a Brazilian account exports it: no campaign, and the period above.
  @Test func portuguese() throws {
    let reading = try Sample(
      """
      Termos de pesquisa
      5 de maio de 2026 - 15 de maio de 2026
      Termo de pesquisa,Tipo de correspondência dos termos de pesquisa,Adicionada/excluída,Cliques,Impr.,CTR,Código da moeda,CPC méd.,Custo,Conversões
      cadeira de carvalho,Correspondência exata,Nenhum,2,2,"100,00%",BRL,"3,05","6,10","1,00"
      mesa,Correspondência ampla,Nenhum,0,5,"0,00%",BRL,0,"0,00","0,00"
      Total: termos de pesquisa, --, --,2,7,"28,57%",BRL,"3,05","6,10","1,00"
      """
    ).read()
    #expect(reading.recognition.format == "GoogleAdsSearchTermsReport" && !reading.recognition.isVerified)
    #expect(reading.all.adPerformance.map(\.breakdown) == ["searchTerm+matchType", "searchTerm+matchType"])
    #expect(reading.total(.spend) == "6.1" && reading.total(.impressions) == "7")
    #expect(reading.all.controlTotals.allSatisfy { $0.coversAllRows })
    #expect(reading.recognition.notes.first?.contains("do not add up") == true)
    #expect(reading.recognition.reason == "the first line \"Termos de pesquisa\" and columns \"Custo\"")
  }

  @Test(
    arguments: [
      "Search term,Campaign,Ad group,Currency code,Cost,Clicks",
      "Suchbegriff,Kampagne,Anzeigengruppe,Währungscode,Kosten,Klicks",
      "Término de búsqueda,Campaña,Grupo de anuncios,Código de moneda,Coste,Clics",
      "Terme de recherche,Campagne,Groupe d'annonces,Code devise,Coût,Clics",
    ])
  func otherLanguages(header: String) throws {
    let reading = try Sample("\(header)\nchairs,Brand,Exact,EUR,1.25,3\n").read()
    #expect(reading.recognition.format == "GoogleAdsSearchTermsReport")
    #expect(reading.all.adPerformance.first?.breakdown == "searchTerm")
    #expect(reading.all.adPerformance.first?.campaign == "Brand")
    #expect(reading.recognition.reason.hasPrefix("columns "))
  }
}
