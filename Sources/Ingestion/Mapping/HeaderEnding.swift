/// The end of a header as words: the last that is no currency, no tax and no link, and what stands around it.
struct HeaderEnding {
  /// `tsd` in `Kosten in Tsd. EUR netto`.
  let word: String
  /// The words before it, and the taxes behind it: `kosten netto`.
  let name: String
  /// Those that stand at the word, the ones behind it first.
  let currencies: [String]
  /// `in`.
  let link: String?
  /// Behind "in", times a thousand, behind a currency, or in brackets of its own.
  let isMarked: Bool
  let isBracketed: Bool
  let isBeforeTax: Bool

  /// A number may say how many times.
  var canBeTimes: Bool { HeaderEnding.isNumber(word) }

  /// Nil of rates, and of names that end in nothing but currencies and taxes.
  init?(_ header: String) {
    guard let (words, bracket) = HeaderEnding.words(header),
      // Whose thousands they are: `Tsd. EUR`, `miles de euros`, `k€ HT`.
      let kept = words.lastIndex(where: { !UnitWords.isCurrency($0) && !UnitWords.isBeside($0) }), kept > 0
    else { return nil }
    let front = HeaderEnding.front(words, of: kept, bracket: bracket)
    let before = words[front.start - 1]
    let isAfterIn = UnitWords.ins.contains(before)
    let isLinked = isAfterIn || (UnitWords.letters.contains(before) && bracket != front.start)
    let start = isLinked ? front.start - 1 : front.start
    // `Spend 50 Cent` is a name, `Spend 2026 (cents)` none.
    guard start > 0, bracket == start || !HeaderEnding.isNumber(words[start - 1]) else { return nil }
    let behind = words[(kept + 1)...]
    word = words[kept]
    name = (words[..<start] + behind.filter(UnitWords.taxes.contains)).joined(separator: " ")
    currencies = behind.filter(UnitWords.isCurrency) + front.currencies
    link = isLinked ? before : nil
    isBracketed = bracket == start
    isMarked = front.start < kept || isAfterIn || isBracketed
    isBeforeTax = behind.first.map(UnitWords.taxes.contains) ?? false
  }

  /// Where begins what stands at the word in front: `x 1000 €`, `€ x 1000`, `x € 1000`.
  private static func front(_ words: [String], of kept: Int, bracket: Int?) -> (start: Int, currencies: [String]) {
    func isTimes(_ start: Int) -> Bool { isNumber(words[kept]) && start > 1 && words[start - 1] == "x" }
    let first = isTimes(kept) ? kept - 1 : kept
    let start = first - 1
    guard start > 0, UnitWords.isCurrency(words[start]),
      bracket == start || !UnitWords.shortCurrencies.contains(words[start])
    else { return (first, []) }
    return (isTimes(start) ? start - 1 : start, [words[start]])
  }

  private static func isNumber(_ word: String) -> Bool { word.allSatisfy(\.isNumber) }

  /// `bracket`: the first word in brackets at the end. Brackets that hold a currency alone say nothing. Nil of rates.
  private static func words(_ header: String) -> (words: [String], bracket: Int?)? {
    let whole = thousandsJoined(Header.cleaned(header).replacing("\u{2019}", with: "'"))
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
    guard !text.contains("/"), !words.contains(where: UnitWords.rates.contains) else { return nil }
    return (words, inBrackets.isEmpty ? nil : words.count - inBrackets.count)
  }

  /// `1.000` as `1000`.
  private static func thousandsJoined(_ text: String) -> String {
    guard text.contains("000") else { return text }
    return text.replacing(/\b1[.,' ]000[.,' ]000\b/, with: "1000000").replacing(/\b1[.,' ]000\b/, with: "1000")
  }
}
