import Vocabulary

/// A report's header: each column's name as written, the form by which it is compared, and a currency in brackets or a
/// sign at the end.
struct Header: Hashable, Sendable {
  let names: [String]
  let keys: [String]
  let currencies: [Currency?]
  /// The first column of each key and of each whole name: every format asks for all of its columns, and a header may
  /// have thousands.
  private let places: [String: Int]

  init(_ names: [String]) {
    self.names = names.map(Header.cleaned)
    var keys: [String] = []
    var currencies: [Currency?] = []
    // Tools that write every header small write the currencies' codes small too.
    let isSmall = self.names.count > 1 && !self.names.contains { $0.contains(where: \.isUppercase) }
    for name in self.names {
      let (key, currency) = Header.key(name, isSmall: isSmall)
      keys.append(key)
      currencies.append(currency ?? Header.lastSign(name))
    }
    self.keys = keys
    self.currencies = currencies
    var places = Dictionary(zip(keys, keys.indices)) { first, _ in first }
    // Two columns may differ in what the brackets hold alone: `Cost (EUR)` and `Cost ($)`.
    for (index, name) in self.names.enumerated() where name.hasSuffix(")") {
      if places[name.lowercased()] == nil { places[name.lowercased()] = index }
    }
    self.places = places
  }

  var count: Int { names.count }

  /// The first column that carries any of the names, the earlier name first; headers may repeat.
  func column(_ candidates: [String]) -> Int? {
    for candidate in candidates {
      if let index = places[candidate] { return index }
    }
    return nil
  }

  func contains(_ key: String) -> Bool { places[key] != nil }

  /// The column with which the first three begin again, as in a sheet that holds two tables side by side: behind an empty
  /// one, or as the second half of all. Nil in other headers; a buyer and a recipient may have the same three each.
  var secondTable: Int? {
    guard count >= 6, Set(keys[..<3]).count == 3, !keys[..<3].contains("") else { return nil }
    return (3...(count - 3)).first { start in
      keys[start..<(start + 3)] == keys[..<3]
        && (keys[start - 1].isEmpty || (start * 2 == count && keys[start...] == keys[..<start]))
    }
  }

  /// In small letters, without soft hyphens and zero-width characters, blanks collapsed, `(EUR)` or `(€)` at the end
  /// cut off. `($)` is cut off too, though it names no one currency.
  /// Only capitals are a currency: `Clicks (all)` is not counted in Albanian lek. Nor is a moment in `(UTC)`. `isSmall`:
  /// nothing in the header is a capital, so that small codes count but for those that are English words.
  static func key(_ name: String, isSmall: Bool = false) -> (key: String, currency: Currency?) {
    let clean = cleaned(name)
    guard clean.hasSuffix(")"), let open = clean.lastIndex(of: "(") else { return (clean.lowercased(), nil) }
    if let mark = sign(clean) {
      return (cleaned(String(clean[..<open])).lowercased(), AmountText.currency(ofMark: mark))
    }
    let inside = clean[clean.index(after: open)...].dropLast()
    guard let currency = Currency(inside),
      currency.code == inside || (isSmall && !["all", "top", "mad", "pen", "cup", "gel", "try"].contains(inside)),
      !["UTC", "GMT"].contains(currency.code)
    else { return (clean.lowercased(), nil) }
    return (cleaned(String(clean[..<open])).lowercased(), currency)
  }

  /// The name as in `key`, with what stands in brackets.
  static func whole(_ name: String) -> String { cleaned(name).lowercased() }

  /// The currency's sign in brackets at the end: `$` in `Cost ($)`. `R` and `Ft` are words of other things too.
  static func sign(_ name: String) -> String? {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return nil }
    let inside = String(name[name.index(after: open)...].dropLast())
    let isWord = inside.allSatisfy { $0.isASCII && ($0.isLetter || $0 == ".") }
    let isKnown = AmountText.currency(ofMark: inside) != nil || AmountText.sharers(ofMark: inside) != nil
    return isKnown && !isWord ? inside : nil
  }

  /// The currency whose sign is the name's last word, also within brackets and with what it is counted in: `Kosten €`,
  /// `Coste (miles €)`, `Budget k€`.
  private static func lastSign(_ name: String) -> Currency? {
    guard name.contains(where: \.isCurrencySymbol),
      let word = name.split(whereSeparator: { " ()[]".contains($0) }).last, word.count < name.count
    else { return nil }
    if let currency = AmountText.currency(ofMark: String(word)) { return currency }
    let letters = word.filter { !$0.isCurrencySymbol }.lowercased()
    return UnitWords.standsAtSign(letters) ? AmountText.currency(ofMark: String(word.filter(\.isCurrencySymbol))) : nil
  }

  /// Without soft hyphens and zero-width characters, blanks collapsed.
  static func cleaned(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return name }
    var words: [String] = [""]
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: continue
      case 0...0x20, 0xA0, 0x202F, 0x2009: words.append("")
      default: words[words.count - 1].unicodeScalars.append(scalar)
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
