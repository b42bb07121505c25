import Testing
import Vocabulary

@testable import Ingestion

struct HeaderTests {
  @Test(
    arguments: [
      ("Kosten (€)", "EUR"), ("Kosten €", "EUR"), ("Coste (miles €)", "EUR"), ("Budget [£]", "GBP"),
      ("Cost R$", "BRL"), ("Cost $", nil), ("€ je Klick", nil), ("€", nil), ("Kosten T€", "EUR"),
      ("Budget (k€)", "EUR"), ("Spend £m", "GBP"), ("Spend (£'000)", "GBP"), ("Cost $k", nil), ("Kosten x€", nil),
      ("Kosten", nil),
    ] as [(String, String?)])
  func currencies(name: String, code: String?) {
    #expect(Header([name, "Day"]).currencies == [Currency(code ?? ""), nil])
  }

  /// Only what brackets hold alone is cut off.
  @Test func theSignStaysInTheName() {
    #expect(Header(["Kosten €", "Coste (miles €)", "Cost (€)"]).keys == ["kosten €", "coste (miles €)", "cost"])
  }
}
