/// A coordinate or size: pixels down the page, per cent of the plot across it.
enum Length: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  case pixels(Double)
  case percent(Double)

  init(floatLiteral value: Double) { self = .pixels(value) }
  init(integerLiteral value: Int) { self = .pixels(Double(value)) }

  var text: String {
    switch self {
    case .pixels(let value): Self.number(value)
    case .percent(let value): Self.number(value) + "%"
    }
  }

  /// At most two decimals with a point, no trailing zeros, no −0, whatever the locale.
  static func number(_ value: Double) -> String {
    precondition(value.isFinite, "a coordinate must be finite")
    let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
    let size = hundredths.magnitude
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = (size / 100, size % 100)
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
