/// A coordinate or size: pixels down the page, per cent of the plot across it.
enum Length: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  case pixels(Double)
  case percent(Double)

  init(floatLiteral value: Double) { self = .pixels(value) }
  init(integerLiteral value: Int) { self = .pixels(Double(value)) }

  func write(to output: inout [UInt8]) {
    switch self {
    case .pixels(let value): Self.write(value, to: &output)
    case .percent(let value):
      Self.write(value, to: &output)
      output.append(UInt8(ascii: "%"))
    }
  }

  static func number(_ value: Double) -> String {
    var text: [UInt8] = []
    write(value, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// At most two decimals with a point, no trailing zeros, no −0, whatever the locale.
  static func write(_ value: Double, to output: inout [UInt8]) {
    precondition(value.isFinite, "a coordinate must be finite")
    let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
    var size = hundredths.magnitude
    var decimals = 2
    while decimals > 0, size.isMultiple(of: 10) {
      size /= 10
      decimals -= 1
    }
    // Twelve digits, a point and a sign at most. The digits are found from the last.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { text in
      var start = text.count
      func put(_ byte: UInt8) {
        start -= 1
        text[start] = byte
      }
      for _ in 0..<decimals {
        put(UInt8(ascii: "0") + UInt8(size % 10))
        size /= 10
      }
      if decimals > 0 { put(UInt8(ascii: ".")) }
      repeat {
        put(UInt8(ascii: "0") + UInt8(size % 10))
        size /= 10
      } while size > 0
      if hundredths < 0 { put(UInt8(ascii: "-")) }
      output.append(contentsOf: text[start...])
    }
  }
}
