import Testing

@testable import Ingestion

struct HeaderWordsTests {
  @Test(arguments: [
    ("Order_ID", "order id"), ("orderId", "order id"), ("Order-Id.", "order id"), ("  order   id", "order id"),
    ("ORDER ID", "order id"), ("Impr.", "impr"), ("Amount spent (EUR)", "amount spent"), ("E-Mail", "e mail"),
    ("CampaignName", "campaign name"), ("Clicks (all)", "clicks all"), ("Währung", "währung"), ("", ""),
  ])
  func spellingsOfOneNameAreOne(header: String, words: String) {
    #expect(HeaderWords.plain(header) == words)
  }

  @Test(arguments: [
    ("metrics_cost_micros", true), ("metrics.costMicros", true), ("Spend (micros)", true), ("charge_local_micro", true),
    ("spend_in_micro_dollar", true), ("Micro conversions value", false), ("Microphone cost", false), ("cost", false),
  ])
  func millionthsAreSaidInHeaders(header: String, says: Bool) {
    #expect(HeaderWords.saysMicros(header) == says)
  }

  @Test(
    arguments: [
      ("Cost (k€)", "cost", FieldUnit.thousands), ("Kosten in TEUR", "kosten", .thousands),
      ("Kosten T€", "kosten", .thousands), ("Kosten (Tsd. EUR)", "kosten", .thousands),
      ("Kosten in Tsd. (EUR)", "kosten", .thousands), ("Impressions (000)", "impressions", .thousands),
      ("Impressions ('000)", "impressions", .thousands), ("Reach (K)", "reach", .thousands),
      ("Spend (in thousands)", "spend", .thousands), ("Spend (USD thousands)", "spend", .thousands),
      ("Spend $000", "spend", .thousands), ("Coût en milliers d’euros", "coût", .thousands),
      ("Gasto (miles de €)", "gasto", .thousands), ("Wyświetlenia (tys.)", "wyświetlenia", .thousands),
      ("Impressionen in Mio.", "impressionen", .millions), ("Koszt (mln zł)", "koszt", .millions),
      ("Kosten (in 1000 €)", "kosten", .thousands), ("Kosten in 1.000 EUR", "kosten", .thousands),
      ("Kosten (1.000 EUR)", "kosten", .thousands), ("Cost (x1000)", "cost", .thousands),
      ("Kosten in 1 000 €", "kosten", .thousands), ("Spend EUR 000", "spend", .thousands),
      ("Spend (€m)", "spend", .millions), ("Spend £m", "spend", .millions), ("Revenue ($M)", "revenue", .millions),
      ("Spend (USD M)", "spend", .millions), ("Spend EUR m", "spend", .millions),
      ("Kosten (MEUR)", "kosten", .millions),
      ("Spend ($MM)", "spend", .millions), ("Kosten (mn €)", "kosten", .millions),
      ("Kosten (in 1.000.000 €)", "kosten", .millions), ("Kosten (ct)", "kosten", .cents),
      ("Netto in Cent", "netto", .cents), ("cost_cents", "cost", .cents),
    ] as [(String, String, FieldUnit)])
  func whatFiguresAreCountedInIsSaidInHeaders(header: String, name: String, unit: FieldUnit) {
    let counted = HeaderWords.counted(header)
    #expect(counted?.name == name && counted?.unit == unit)
  }

  /// Letters that stand for something else, rates, a count of a name, a length, and units without a thing.
  @Test(arguments: [
    "Cost", "Vitamin K", "Vitamin K (EUR)", "Cost CT", "Conversion value (CT)", "Impact", "Miocene cost",
    "Cost per thousand", "Cost per 1000", "CPM (k€)", "Kosten pro Tsd.", "Kosten/Tsd.", "Tausend-Kontakt-Preis",
    "Coût pour mille", "Impressions (1)", "Campaign 000", "Spend 50 Cent", "Distance in miles", "Distance (miles)",
    "Campaign 1000", "Budget 1.000", "Sizes (M)", "Spend MN", "Spend (MN)", "Sales M (EUR)", "Length (m)",
    "Clicks (all)", "Cost (EUR)", "Percent", "TEUR", "(000)", "()", "",
  ])
  func whatSaysNoUnit(header: String) { #expect(HeaderWords.counted(header)?.unit == nil) }
}
