/// An amount with the currency written beside it, or without: `R$ 12,28`, `1,234.50`, `12,30 €`, `USD 5`,
/// `($3.00)`, `$-3.00`, `−3,00 €`, `3.00-`; `1.234,- €`, `7.–`, `12,000/-` and `1500:-` have nothing behind the whole.
package struct AmountText: Hashable, Sendable {
  package let micros: Int64
  /// The currency as written beside the number, "" where there is none.
  package let mark: String

  /// In bytes: `руб.`.
  private static let longestMark = 7

  /// Nil unless the text is one number in this format with at most one short currency mark before or after it.
  package init?(_ text: UnsafeBufferPointer<UInt8>, format: NumberFormat) {
    if let micros = format.micros(text) {
      self.micros = micros
      mark = ""
      return
    }
    var bytes = BlankText.trimmed(text)
    var isNegative = false
    if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
      isNegative = true
      bytes = UnsafeBufferPointer(rebasing: bytes[1..<(bytes.count - 1)])
    }
    guard let first = bytes.indices.first(where: { AmountText.startsNumber(bytes, at: $0) }),
      let last = bytes.lastIndex(where: { $0 &- 0x30 <= 9 }),
      first <= last
    else { return nil }
    var before = BlankText.trimmed(UnsafeBufferPointer(rebasing: bytes[..<first]))
    var after = BlankText.trimmed(UnsafeBufferPointer(rebasing: bytes[(last + 1)...]))
    let number = UnsafeBufferPointer(rebasing: bytes[first...last])
    let isRound = AmountText.stripDash(&after, format)
    let hasSign = AmountText.stripMinus(&before)
    // Accounting writes `1.234,50-`; behind a whole number a dash says "and below".
    let hasSignBehind = AmountText.stripMinus(&after)
    guard !hasSignBehind || number.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) else {
      return nil
    }
    let signs = [isNegative, hasSign, hasSignBehind].count { $0 }
    isNegative = signs == 1
    guard signs < 2, before.isEmpty || after.isEmpty, before.count <= AmountText.longestMark,
      after.count <= AmountText.longestMark,
      let micros = format.micros(number), !(isNegative && micros < 0)
    else { return nil }
    let mark = String(decoding: before.isEmpty ? after : before, as: UTF8.self)
    guard mark.isEmpty ? isRound || hasSign || hasSignBehind : AmountText.isCurrencyMark(mark) else { return nil }
    self.micros = isNegative ? -micros : micros
    self.mark = mark
  }

  package init?(_ text: String, format: NumberFormat) {
    guard let amount = text.withUTF8Bytes({ AmountText($0, format: format) }) else { return nil }
    self = amount
  }

  /// The one currency that the mark stands for; nil for none and for those that several share (`$`, `kr`, `lei`).
  package var currency: Currency? {
    if AmountText.sharers(ofMark: mark) != nil { return nil }
    return AmountText.currency(ofMark: mark) ?? Currency(mark)
  }

  /// Whether the mark beside the number is of other currencies: `£` beside EUR, and `$` too.
  package func contradicts(_ currency: Currency) -> Bool {
    if let own = self.currency { return own != currency }
    return AmountText.sharers(ofMark: mark).map { !$0.contains(currency) } ?? false
  }

  private static let currencies: [String: Currency] = {
    let codes = [
      "€": "EUR", "£": "GBP", "R$": "BRL", "US$": "USD", "A$": "AUD", "AU$": "AUD", "CA$": "CAD", "C$": "CAD",
      "NZ$": "NZD", "HK$": "HKD", "MX$": "MXN", "NT$": "TWD", "S$": "SGD", "₹": "INR", "₩": "KRW", "₽": "RUB",
      "₺": "TRY", "₴": "UAH", "₪": "ILS", "₫": "VND", "₱": "PHP", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "Rp": "IDR",
      "JP¥": "JPY", "CN¥": "CNY", "Euro": "EUR", "euro": "EUR", "EURO": "EUR", "Eur": "EUR", "eur": "EUR",
      "лв": "BGN", "лв.": "BGN", "руб": "RUB", "руб.": "RUB", "грн": "UAH", "грн.": "UAH", "дин": "RSD", "дин.": "RSD",
    ]
    return codes.compactMapValues { Currency($0) }
  }()

  /// The one currency that a mark other than a code stands for; nil for every other text.
  package static func currency(ofMark mark: String) -> Currency? { currencies[mark] }

  /// The currencies that a mark may stand for which several share, the most usual one first; nil for every other mark.
  package static func sharers(ofMark mark: String) -> [Currency]? { sharedMarks[mark] }

  private static let sharedMarks: [String: [Currency]] = {
    let crowns = ["SEK", "NOK", "DKK", "ISK"]
    let dollars = [
      "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "BRL", "ARS", "CLP", "COP", "UYU", "DOP", "BBD", "BSD",
      "BMD", "BND", "BZD", "FJD", "KYD", "SBD", "SRD", "GYD", "JMD", "LRD", "NAD", "TTD", "XCD",
    ]
    let codes = [
      "$": dollars, "kr": crowns, "kr.": crowns, "¥": ["JPY", "CNY"], "R": ["ZAR"], "Fr.": ["CHF"], "RM": ["MYR"],
      "Rs.": ["INR", "PKR", "LKR", "NPR", "MUR"], "Rs": ["INR", "PKR", "LKR", "NPR", "MUR"],
      "lei": ["RON", "MDL"], "Lei": ["RON", "MDL"],
    ]
    return codes.mapValues { $0.compactMap { Currency($0) } }
  }()

  private static func isCurrencyMark(_ mark: String) -> Bool {
    currencies[mark] != nil || sharedMarks[mark] != nil || (mark == mark.uppercased() && Currency(mark) != nil)
  }

  /// Takes a minus sign, the hyphen or the sign itself, off either end; `$-5` has it behind the mark.
  private static func stripMinus(_ bytes: inout UnsafeBufferPointer<UInt8>) -> Bool {
    for sign in [[UInt8(ascii: "-")], [0xE2, 0x88, 0x92]] {
      if bytes.starts(with: sign) {
        bytes = BlankText.trimmed(UnsafeBufferPointer(rebasing: bytes.dropFirst(sign.count)))
        return true
      }
      if bytes.count >= sign.count, bytes.suffix(sign.count).elementsEqual(sign) {
        bytes = BlankText.trimmed(UnsafeBufferPointer(rebasing: bytes.dropLast(sign.count)))
        return true
      }
    }
    return false
  }

  /// Takes off what stands for no cents: the decimal mark and one dash or two, `/-`, or `:-`.
  private static func stripDash(_ bytes: inout UnsafeBufferPointer<UInt8>, _ format: NumberFormat) -> Bool {
    let marks = [format.decimalMark.byte, UInt8(ascii: "/"), UInt8(ascii: ":")]
    guard let mark = bytes.first, marks.contains(mark) else { return false }
    let hyphen = UInt8(ascii: "-")
    let further: [[UInt8]] = [[hyphen, hyphen], [hyphen], [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94]]
    let dashes = mark == format.decimalMark.byte ? further : [[hyphen]]
    let rest = bytes.dropFirst()
    guard let dash = dashes.first(where: { rest.starts(with: $0) }) else { return false }
    bytes = BlankText.trimmed(UnsafeBufferPointer(rebasing: rest.dropFirst(dash.count)))
    return true
  }

  /// A point behind a letter is of the mark: `Rs.500`.
  private static func startsNumber(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    if byte &- 0x30 <= 9 { return true }
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else { return false }
    return index == 0 || (bytes[index - 1] | 0x20) &- 0x61 >= 26
  }
}
