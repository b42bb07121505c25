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
