import Analysis
import Vocabulary

/// `Revenue £217k → £215.7k`, and why, as far as that is known.
struct RestatedWords {
  let figure: String
  let reported: String
  let now: String
  let causes: [String]

  init(_ restated: Retrospect.Restated, currency: Currency) {
    let quantity = restated.measure.quantity(currency)
    figure = restated.measure.label(currency)
    (reported, now) = Self.told(restated.reported, restated.now, quantity)
    causes = restated.causes.map(\.words)
  }

  var change: String { "\(figure) \(reported) \u{2192} \(now)" }

  /// As short as figures are elsewhere, unless that would hide the difference.
  static func told(_ old: Double?, _ new: Double?, _ quantity: Quantity) -> (String, String) {
    func words(_ value: Double?, _ text: (Double) -> String) -> String { value.map(text) ?? phrase("no figure") }
    let short = (words(old) { quantity.text($0) }, words(new) { quantity.text($0) })
    if old == new || short.0 != short.1 { return short }
    let exact = (words(old) { quantity.exact($0, decimals: 2) }, words(new) { quantity.exact($0, decimals: 2) })
    return exact.0 != exact.1
      ? exact : (words(old) { quantity.exact($0, decimals: 5) }, words(new) { quantity.exact($0, decimals: 5) })
  }
}

extension Retrospect.Cause {
  var words: String {
    switch self {
    case .restatedRows(let file, let rows, let days):
      phrase(
        "{file} gave {count} row of {days} differently.", "{file} gave {count} rows of {days} differently.", of: rows,
        ["file": Names.breakable(file), "days": Dates.range(days)])
    case .withdrawnRows(let file, let rows, let days):
      phrase(
        "{file} no longer has {count} row of {days}.", "{file} no longer has {count} rows of {days}.", of: rows,
        ["file": Names.breakable(file), "days": Dates.range(days)])
    case .laterFile(let file): phrase("{file} was read after the report.", ["file": Names.breakable(file)])
    case .notOnRecord: phrase("No changed row is on record. Settings, rates or joined customers may differ.")
    }
  }
}
