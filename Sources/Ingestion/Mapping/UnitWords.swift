/// The words at the end of a header, as far as they tell what its figures are counted in.
struct UnitWords {
  /// The words beside the unit.
  let name: String
  let unit: FieldUnit?
  /// Where no unit is said: a word in brackets of its own, behind "in" or before a currency, that may be one.
  let doubt: String?

  /// Nil of rates, and of names that end in nothing but currencies and taxes.
  init?(_ header: String) {
    guard let ending = HeaderEnding(header), !UnitWords.isAbbreviation(ending.word, in: header) else { return nil }
    name = ending.name
    let unit = UnitWords.unit(ending)
    self.unit = unit
    doubt = unit == nil && UnitWords.mayBeUnit(ending) ? ending.word : nil
  }

  /// Click-through and dinars.
  private static func isAbbreviation(_ word: String, in header: String) -> Bool {
    ["ct", "dzd"].contains(word) && header.contains(word.uppercased())
  }

  private static func unit(_ ending: HeaderEnding) -> FieldUnit? {
    let word = ending.word
    if let unit = plain[word] { return unit }
    if ending.isMarked {
      if let unit = marked[word] ?? ending.currencies.lazy.compactMap({ local[word]?[$0] }).first { return unit }
      if !ending.currencies.isEmpty, let unit = ofMoney[word] { return unit }
    }
    // In English a length, and "mil" short for a million, as in Czech.
    let isAfterEn = ending.link == "en" || ending.link == "em"
    let isThousands = (word == "miles" && (isAfterEn || !ending.currencies.isEmpty)) || (word == "mil" && isAfterEn)
    return isThousands ? .thousands : nil
  }

  private static func mayBeUnit(_ ending: HeaderEnding) -> Bool {
    let word = ending.word
    let isAtCurrency = !ending.currencies.isEmpty
    // A letter alone is other things too: "e" is estimated.
    let isKnown =
      ofMoney[word] != nil || doubted.contains(word) || (local[word] != nil && (word.count > 1 || isAtCurrency))
    // In English a length.
    if isKnown, ending.isMarked { return word != "miles" || ending.link != "in" }
    guard isAtCurrency, !ending.canBeTimes else { return false }
    // `EUR ohne MwSt`.
    if ending.isBracketed { return word.count > 2 && !ending.isBeforeTax }
    let isWord = word.count > 2 && (isKnown || marked[word] != nil)
    return isWord || ending.currencies.contains { local[word]?[$0] != nil }
  }

  static func isCurrency(_ word: String) -> Bool {
    word.contains(where: \.isCurrencySymbol) || currencyWords.contains(word) || shortCurrencies.contains(word)
      || KindGuess.usual.contains(word.uppercased())
  }

  /// `k` of `k€`.
  static func standsAtSign(_ letters: String) -> Bool { glued[letters] != nil || plain[letters] != nil }

  static func isBeside(_ word: String) -> Bool {
    links.contains(word) || ins.contains(word) || taxes.contains(word)
  }

  /// Words in small letters, `'000` and the signs of currencies among them.
  static func parts(_ text: Substring) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && !$0.isCurrencySymbol && $0 != "'" }.map { part in
      let written = String(part)
      if let word = cased[written] { return word }
      // `BİN` in small letters has an i with a second dot.
      let word = written.lowercased().replacing("i\u{307}", with: "i")
      let bare = word.filter { !$0.isCurrencySymbol }
      if bare.count < word.count { return glued[bare] ?? (plain[bare] == nil ? word : bare) }
      guard (4...5).contains(word.count) else { return word }
      let isBeforeFurther = written.first?.isLowercase == true && furtherCodes.contains(String(written.dropFirst()))
      if isBeforeFurther || KindGuess.usual.contains(word.dropFirst().uppercased()) {
        return glued[String(word.prefix(1))] ?? word
      }
      // "Sekt" is no thousand kronor.
      guard KindGuess.usual.contains(word.prefix(3).uppercased()), !word.hasSuffix("t") else { return word }
      return glued[String(word.dropFirst(3))] ?? word
    }
  }
}
