import Vocabulary

extension HeaderWords {
  /// The unit of a mapped column by its header; cents and millionths are of money alone.
  static func unit(_ header: String, isOfMoney: Bool) -> FieldUnit? {
    if isOfMoney, saysMicros(header) { return .micros }
    guard let unit = counted(header)?.unit, isOfMoney || unit != .cents else { return nil }
    return unit
  }

  /// What a header says that its figures are counted in, and the words that it has beside it: `Kosten (Tsd. EUR)` is
  /// `kosten` in thousands. Nil where it says nothing, and of rates such as `Cost per thousand`.
  static func counted(_ header: String) -> (name: String, unit: FieldUnit)? {
    var whole = Header.whole(header).replacing("\u{2019}", with: "'")
    if whole.contains("000") {
      whole = whole.replacing(/\b1[.,' ]000[.,' ]000\b/, with: "1000000").replacing(/\b1[.,' ]000\b/, with: "1000")
    }
    var text = Substring(whole)
    var inBrackets: [String] = []
    if let last = text.last, last == ")" || last == "]", let open = text.lastIndex(where: { "([".contains($0) }) {
      inBrackets = parts(text[open...])
      if inBrackets.allSatisfy(isCurrency) {
        inBrackets = []
        text = text[..<open]
      }
    }
    let words = parts(text)
    guard !text.contains("/"), !words.contains(where: rates.contains) else { return nil }
    // Whose thousands they are: `Tsd. EUR`, `miles de euros`.
    let kept = words.lastIndex { !isCurrency($0) && !links.contains($0) } ?? 0
    guard kept > 0 else { return nil }
    let word = words[kept]
    guard word != "ct" || !header.contains("CT") else { return nil }
    var start = kept
    let isBehindCurrency = start > 1 && isCurrency(words[start - 1])
    let isOfMoney = isBehindCurrency || words[(kept + 1)...].contains(where: isCurrency)
    if isBehindCurrency { start -= 1 }
    let isAfterEn = ["en", "em"].contains(words[start - 1])
    let isAfterIn = isAfterEn || words[start - 1] == "in"
    if isAfterIn { start -= 1 }
    let isAlone = isAfterIn || (!inBrackets.isEmpty && words.count - inBrackets.count == start)
    // The length in English.
    let isMiles = word == "miles" && (isAfterEn || isOfMoney)
    var said = plainUnits[word]
    if said == nil, isAlone || isBehindCurrency { said = loneUnits[word] }
    if said == nil, isOfMoney, isAlone || isBehindCurrency { said = moneyUnits[word] }
    if isMiles { said = .thousands }
    guard let unit = said, start > 0, !words[start - 1].allSatisfy(\.isNumber) else { return nil }
    return (words[..<start].joined(separator: " "), unit)
  }

  private static let plainUnits: [String: FieldUnit] = [
    "tsd": .thousands, "tausend": .thousands, "thousand": .thousands, "thousands": .thousands, "'000": .thousands,
    "'000s": .thousands, "milliers": .thousands, "migliaia": .thousands, "tys": .thousands, "duizenden": .thousands,
    "mio": .millions, "mln": .millions, "million": .millions, "millions": .millions, "millionen": .millions,
    "millones": .millions, "milhões": .millions, "milioni": .millions, "miljoen": .millions, "cent": .cents,
    "cents": .cents,
  ]
  /// Those that mean something else in a name: only in brackets of their own, after "in" and behind a currency.
  private static let loneUnits: [String: FieldUnit] = [
    "k": .thousands, "000": .thousands, "000s": .thousands, "1000": .thousands, "1000s": .thousands,
    "x1000": .thousands, "1000000": .millions, "x1000000": .millions, "ct": .cents, "cts": .cents,
  ]
  /// Those only beside a currency.
  private static let moneyUnits: [String: FieldUnit] = [
    "t": .thousands, "m": .millions, "mm": .millions, "mn": .millions,
  ]
  /// Letters and figures that stand at a currency without a blank: `k€`, `TEUR`, `$000`, `£m`.
  private static let gluedUnits = [
    "k": "tsd", "t": "tsd", "000": "tsd", "000s": "tsd", "m": "mio", "mm": "mio", "mn": "mio",
  ]
  private static let rates: Set<String> = [
    "per", "pro", "je", "par", "por", "pour", "cpm", "ecpm", "tkp", "cpt", "cpc", "cpa", "cpl", "cpv", "rate", "preis",
  ]
  private static let links: Set<String> = ["of", "de", "di", "d"]
  private static let currencyWords: Set<String> = [
    "euro", "euros", "d'euros", "dollar", "dollars", "pounds", "zł", "kč", "kr",
  ]

  private static func isCurrency(_ word: String) -> Bool {
    word.contains(where: \.isCurrencySymbol) || currencyWords.contains(word)
      || KindGuess.usual.contains(word.uppercased())
  }

  /// Words in small letters, `'000` and the signs of currencies among them.
  private static func parts(_ text: Substring) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && !$0.isCurrencySymbol && $0 != "'" }.map { part in
      let word = String(part)
      let bare = word.filter { !$0.isCurrencySymbol }
      if bare.count < word.count { return gluedUnits[bare] ?? (plainUnits[bare] == nil ? word : bare) }
      guard word.count == 4, let first = word.first, KindGuess.usual.contains(word.dropFirst().uppercased()) else {
        return word
      }
      return gluedUnits[String(first)] ?? word
    }
  }
}
