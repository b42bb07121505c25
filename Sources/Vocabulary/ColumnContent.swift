/// What a column's cells look like, whatever they mean.
package enum ColumnContent: String, Sendable, CaseIterable {
  case empty, day, whole, number
  /// With a currency beside it.
  case amount
  case percent
  /// `1:02:03`.
  case clock
  case email
  /// The code of a currency.
  case code
  case text

  /// As a sentence for people says it.
  package var words: String {
    switch self {
    case .empty: "empty"
    case .day: "dates"
    case .whole: "whole numbers"
    case .number: "numbers"
    case .amount: "amounts with a currency"
    case .percent: "percentages"
    case .clock: "times or durations"
    case .email: "e-mail addresses"
    case .code: "currency codes"
    case .text: "text"
    }
  }
}
