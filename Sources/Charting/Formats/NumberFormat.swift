/// How numbers are written for people in one locale: at most three significant figures in compact form, U+2212 as
/// the minus, en dash ranges without spaces. A missing or non-finite number is an en dash.
///
/// Machine-readable numbers are never written with it: see `NumbersTable.csv`.
package struct NumberFormat: Sendable, Equatable {
  /// A short scale word: 1,000 → "k".
  package struct Suffix: Sendable, Equatable {
    package let scale: Double
    package let text: String

    package init(_ scale: Double, _ text: String) {
      self.scale = scale
      self.text = text
    }
  }

  /// Where the sign of a currency stands.
  package enum CurrencyPlace: Sendable, Equatable {
    /// `£12`; a sign of more than two letters stands apart.
    case before
    /// `€ 12`
    case beforeApart
    /// `12 €`
    case after
  }

  package var decimalPoint: String
  package var groupSeparator: String
  /// The fewest digits before the point that are grouped.
  package var leastGrouped = 4
  /// Ascending by scale.
  package var suffixes: [Suffix]
  package var currencyPlace: CurrencyPlace
  package var percentSign: String
  /// Before a bound that a number stays below: "under 0.1%".
  package var under: String
  /// Before a bound that a number stays above: "over 99%".
  package var over: String
  /// Between the ends of a range that holds a negative number, where a dash would read as a minus.
  package var to: String

  package static let missing = "\u{2013}"
  package static let minus = "\u{2212}"

  /// Every digit before the point, `decimals` after it: `1,204`, `−2.50`.
  package func number(_ value: Double?, decimals: Int = 0) -> String {
    guard let value, value.isFinite else { return Self.missing }
    let digits = DecimalExpansion.rounding(value, toDecimals: decimals)
    return (digits.isNegative ? Self.minus : "") + written(digits, decimals: decimals)
  }

  /// Three significant figures with a suffix: `950`, `9.50k`, `12.4k`, `184k`, `1.25m`.
  /// - Parameter tile: one more figure from 100 of a suffix on, as in a KPI tile: `184.2k`.
  package func compact(_ value: Double?, tile: Bool = false) -> String {
    guard let value, value.isFinite else { return Self.missing }
    return sign(value) + compactMagnitude(value, tile: tile)
  }

  /// `£184k`, `−£2.20k`, `12,4 Tsd. €`; below 100 with pence unless they are zero.
  /// - Parameter code: ISO 4217; a code without a known symbol is written out.
  package func money(_ value: Double?, code: String, tile: Bool = false) -> String {
    guard let value, value.isFinite else { return Self.missing }
    let size = abs(value)
    let written: String
    if size < 100 {
      let pence = DecimalExpansion.rounding(size, toDecimals: 2)
      if size > 0 && pence.isZero {
        written = trimmed(size)
      } else {
        written = magnitude(size, decimals: pence.decimalsNeeded == 0 ? 0 : 2)
      }
    } else {
      written = compactMagnitude(size, tile: tile)
    }
    return sign(value) + currency(written, code: code)
  }

  /// `£37.13`, with exactly `decimals` places.
  package func money(_ value: Double?, code: String, decimals: Int) -> String {
    guard let value, value.isFinite else { return Self.missing }
    return sign(of: value, decimals: decimals) + currency(magnitude(value, decimals: decimals), code: code)
  }

  /// A share of 1 in per cent: no decimals from 10% on, one below, `under 0.1%` for less than that and `over 99%` for
  /// what is nearly but not quite all.
  package func percent(_ rate: Double?) -> String {
    guard let rate, rate.isFinite else { return Self.missing }
    // Decimal digits are shifted, because 0.07 × 100 is 7.000000000000001.
    let size = DecimalExpansion(abs(rate)).rounded(toDecimals: 12)
    if size.isZero { return "0" + percentSign }
    let minus = rate < 0 ? Self.minus : ""
    if size.exponent < -2 { return "\(under) \(minus)" + "0" + decimalPoint + "1" + percentSign }
    if size.value < 1, size.rounded(toDecimals: 2).value >= 1 { return "\(over) \(minus)" + "99" + percentSign }
    let whole = size.rounded(toDecimals: 3).exponent >= 0
    let points = size.shifted(by: 2)
    return minus + written(points, decimals: whole ? 0 : 1) + percentSign
  }

  /// With a plus when positive and nothing before zero: `+£6.2k`. `text` writes the magnitude.
  package func signed(_ value: Double?, _ text: (Double) -> String) -> String {
    guard let value, value.isFinite else { return Self.missing }
    return (value > 0 ? "+" : value < 0 ? Self.minus : "") + text(abs(value))
  }

  /// `£3.9–£5.3`; `−£4k to £0` when an end is negative.
  package func range(_ low: String, _ high: String) -> String {
    let negative = low.hasPrefix(Self.minus) || high.hasPrefix(Self.minus)
    return negative ? "\(low) \(to) \(high)" : low + "\u{2013}" + high
  }

  /// The symbol in the place where the locale puts it.
  package func currency(_ magnitude: String, code: String) -> String {
    let symbol = Self.symbol(code)
    return switch currencyPlace {
    case .after: magnitude + "\u{A0}" + symbol
    case .beforeApart: symbol + "\u{A0}" + magnitude
    case .before: symbol.count > 2 ? symbol + "\u{A0}" + magnitude : symbol + magnitude
    }
  }

  func magnitude(_ value: Double, decimals: Int) -> String {
    written(DecimalExpansion.rounding(value, toDecimals: decimals), decimals: decimals)
  }

  private func written(_ number: DecimalExpansion, decimals: Int) -> String {
    let isGrouped = number.rounded(toDecimals: decimals).exponent >= leastGrouped
    return number.magnitude(decimals: decimals, point: decimalPoint, group: isGrouped ? groupSeparator : "")
  }

  /// `2.55×10⁻⁸`: the mantissa with `decimals` places.
  func scientific(_ mantissa: Double, decimals: Int, exponent: Int) -> String {
    let raised = "\(exponent)".map { Self.superscripts[$0] ?? String($0) }.joined()
    return magnitude(mantissa, decimals: decimals) + "×10" + raised
  }

  private static let superscripts: [Character: String] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]

  /// Below this, zeros after the point are counted for the reader as a power of ten.
  static let tiny = 0.0001

  /// At most three significant figures, without trailing zeros.
  private func trimmed(_ value: Double) -> String {
    let number = DecimalExpansion.rounding(value, toSignificant: 3)
    if value > 0 && value < Self.tiny {
      let mantissa = number.shifted(by: 1 - number.exponent)
      return scientific(mantissa.value, decimals: mantissa.decimalsNeeded, exponent: number.exponent - 1)
    }
    return written(number, decimals: number.decimalsNeeded)
  }

  private func compactMagnitude(_ value: Double, tile: Bool) -> String {
    let size = abs(value)
    var index = suffixes.lastIndex { $0.scale <= size }
    var figures = figuresFor(size, suffix: index, tile: tile)
    let next = (index ?? -1) + 1
    // 999,960 is 1.00m and not 1,000k; three figures lie within half a hundredth.
    if next < suffixes.count, size > 0.99 * suffixes[next].scale,
      rounded(size, suffix: index, figures) >= suffixes[next].scale
    {
      index = next
      figures = 3
    }
    guard let index else {
      return size >= 100 ? magnitude(size, decimals: 0) : trimmed(size)
    }
    let scaled = DecimalExpansion.rounding(size / suffixes[index].scale, toSignificant: figures)
    let decimals = max(0, figures - max(scaled.exponent, 1))
    return written(scaled, decimals: decimals) + suffixes[index].text
  }

  private func figuresFor(_ size: Double, suffix: Int?, tile: Bool) -> Int {
    guard tile, let suffix else { return 3 }
    return size / suffixes[suffix].scale >= 100 ? 4 : 3
  }

  private func rounded(_ size: Double, suffix: Int?, _ figures: Int) -> Double {
    let scale = suffix.map { suffixes[$0].scale } ?? 1
    let unit = powerOfTen(max(0, figures - max(DecimalExpansion(size / scale).exponent, 1)))
    return (size / scale * unit).rounded() / unit * scale
  }

  private func sign(_ value: Double) -> String { value < 0 ? Self.minus : "" }

  private func sign(of value: Double, decimals: Int) -> String {
    DecimalExpansion.rounding(value, toDecimals: decimals).isNegative ? Self.minus : ""
  }
}
