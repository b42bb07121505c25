/// One measure as a chart writes it: its unit, how precisely, and in which locale.
package struct ValueFormat: Sendable, Equatable {
  package enum Unit: Sendable, Equatable {
    case count
    /// ISO 4217.
    case money(String)
    /// A share of 1.
    case percent
    case plain
  }

  package enum Precision: Sendable, Equatable {
    /// Three significant figures; counts below 10,000 in full.
    case compact
    case decimals(Int)
  }

  package let unit: Unit
  package let precision: Precision
  package let locale: NumberFormat

  package init(_ unit: Unit, _ precision: Precision = .compact, locale: NumberFormat = .current) {
    self.unit = unit
    self.precision = precision
    self.locale = locale
  }

  package func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return NumberFormat.missing }
    switch (unit, precision) {
    case (.count, .compact):
      let isWhole = value.rounded() == value
      return abs(value) < 10_000 && (isWhole || abs(value) >= 100) ? locale.number(value) : locale.compact(value)
    case (.plain, .compact): return locale.compact(value)
    case (.money(let code), .compact): return locale.money(value, code: code)
    case (.percent, .compact): return locale.percent(value)
    case (.count, .decimals(let places)), (.plain, .decimals(let places)):
      return locale.number(value, decimals: places)
    case (.money(let code), .decimals(let places)):
      return locale.money(value, code: code, decimals: places)
    case (.percent, .decimals(let places)):
      return locale.number(value * 100, decimals: places) + locale.percentSign
    }
  }

  /// With its sign always shown, except for zero.
  package func signed(_ value: Double?) -> String { locale.signed(value) { text($0) } }

  package func range(_ low: Double?, _ high: Double?) -> String { locale.range(text(low), text(high)) }

  /// Labels for axis ticks: one suffix and one number of decimals for all, as few as keep neighbours apart.
  package func ticks(_ values: [Double], signed: Bool = false) -> [String] {
    let factor = unit == .percent ? 100.0 : 1.0
    let largest = (values.map { abs($0) }.max() ?? 0) * factor
    if largest > 0 && largest < NumberFormat.tiny && unit != .percent { return tinyTicks(values, largest) }
    let suffix = unit == .percent ? nil : locale.suffixes.last { $0.scale <= largest && largest >= 1_000 }
    let scale = suffix?.scale ?? 1
    let shown = values.map { tidy($0 * factor / scale) }
    let decimals = shown.map { DecimalExpansion($0).decimalsNeeded }.max() ?? 0
    return zip(values, shown).map { value, scaled in
      guard value != 0 else { return unit == .percent ? "0" + locale.percentSign : "0" }
      let digits = locale.magnitude(scaled, decimals: decimals) + (suffix?.text ?? "")
      let sign = value < 0 ? NumberFormat.minus : signed ? "+" : ""
      switch unit {
      case .money(let code): return sign + locale.currency(digits, code: code)
      case .percent: return sign + digits + locale.percentSign
      case .count, .plain: return sign + digits
      }
    }
  }

  /// With one power of ten for all.
  private func tinyTicks(_ values: [Double], _ largest: Double) -> [String] {
    let exponent = decimalExponent(largest)
    let mantissas = values.map { DecimalExpansion(tidy($0)).shifted(by: -exponent).value }
    let decimals = mantissas.map { DecimalExpansion($0).decimalsNeeded }.max() ?? 0
    return mantissas.map { mantissa in
      guard mantissa != 0 else { return "0" }
      let text = locale.scientific(mantissa, decimals: decimals, exponent: exponent)
      let sign = mantissa < 0 ? NumberFormat.minus : ""
      if case .money(let code) = unit { return sign + locale.currency(text, code: code) }
      return sign + text
    }
  }

  /// Removes the last few bits, so that 3 × 0.1 asks for one decimal and not for seventeen.
  private func tidy(_ value: Double) -> Double {
    DecimalExpansion(value).rounded(toSignificant: 12).value
  }
}
