import Vocabulary

/// The words at the end of a header, as far as they tell what its figures are counted in.
struct UnitWords {
  /// The words beside the unit.
  let name: String
  let unit: FieldUnit?
  /// Where no unit is said: a word in brackets of its own, or behind "in", that may be one.
  let doubt: String?

  /// Nil of rates, and of names that end in nothing but currencies and taxes.
  init?(_ header: String) {
    var whole = Header.whole(header).replacing("\u{2019}", with: "'")
    if whole.contains("000") {
      whole = whole.replacing(/\b1[.,' ]000[.,' ]000\b/, with: "1000000").replacing(/\b1[.,' ]000\b/, with: "1000")
    }
    var text = Substring(whole)
    var inBrackets: [String] = []
    if let last = text.last, last == ")" || last == "]", let open = text.lastIndex(where: { "([".contains($0) }) {
      inBrackets = UnitWords.parts(text[open...])
      if inBrackets.allSatisfy(UnitWords.isCurrency) {
        inBrackets = []
        text = text[..<open]
      }
    }
    let words = UnitWords.parts(text)
    guard !text.contains("/"), !words.contains(where: UnitWords.rates.contains),
      // Whose thousands they are: `Tsd. EUR`, `miles de euros`, `k€ HT`.
      let kept = words.lastIndex(where: { !UnitWords.isCurrency($0) && !UnitWords.isBeside($0) }), kept > 0
    else { return nil }
    let word = words[kept]
    // Click-through and dinars.
    guard !["ct", "dzd"].contains(word) || !header.contains(word.uppercased()) else { return nil }
    var currencies = words[(kept + 1)...].filter(UnitWords.isCurrency)
    var start = kept
    // `x 1000 €`, `€ x 1000`, `x € 1000`.
    let canBeTimes = word.allSatisfy(\.isNumber)
    func isTimes() -> Bool { canBeTimes && start > 1 && words[start - 1] == "x" }
    var isMarked = isTimes()
    if isMarked { start -= 1 }
    if start > 1, UnitWords.isCurrency(words[start - 1]) {
      start -= 1
      currencies.append(words[start])
      isMarked = true
      if isTimes() { start -= 1 }
    }
    let isAfterEn = ["en", "em"].contains(words[start - 1])
    let isAfterIn = UnitWords.ins.contains(words[start - 1])
    if isAfterIn { start -= 1 }
    let isBracketed = !inBrackets.isEmpty && words.count - inBrackets.count == start
    isMarked = isMarked || isAfterIn || isBracketed
    guard start > 0, !words[start - 1].allSatisfy(\.isNumber) else { return nil }
    let taxes = words[(kept + 1)...].filter(UnitWords.taxes.contains)
    name = (words[..<start] + taxes).joined(separator: " ")
    var unit = UnitWords.plain[word]
    if unit == nil, isMarked {
      unit = UnitWords.marked[word] ?? currencies.lazy.compactMap { UnitWords.local[word]?[$0] }.first
      if unit == nil, !currencies.isEmpty { unit = UnitWords.ofMoney[word] }
    }
    // In English a length, and "mil" short for a million, as in Czech.
    let isThousands = (word == "miles" && (isAfterEn || !currencies.isEmpty)) || (word == "mil" && isAfterEn)
    if unit == nil, isThousands { unit = .thousands }
    self.unit = unit
    let isKnown = UnitWords.ofMoney[word] != nil || UnitWords.local[word] != nil
    // `EUR ohne MwSt`.
    let isBeforeTax = words[(kept + 1)...].first.map(UnitWords.taxes.contains) ?? false
    let isAtCurrency = isBracketed && !currencies.isEmpty && word.count > 2 && !canBeTimes && !isBeforeTax
    doubt = unit == nil && ((isKnown && isMarked) || isAtCurrency) ? word : nil
  }

  private static let plain: [String: FieldUnit] = [
    "tsd": .thousands, "tausend": .thousands, "thousand": .thousands, "thousands": .thousands, "'000": .thousands,
    "'000s": .thousands, "milliers": .thousands, "migliaia": .thousands, "milhares": .thousands, "tys": .thousands,
    "tis": .thousands, "duizend": .thousands, "duizenden": .thousands, "tusen": .thousands, "tusental": .thousands,
    "tkr": .thousands, "тыс": .thousands, "千円": .thousands, "千元": .thousands,
    "万": .tenThousands, "万円": .tenThousands, "万元": .tenThousands, "lakh": .lakhs, "lakhs": .lakhs,
    "mio": .millions, "mln": .millions, "million": .millions, "millions": .millions, "millionen": .millions,
    "millones": .millions, "milhões": .millions, "milioni": .millions, "miljoen": .millions, "miljoner": .millions,
    "mkr": .millions, "mnkr": .millions, "млн": .millions, "百万円": .millions, "百万元": .millions,
    "crore": .crores, "crores": .crores, "mrd": .billions, "mld": .billions, "billions": .billions,
    "cent": .cents, "cents": .cents, "eurocent": .cents, "pence": .cents, "centimes": .cents, "céntimos": .cents,
    "centimos": .cents, "cêntimos": .cents, "centavos": .cents, "centesimi": .cents, "grosze": .cents, "groszy": .cents,
    "øre": .cents, "öre": .cents,
  ]
  /// Those that mean something else in a name: only in brackets of their own, after "in" and behind a currency.
  private static let marked: [String: FieldUnit] = [
    "k": .thousands, "000": .thousands, "000s": .thousands, "000's": .thousands, "1000": .thousands,
    "1000s": .thousands, "x1000": .thousands, "mila": .thousands, "1000000": .millions, "x1000000": .millions,
    "mill": .millions, "bn": .billions, "ct": .cents, "cts": .cents,
  ]
  /// Of these those that stand at a currency alone.
  private static let ofMoney: [String: FieldUnit] = [
    "t": .thousands, "dzd": .thousands, "m": .millions, "mm": .millions, "mn": .millions,
  ]
  /// Of these those that stand at some currencies alone.
  private static let local: [String: [String: FieldUnit]] = [
    "mil": ["r$": .thousands, "brl": .thousands, "reais": .thousands, "kč": .millions, "czk": .millions],
    "mi": ["r$": .millions, "brl": .millions, "reais": .millions],
    "cr": ["₹": .crores, "inr": .crores, "rs": .crores], "p": ["£": .cents, "gbp": .cents],
  ]
  /// Letters and figures that stand at a currency without a blank: `k€`, `TEUR`, `$000`, `£m`.
  private static let glued = [
    "k": "tsd", "t": "tsd", "000": "tsd", "000s": "tsd", "m": "mio", "mm": "mio", "mn": "mio", "bn": "mrd",
  ]
  private static let rates: Set<String> = [
    "per", "pro", "je", "par", "por", "pour", "cpm", "ecpm", "tkp", "cpt", "cpc", "cpa", "cpl", "cpv", "rate", "preis",
  ]
  private static let ins: Set<String> = ["in", "en", "em", "v", "w", "в"]
  private static let links: Set<String> = ["of", "de", "di", "d"]
  /// They stay in the name: gross is another field than net.
  private static let taxes: Set<String> = [
    "net", "netto", "gross", "brutto", "ht", "ttc", "hors", "taxes", "tax", "incl", "inkl", "excl", "exkl", "zzgl",
    "ex", "sin", "bez", "vat", "mwst", "ust", "btw", "tva", "iva", "moms", "dph", "gst", "total", "gesamt",
  ]
  private static let currencyWords: Set<String> = [
    "euro", "euros", "d'euros", "dollar", "dollars", "pounds", "zł", "złotych", "kč", "kr", "kronor", "kroner",
    "franken", "pesos", "reais", "rs", "rupees", "руб", "рублей",
  ]

  private static func isCurrency(_ word: String) -> Bool {
    word.contains(where: \.isCurrencySymbol) || currencyWords.contains(word)
      || KindGuess.usual.contains(word.uppercased())
  }

  private static func isBeside(_ word: String) -> Bool {
    links.contains(word) || ins.contains(word) || taxes.contains(word)
  }

  /// Words in small letters, `'000` and the signs of currencies among them.
  private static func parts(_ text: Substring) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && !$0.isCurrencySymbol && $0 != "'" }.map { part in
      let word = String(part)
      let bare = word.filter { !$0.isCurrencySymbol }
      if bare.count < word.count { return glued[bare] ?? (plain[bare] == nil ? word : bare) }
      guard (4...5).contains(word.count) else { return word }
      if KindGuess.usual.contains(word.dropFirst().uppercased()) { return glued[String(word.prefix(1))] ?? word }
      // "Sekt" is no thousand kronor.
      guard KindGuess.usual.contains(word.prefix(3).uppercased()), !word.hasSuffix("t") else { return word }
      return glued[String(word.dropFirst(3))] ?? word
    }
  }
}
