import Vocabulary

/// What a field holds.
package enum FieldType: String, Sendable, CaseIterable {
  /// `word` is one of a few: a kind, a state.
  case day, money, number, count, duration, text, id, email, phone, currency, channel, flag, word

  /// The units that its values may come in, the usual one first.
  package var units: [FieldUnit] {
    switch self {
    case .money, .number: [.units, .cents, .micros] + FieldUnit.multiples
    case .count: [.units] + FieldUnit.multiples
    case .day: [.days, .weeks, .weeksEnding, .months]
    case .duration: [.seconds, .milliseconds, .minutes, .hours, .clock]
    default: []
    }
  }
}

/// What a column's figures are counted in.
package enum FieldUnit: String, Sendable, CaseIterable {
  case units, cents, micros, thousands, tenThousands, lakhs, millions, crores, billions
  case percent
  /// What a row's date stands for: that day, the seven days from it on or up to it, its month.
  case days, weeks, weeksEnding, months
  case seconds, milliseconds, minutes, hours
  /// `1:02:03` or `2:03`: hours, minutes and seconds.
  case clock

  static let multiples = allCases.filter { $0.multiple != nil }

  /// How many things one of it is; nil of single things and of parts.
  var multiple: Int64? {
    switch self {
    case .thousands: 1_000
    case .tenThousands: 10_000
    case .lakhs: 100_000
    case .millions: 1_000_000
    case .crores: 10_000_000
    case .billions: 1_000_000_000
    default: nil
    }
  }

  /// A figure's millionths in the field's own unit (money in major units, durations in seconds); nil where they do
  /// not fit. `currency`: whose smallest units `cents` are.
  func scaled(_ micros: Int64, in currency: Currency? = nil) -> Int64? {
    switch self {
    case .units, .seconds, .clock, .days, .weeks, .weeksEnding, .months: micros
    case .cents: FieldUnit.divided(micros, by: currency?.minorUnits ?? 100)
    case .percent: FieldUnit.divided(micros, by: 100)
    case .micros: FieldUnit.divided(micros, by: 1_000_000)
    case .milliseconds: FieldUnit.divided(micros, by: 1_000)
    case .thousands, .tenThousands, .lakhs, .millions, .crores, .billions:
      multiple.flatMap { FieldUnit.multiplied(micros, by: $0) }
    case .minutes: FieldUnit.multiplied(micros, by: 60)
    case .hours: FieldUnit.multiplied(micros, by: 3_600)
    }
  }

  /// Rounded half away from zero.
  private static func divided(_ micros: Int64, by divisor: Int64) -> Int64 {
    let (quotient, rest) = micros.quotientAndRemainder(dividingBy: divisor)
    return quotient + (rest.magnitude * 2 >= divisor.magnitude ? rest.signum() : 0)
  }

  private static func multiplied(_ micros: Int64, by factor: Int64) -> Int64? {
    let (product, overflow) = micros.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }
}
