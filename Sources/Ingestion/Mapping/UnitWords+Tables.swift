/// The words that are units, and those that stand beside them, in small letters.
extension UnitWords {
  static let plain = byWord([
    (.thousands, "tsd tausend thousand thousands '000 '000s milliers migliaia milhares tys tis duizend duizenden"),
    (.thousands, "tusen tusental tkr тыс 千円 千元"),
    (.tenThousands, "万 万円 万元"), (.lakhs, "lakh lakhs"), (.crores, "crore crores"),
    (.millions, "mio mln million millions millionen millones milhões milioni miljoen miljoner mkr mnkr млн 百万円 百万元"),
    (.billions, "mrd mld billions"),
    (.cents, "cent cents eurocent pence centimes céntimos centimos cêntimos centavos centesimi grosze groszy øre öre"),
  ])
  /// Those that mean something else in a name: only in brackets of their own, after "in" and behind a currency.
  static let marked = byWord([
    (.thousands, "k 000 000s 000's 1000 1000s x1000 mila"), (.millions, "1000000 x1000000 mill"), (.billions, "bn"),
    (.cents, "ct cts"),
  ])
  /// Of these those that stand at a currency alone.
  static let ofMoney = byWord([(.thousands, "t dzd"), (.millions, "m mm mn")])
  /// Of these those that stand at some currencies alone.
  static let local: [String: [String: FieldUnit]] = [
    "mil": ["r$": .thousands, "brl": .thousands, "reais": .thousands, "kč": .millions, "czk": .millions],
    "mi": ["r$": .millions, "brl": .millions, "reais": .millions],
    "cr": ["₹": .crores, "inr": .crores, "rs": .crores], "p": ["£": .cents, "gbp": .cents],
  ]
  /// Letters and figures that stand at a currency without a blank: `k€`, `TEUR`, `$000`, `£m`.
  static let glued = [
    "k": "tsd", "t": "tsd", "000": "tsd", "000s": "tsd", "m": "mio", "mm": "mio", "mn": "mio", "bn": "mrd",
  ]
  static let rates: Set<String> = [
    "per", "pro", "je", "par", "por", "pour", "cpm", "ecpm", "tkp", "cpt", "cpc", "cpa", "cpl", "cpv", "rate", "preis",
  ]
  static let ins: Set<String> = ["in", "en", "em", "v", "w", "в"]
  static let links: Set<String> = ["of", "de", "di", "d"]
  /// They stay in the name: gross is another field than net.
  static let taxes: Set<String> = [
    "net", "netto", "gross", "brutto", "ht", "ttc", "hors", "taxes", "tax", "incl", "inkl", "excl", "exkl", "zzgl",
    "ex", "sin", "bez", "vat", "mwst", "ust", "btw", "tva", "iva", "moms", "dph", "gst", "total", "gesamt",
  ]
  static let currencyWords: Set<String> = [
    "euro", "euros", "d'euros", "dollar", "dollars", "pounds", "zł", "złotych", "kč", "kr", "kronor", "kroner",
    "franken", "pesos", "reais", "rs", "rupees", "руб", "рублей",
  ]

  private static func byWord(_ lists: [(unit: FieldUnit, words: String)]) -> [String: FieldUnit] {
    let pairs = lists.flatMap { list in list.words.split(separator: " ").map { (String($0), list.unit) } }
    return Dictionary(pairs) { first, _ in first }
  }
}
