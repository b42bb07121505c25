import Charting
import Vocabulary

/// One kind of amount and how the report writes it: at most three significant figures, U+2212 before negative ones,
/// ranges that never break over a line.
struct Quantity: Sendable {
  enum Unit: Sendable, Equatable {
    case money(Currency)
    case count
    /// A share of 1.
    case share
    case plain
  }

  let unit: Unit
  let numbers: Charting.NumberFormat

  init(_ unit: Unit, numbers: Charting.NumberFormat = .current) {
    self.unit = unit
    self.numbers = numbers
  }

  static func money(_ currency: Currency) -> Quantity { Quantity(.money(currency)) }
  static var count: Quantity { Quantity(.count) }
  static var share: Quantity { Quantity(.share) }
  static var plain: Quantity { Quantity(.plain) }

  /// An en dash between word joiners, so that no line ends at it.
  static let dash = "\u{2060}\u{2013}\u{2060}"
  static let missing = Charting.NumberFormat.missing

  /// The same measure as charts write it.
  var chartFormat: ValueFormat {
    switch unit {
    case .money(let currency): ValueFormat(.money(currency.code), locale: numbers)
    case .count: ValueFormat(.count, locale: numbers)
    case .share: ValueFormat(.percent, locale: numbers)
    case .plain: ValueFormat(.plain, locale: numbers)
    }
  }

  func text(_ value: Double?) -> String { chartFormat.text(value) }

  /// A whole number; counts in full.
  func text(_ value: Int) -> String { unit == .count ? numbers.number(Double(value)) : text(Double(value)) }

  /// One figure more from 100 of a suffix on: `£184.2k`.
  func headline(_ value: Double?) -> String {
    switch unit {
    case .money(let currency): numbers.money(value, code: currency.code, tile: true)
    case .count, .share, .plain: text(value)
    }
  }

  /// With its sign, from which no line break parts it.
  func signed(_ value: Double?) -> String { Self.joined(chartFormat.signed(value)) }

  private static func joined(_ text: String) -> String {
    guard let sign = text.first, sign == "+" || text.hasPrefix(Charting.NumberFormat.minus) else { return text }
    return "\(sign)\u{2060}\(text.dropFirst())"
  }

  /// A difference of shares, in points: `5 points`, `1 point`, `0.4 points`.
  static func points(_ share: Double) -> String {
    let shown = (share * 1_000).rounded() / 10
    return pointsText(
      Charting.NumberFormat.current.number(shown, decimals: shown.rounded() == shown ? 0 : 1))
  }

  /// With its sign and one decimal, so that figures below each other end alike: `+1.2 points`.
  static func signedPoints(_ share: Double) -> String {
    let shown = (share * 1_000).rounded() / 10
    let digits = Charting.NumberFormat.current.number(abs(shown), decimals: 1)
    return pointsText((shown > 0 ? "+" : shown < 0 ? Charting.NumberFormat.minus : "") + digits)
  }

  static func pointsText(_ digits: String) -> String {
    phrase("{digits} point", "{digits} points", of: digits == "1" ? 1 : 2, ["digits": digits])
  }

  func range(_ low: Double?, _ high: Double?) -> String { Self.range(text(low), text(high), numbers) }

  /// A unit that follows both numbers after a space is written once: `8,10–10,4 Tsd. £`.
  static func range(_ low: String, _ high: String, _ numbers: Charting.NumberFormat) -> String {
    let unit = unit(of: high)
    let isShared = unit.first?.isWhitespace == true && unit == Self.unit(of: low)
    let both = numbers.range(low, high)
    // "−4 % to 5 %" stays: the word between asks for both.
    guard isShared, both.contains("\u{2013}") else { return unbroken(both) }
    return unbroken(numbers.range(String(low.dropLast(unit.count)), high))
  }

  private static func unit(of text: String) -> Substring {
    guard let last = text.lastIndex(where: \.isNumber) else { return "" }
    return text[text.index(after: last)...]
  }

  static func unbroken(_ range: String) -> String {
    var text = ""
    for scalar in range.unicodeScalars {
      if scalar == "\u{2013}" { text += dash } else { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// Every digit, for tables: `184,213`.
  func exact(_ value: Double?, decimals: Int) -> String {
    switch unit {
    case .money(let currency): numbers.money(value, code: currency.code, decimals: decimals)
    case .share: value.map { numbers.number($0 * 100, decimals: decimals) + numbers.percentSign } ?? Self.missing
    case .count, .plain: numbers.number(value, decimals: decimals)
    }
  }
}
