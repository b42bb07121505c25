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
    var size = hundredths.magnitude
    var decimals = 2
    while decimals > 0, size.isMultiple(of: 10) {
      size /= 10
      decimals -= 1
    }
    var length = 1
    var power: UInt = 10
    while power <= size || length <= decimals {
      power *= 10
      length += 1
    }
    return String(unsafeUninitializedCapacity: 16) { text in
      let start = hundredths < 0 ? 1 : 0
      let end = start + length + (decimals > 0 ? 1 : 0)
      if start > 0 { text[0] = UInt8(ascii: "-") }
      // The digits are found from the last.
      for place in (start..<end).reversed() {
        if decimals > 0, place == end - 1 - decimals {
          text[place] = UInt8(ascii: ".")
        } else {
          text[place] = UInt8(ascii: "0") + UInt8(size % 10)
          size /= 10
        }
      }
      return end
    }
  }
}
