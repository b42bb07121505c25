/// The words that are units, and those that stand beside them, in small letters.
extension UnitWords {
  static let plain = byWord([
    (.thousands, "tsd tausend thousand thousands '000 '000s milliers migliaia milhares milers mijë duizend duizenden"),
    (.thousands, "tusen tusental tkr tusind tusinde tusinder þús þúsund þúsundir þúsundum tuh tuhat tuhatta tuhansia"),
    (.thousands, "tuhansina tuhandetes tūkst tukst tūkstoši tūkstošos tūkstančiai tūkstančių ezer"),
    (.thousands, "tys tysiące tysięcy tysiącach tis tkč tisíc tisíce tisících tisícoch tisoč tisoc tisočih"),
    (.thousands, "tisuća tisuće tisućama hilj hiljada hiljade hiljadama хиљ хиљада хиљаде хиљадама илјади хил хиляди"),
    (.thousands, "тыс тысяч тысячи тысячах тис тисяч тисячі тисячах χιλ χιλιάδες χιλιάδων χιλιαδες χιλιαδεσ 千円 千元"),
    (.tenThousands, "万 万円 万元"), (.lakhs, "lakh lakhs"), (.crores, "crore crores"),
    (.millions, "mio mln million millions millionen millones milhões milioni milions miljoen miljoner millioner mkr"),
    (.millions, "mnkr milj miljoonaa miljoonia milljónir milljónum miliony milionów milionů mkč milijun milijuna"),
    (.millions, "milijona miliona milijonov milijonų milioane millió millio milyon млн миллионов мільйонів милиона"),
    (.millions, "εκατ εκατομμύρια 百万円 百万元"),
    (.billions, "mrd mld billions milliards milliárd milyar miliarde miliardów млрд δισ"),
    (.cents, "cent cents eurocent pence centimes céntimos centimos cêntimos centavos centesimi grosze groszy øre öre"),
    (.cents, "haléře haléřů centov centai centų kuruş kurus коп копеек копейки копійок копійки стотинки"),
  ])
  /// Those that mean something else in a name: only in brackets of their own, after "in" and behind a currency.
  static let marked = byWord([
    (.thousands, "k 000 000s 000's 1000 1000s x1000 mila mgl mii kkr"), (.millions, "1000000 x1000000 mill"),
    (.billions, "bn"), (.cents, "ct cts"),
  ])
  /// Of these those that stand at a currency alone.
  static let ofMoney = byWord([(.thousands, "t dzd þ"), (.millions, "m mm mn εκ"), (.billions, "mia")])
  /// Of these those that stand at some currencies alone. `B TL` is thousands in Turkish and billions in English.
  static let local: [String: [String: FieldUnit]] = [
    "mil": ["r$": .thousands, "brl": .thousands, "reais": .thousands, "kč": .millions, "czk": .millions],
    "mi": ["r$": .millions, "brl": .millions, "reais": .millions],
    "cr": ["₹": .crores, "inr": .crores, "rs": .crores], "p": ["£": .cents, "gbp": .cents],
    "gr": ["zł": .cents, "pln": .cents], "e": ["ft": .thousands, "huf": .thousands, "forint": .thousands],
    "bin": ["tl": .thousands, "try": .thousands, "₺": .thousands, "lira": .thousands, "lirası": .thousands], "b": [:],
  ]
  /// In brackets of their own they may be thousands or cents: in English a length, in Romanian money of any kind, in
  /// Greek minutes; transfers in capitals.
  static let doubted: Set<String> = ["p", "miles", "bani", "λεπτά", "eft", "mft"]
  /// Letters and figures that stand at a currency without a blank: `k€`, `TEUR`, `$000`, `£m`.
  static let glued = [
    "k": "tsd", "t": "tsd", "000": "tsd", "000s": "tsd", "m": "mio", "mm": "mio", "mn": "mio", "bn": "mrd", "md": "mrd",
  ]
  /// Those that capitals tell from other words.
  static let cased = [
    "eFt": "ezer", "EFt": "ezer", "eHUF": "ezer", "MFt": "millió", "mFt": "millió", "MrdFt": "mrd", "kkr": "tkr",
  ]
  static let rates: Set<String> = [
    "per", "pro", "je", "par", "por", "pour", "cpm", "ecpm", "tkp", "cpt", "cpc", "cpa", "cpl", "cpv", "rate", "preis",
  ]
  static let ins: Set<String> = ["in", "en", "em", "v", "w", "в", "în", "σε", "във"]
  /// "In" too, and letters of other things: what they stand before is a unit only if it is one anyway.
  static let letters: Set<String> = ["i", "í", "u", "у"]
  /// `miles de euros`, `ezer Ft-ban`.
  static let links: Set<String> = ["of", "de", "di", "d", "ban", "ben"]
  /// They stay in the name: gross is another field than net.
  static let taxes: Set<String> = [
    "net", "netto", "gross", "brutto", "ht", "ttc", "hors", "taxes", "tax", "incl", "inkl", "excl", "exkl", "zzgl",
    "ex", "sin", "bez", "vat", "mwst", "ust", "btw", "tva", "iva", "moms", "dph", "gst", "total", "gesamt",
    "nettó", "bruttó", "áfa", "összes", "összesen", "neto", "bruto", "pdv", "ddv", "ukupno", "skupaj", "fără", "brüt",
    "kdv", "hariç", "dahil", "toplam", "нетто", "брутто", "нето", "бруто", "без", "ндс", "пдв", "ддс", "всего", "разом",
    "общо", "χωρίς", "φπα", "vsk",
  ]
  static let currencyWords: Set<String> = [
    "euro", "euros", "d'euros", "dollar", "dollars", "pounds", "zł", "złotych", "kč", "kr", "kronor", "kroner",
    "franken", "pesos", "reais", "rs", "rupees", "руб", "рублей", "рублях", "евро", "ευρώ", "ευρω", "euroa", "euroja",
    "eurot", "eurų", "eiro", "eura", "evra", "evrov", "euró", "euróban", "forint", "forintban", "korun", "krónur",
    "krónum", "lira", "lirası", "türk", "dinara", "дин", "динара", "лв", "лева", "грн", "гривень", "гривнях",
    "bgn", "uah", "rsd", "hrk",
  ]
  /// Words of other things too (feet, Latvia, a norm, a name): no unit behind them is one for them.
  static let shortCurrencies: Set<String> = [
    "ft", "lei", "leu", "lv", "tl", "din", "kn", "kuna", "ron", "try", "rub", "isk", "р",
  ]
  /// A small letter before them is a unit, as in `kRON`.
  static let furtherCodes: Set<String> = ["RON", "BGN", "TRY", "UAH", "RUB", "RSD", "HRK", "ISK"]

  private static func byWord(_ lists: [(unit: FieldUnit, words: String)]) -> [String: FieldUnit] {
    let pairs = lists.flatMap { list in list.words.split(separator: " ").map { (String($0), list.unit) } }
    return Dictionary(pairs) { first, _ in first }
  }
}
