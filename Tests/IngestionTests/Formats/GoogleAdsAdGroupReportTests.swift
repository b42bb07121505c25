import Ingestion
import Testing
import Vocabulary

struct GoogleAdsAdGroupReportTests {
  @Test(
    arguments: [
      ("Ad group report", "Ad group,Campaign,Campaign type,Currency code,Cost,Clicks", "Search", "Total: Ad groups"),
      (
        "Ad group report", "Ad group,Campaign,Campaign type,Currency code,Cost,Clicks", "Search",
        "Total: Filtered ad groups"
      ),
      (
        "Anzeigengruppenbericht", "Anzeigengruppe,Kampagne,Kampagnentyp,Währungscode,Kosten,Klicks", "Suche",
        "Gesamt: Alle außer entfernten Anzeigengruppen"
      ),
      (
        "Relatório de grupo de anúncios", "Grupo de anúncios,Campanha,Tipo de campanha,Código da moeda,Custo,Cliques",
        "Pesquisa", "Total: Todos exceto os grupos de anúncios removidos"
      ),
      (
        "Informe de grupo de anuncios", "Grupo de anuncios,Campaña,Tipo de campaña,Código de moneda,Coste,Clics",
        "Búsqueda", "Total: Todos los grupos de anuncios excepto los quitados"
      ),
      (
        "Relatório de grupo de anúncios", "Grupo de anúncios,Campanha,Tipo de campanha,Código da moeda,Custo,Cliques",
        "Pesquisa", "Total: Grupos de anúncios"
      ),
      (
        "Anzeigengruppenbericht", "Anzeigengruppe,Kampagne,Kampagnentyp,Währungscode,Kosten,Klicks", "Suche",
        "Gesamt: Anzeigengruppen"
      ),
      (
        "Informe de grupo de anuncios", "Grupo de anuncios,Campaña,Tipo de campaña,Código de moneda,Coste,Clics",
        "Búsqueda", "Total: Grupos de anuncios"
      ),
      (
        "Rapport sur les groupes d'annonces",
        "Groupe d'annonces,Campagne,Type de campagne,Code de la devise,Coût,Clics", "Recherche",
        "Total : Groupes d'annonces"
      ),
    ])
  func everyLanguage(title: String, header: String, type: String, total: String) throws {
    let text = """
      \(title)
      2026-10-01 - 2026-10-31
      \(header)
      Exact,Brand,\(type),EUR,10.50,7
      Broad,Brand,\(type),EUR,2.25,1
      \(total), --, --,EUR,12.75,8
      """
    let reading = try Sample(text).read()
    #expect(reading.recognition.format == "GoogleAdsAdGroupReport" && !reading.recognition.isVerified)
    #expect(reading.all.adPerformance.map(\.adGroup) == ["Exact", "Broad"])
    #expect(reading.all.adPerformance.map(\.channel) == [.paidSearch, .paidSearch])
    #expect(reading.total(.spend) == "12.75" && reading.total(.clicks) == "8")
    #expect(reading.all.controlTotals.count == 2)
    #expect(reading.all.controlTotals.allSatisfy { $0.coversAllRows })
  }
}
