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
      ("Kostnad (tkr)", "kostnad", .thousands), ("Omkostning (t.kr.)", "omkostning", .thousands),
      ("Kosten (duizend €)", "kosten", .thousands), ("Kosten (€ dzd.)", "kosten", .thousands),
      ("Custo (milhares de R$)", "custo", .thousands), ("Custo (R$ mil)", "custo", .thousands),
      ("Custo (mil reais)", "custo", .thousands), ("Impressões (em mil)", "impressões", .thousands),
      ("Costo (mila €)", "costo", .thousands), ("Náklady (tis. Kč)", "náklady", .thousands),
      ("Náklady (mil. Kč)", "náklady", .millions), ("Koszt w tys. zł", "koszt", .thousands),
      ("Расход, тыс. руб.", "расход", .thousands), ("費用（千円）", "費用", .thousands),
      ("Kosten (x 1.000 €)", "kosten", .thousands), ("Kosten (€ x 1000)", "kosten", .thousands),
      ("Kosten (x € 1.000)", "kosten", .thousands), ("Kosten x 1000", "kosten", .thousands),
      ("Coût (k€ HT)", "coût ht", .thousands), ("Kosten (Tsd. EUR netto)", "kosten netto", .thousands),
      ("Spend (USDm)", "spend", .millions), ("Kosten in Mill. €", "kosten", .millions),
      ("費用(万円)", "費用", .tenThousands), ("Cost (₹ lakh)", "cost", .lakhs), ("Cost (Rs. Cr)", "cost", .crores),
      ("Cost (€bn)", "cost", .billions), ("Kosten (Mrd. EUR)", "kosten", .billions),
      ("Cost in pence", "cost", .cents), ("Cost GBP (p)", "cost", .cents), ("Coût (centimes)", "coût", .cents),
      ("Coste (céntimos)", "coste", .cents), ("Kosten (eurocent)", "kosten", .cents),
      ("Kostnad (öre)", "kostnad", .cents),
    ] as [(String, String, FieldUnit)])
  func whatFiguresAreCountedInIsSaidInHeaders(header: String, name: String, unit: FieldUnit) {
    let counted = HeaderWords.counted(header)
    #expect(counted?.name == name && counted?.unit == unit)
  }

  @Test(
    arguments: [
      ("Költség (eFt)", "költség", FieldUnit.thousands), ("Költség (e Ft)", "költség", .thousands),
      ("Költség (ezer Ft)", "költség", .thousands), ("Költség ezer Ft-ban", "költség", .thousands),
      ("Nettó költség (eHUF)", "nettó költség", .thousands), ("Költség (ezer Ft + áfa)", "költség áfa", .thousands),
      ("Költség (MFt)", "költség", .millions), ("Költség (M Ft)", "költség", .millions),
      ("Költség (millió Ft)", "költség", .millions), ("Megjelenések (ezer)", "megjelenések", .thousands),
      ("Cost (mii lei)", "cost", .thousands), ("Cost (mii RON)", "cost", .thousands),
      ("Cost (kRON)", "cost", .thousands), ("Cost, în mii lei", "cost", .thousands),
      ("Afișări (mii)", "afișări", .thousands), ("Разход (хил. лв.)", "разход", .thousands),
      ("Разход (хиляди лева)", "разход", .thousands),
      ("Импресии (хил.)", "импресии", .thousands),
      ("Maliyet (bin TL)", "maliyet", .thousands), ("MALİYET (BİN TL)", "maliyet", .thousands),
      ("Maliyet (TL bin)", "maliyet", .thousands), ("Maliyet (bin Türk Lirası)", "maliyet", .thousands),
      ("Maliyet (milyon TL)", "maliyet", .millions), ("Maliyet (TL mn)", "maliyet", .millions),
      ("Maliyet (kuruş)", "maliyet", .cents),
      ("Витрати (тис. грн)", "витрати", .thousands), ("Витрати, тис. грн", "витрати", .thousands),
      ("Витрати у тис. грн", "витрати", .thousands), ("Витрати (тисяч гривень)", "витрати", .thousands),
      ("Витрати (млн грн)", "витрати", .millions), ("Витрати (коп.)", "витрати", .cents),
      ("Покази (тис.)", "покази", .thousands), ("Расходы, тыс. р.", "расходы", .thousands),
      ("Расходы (тыс. руб. без НДС)", "расходы без ндс", .thousands), ("Расход (коп.)", "расход", .cents),
      ("Troškovi (hilj. RSD)", "troškovi", .thousands), ("Troškovi (hiljade din)", "troškovi", .thousands),
      ("Трошкови (хиљ. дин.)", "трошкови", .thousands), ("Trošak (tis. kn)", "trošak", .thousands),
      ("Trošak (tisuće €)", "trošak", .thousands), ("Troškovi u hiljadama dinara", "troškovi", .thousands),
      ("Strošek (tisoč €)", "strošek", .thousands), ("Prikazi (tisoč)", "prikazi", .thousands),
      ("Κόστος σε χιλ. ευρώ", "κόστος", .thousands), ("Κόστος (χιλ. €)", "κόστος", .thousands),
      ("Κόστος (εκατ. €)", "κόστος", .millions), ("Εμφανίσεις (χιλιάδες)", "εμφανίσεις", .thousands),
      ("Kustannus (tuhansia euroja)", "kustannus", .thousands), ("Kustannus (milj. €)", "kustannus", .millions),
      ("Kontaktit (tuhatta)", "kontaktit", .thousands), ("Kulu (tuh. eurot)", "kulu", .thousands),
      ("Kulu (tuhat €)", "kulu", .thousands), ("Izmaksas (tūkst. EUR)", "izmaksas", .thousands),
      ("Parodymai (tūkst.)", "parodymai", .thousands),
      ("Visninger (tusinde)", "visninger", .thousands), ("Visninger i tusinder", "visninger", .thousands),
      ("Pris (mia. kr.)", "pris", .billions), ("Kostnad (kkr)", "kostnad", .thousands),
      ("Kostnad i tusen kronor", "kostnad", .thousands), ("Kostnaður í þúsundum", "kostnaður", .thousands),
      ("Kostnaður (þús. kr.)", "kostnaður", .thousands), ("Kostnaður (þ.kr.)", "kostnaður", .thousands),
      ("Náklady (tKč)", "náklady", .thousands), ("Náklady (tisíce Kč)", "náklady", .thousands),
      ("Koszt (tysiące zł)", "koszt", .thousands), ("Koszt (gr PLN)", "koszt", .cents),
      ("Impressions (milers)", "impressions", .thousands), ("Contatti (mgl)", "contatti", .thousands),
      ("Coût (Md€)", "coût", .billions), ("Kosten 2026 (Tsd. €)", "kosten 2026", .thousands),
      ("Spend Phase I (K)", "spend phase i", .thousands),
    ] as [(String, String, FieldUnit)])
  func unitsAreReadInTheLanguagesOfEurope(header: String, name: String, unit: FieldUnit) {
    let counted = HeaderWords.counted(header)
    #expect(counted?.name == name && counted?.unit == unit)
  }

  /// Letters that stand for something else, rates, a count of a name, a length, and units without a thing.
  @Test(arguments: [
    "Cost", "Vitamin K", "Vitamin K (EUR)", "Cost CT", "Conversion value (CT)", "Impact", "Miocene cost",
    "Cost per thousand", "Cost per 1000", "CPM (k€)", "Kosten pro Tsd.", "Kosten/Tsd.", "Tausend-Kontakt-Preis",
    "Coût pour mille", "Impressions (1)", "Campaign 000", "Spend 50 Cent", "Distance in miles", "Distance (miles)",
    "Campaign 1000", "Budget 1.000", "Sizes (M)", "Spend MN", "Spend (MN)", "Sales M (EUR)", "Length (m)",
    "Clicks (all)", "Cost (EUR)", "Percent", "TEUR", "(000)", "()", "", "Cost (net)", "Cost in EUR", "Umsatz Sekt",
    "Cost (DZD)", "Campaign Mil", "Impressions (mil)", "Cost (p)", "Impressions 300mm", "Reach (mm)", "Ads 300 x 1000",
    "Clicks X", "Costo Mila", "Amount (Cr)", "Cost (mil €)",
    // Names, sizes, counties and norms beside words of currencies.
    "Kosten (k.A.)", "Kosten (Tag)", "Kosten (1000 Flyer)", "Kosten für 1000 Flyer", "Kosten 5.000 Flyer",
    "Cost (1000 copies)", "Costo (mille copie)", "Kosten Mio FM", "Budget in T", "Kosten MM", "Cost B", "Koszt (t)",
    "Kosten in CT", "Kosten (1k Auflage)", "Budget 2026", "Kosten KW 10", "Kosten Tausenderpreis", "Cost mil",
    "Náklady (mil.)", "Cost (pa)", "Cost (pcm)", "Spend (p.m.)", "Kosten DIN 1000", "Spend LV M", "Spend Phase I K",
    "Náklady tisk", "Cost TRON", "Cost (tCPA)", "Amount (EFT)", "Amount EFT", "Spend KKR", "Visits bin", "Umsatz Mia",
    "Kampanya B TL", "Height (ft)", "Cost (lei)", "Maliyet (TL)", "Költség (nettó Ft)", "Разход (нето лв.)",
    "Maliyet (KDV hariç TL)", "Витрати (без ПДВ)", "CPM (ezer Ft)", "Költség/ezer",
  ])
  func whatSaysNoUnit(header: String) { #expect(HeaderWords.counted(header)?.unit == nil) }

  /// A word at a currency, in brackets of its own, and those that are a unit in some names.
  @Test(
    arguments: [
      ("Impressions (mil)", "mil"), ("Cost (p)", "p"), ("Reach (mm)", "mm"), ("Cost (mil €)", "mil"),
      ("Költség (sok HUF)", "sok"), ("Cost (DZD)", nil), ("Cost (EUR)", nil), ("Cost (EUR, net)", nil),
      ("Cost (in EUR)", nil), ("Kosten (EUR ohne MwSt)", nil), ("Cost (EUR excluding VAT)", nil),
      ("Költség (sok HUF net)", "sok"),
      ("Cost (US $)", nil), ("Clicks (all)", nil), ("Cost (k€)", nil), ("Impressions (1)", nil), ("Campaign Mil", nil),
      ("Cost (EUR total)", nil), ("Cost", nil),
      ("Impactos (miles)", "miles"), ("Distance (in miles)", nil), ("Gösterim (bin)", "bin"), ("Maliyet bin TL", "bin"),
      ("Maliyet (B TL)", "b"), ("Impressions (B)", nil), ("Kampanya B TL", nil), ("Cost (mil. lei)", "mil"),
      ("Cost mii lei", "mii"), ("Cost (bani)", "bani"), ("Koszt (gr)", "gr"), ("Költség e Ft-ban", "e"),
      ("Impressions (e)", nil), ("Költség (eft)", "eft"), ("Amount EFT", nil), ("Kosten mil. Kč", "mil"),
      ("Költség (nettó Ft)", nil), ("Maliyet (KDV hariç TL)", nil), ("Разход (нето лв.)", nil),
    ] as [(String, String?)])
  func wordsThatMayBeUnitsAreDoubted(header: String, word: String?) {
    #expect(HeaderWords.unitInDoubt(header) == word)
  }
}
