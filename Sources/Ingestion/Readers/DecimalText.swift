/// A number cell's text as workbooks store it, made the shortest decimal text of the same value.
///
/// Workbooks write doubles with up to 17 figures and exponents: `0.10000000000000001` is 0.1, `1.5E-5` is 0.000015.
/// Whole numbers keep every figure, since identifiers may have more of them than a double holds. What a program wrote with
/// an exponent was a double, which beyond 2^53 skips whole numbers: it stays in that form, by which ids are known that have
/// lost their last figures.
enum DecimalText {
  /// 2^53.
  private static let greatestExact = 9_007_199_254_740_992.0

  /// Nil when the text is no finite number.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    if isShortest(text) { return Array(text) }
    guard text.count <= 64, text.allSatisfy(isNumeric), let value = Double(String(decoding: text, as: UTF8.self)),
      value.isFinite
    else { return nil }
    return value > greatestExact && text.contains { $0 | 0x20 == exponent } ? scientific(plain(value)) : plain(value)
  }

  /// Whether it can be left as it is: a whole number, or a fraction of at most fifteen figures that does not end in 0.
  @inline(__always)
  static func isShortest(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = text.first == minus ? 1 : 0
    let start = index
    while index < text.count, text[index] &- 0x30 <= 9 { index += 1 }
    let whole = index - start
    guard whole > 0, whole == 1 || text[start] != zero else { return false }
    if index == text.count { return start == 0 || whole > 1 || text[start] != zero }
    guard text[index] == point else { return false }
    index += 1
    while index < text.count, text[index] &- 0x30 <= 9 { index += 1 }
    return index == text.count && text[index - 1] != zero && text[index - 1] != point && index - start <= 16
  }

  /// The shortest decimal figures that read back as the same double, without an exponent.
  static func plain(_ value: Double) -> [UInt8] {
    let text = Array("\(value)".utf8)
    let sign = text.first == minus ? [minus] : []
    let mantissa = text.dropFirst(sign.count).prefix { $0 != exponent }
    let power = Int(String(decoding: text.drop { $0 != exponent }.dropFirst(), as: UTF8.self)) ?? 0
    let whole = mantissa.prefix { $0 != point }
    var figures = Array(whole) + mantissa.dropFirst(whole.count + 1)
    var place = whole.count + power
    while figures.count > 1, figures.last == zero, figures.count > place || place <= 0 { figures.removeLast() }
    if figures == [zero] { return figures }
    if place <= 0 {
      figures.insert(contentsOf: Array(repeating: zero, count: 1 - place), at: 0)
      place = 1
    }
    while figures.count < place { figures.append(zero) }
    while place > 1, figures[0] == zero {
      figures.removeFirst()
      place -= 1
    }
    return sign + figures[..<place] + (figures.count > place ? [point] + figures[place...] : [])
  }

  /// `6.49E+17` for 649 and fifteen noughts.
  private static func scientific(_ figures: [UInt8]) -> [UInt8] {
    var text = figures
    while text.count > 1, text.last == zero { text.removeLast() }
    if text.count > 1 { text.insert(point, at: 1) }
    return text + "E+\(figures.count - 1)".utf8
  }

  private static let minus = UInt8(ascii: "-")
  private static let point = UInt8(ascii: ".")
  private static let zero = UInt8(ascii: "0")
  private static let exponent = UInt8(ascii: "e")

  private static func isNumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || "+-.eE".utf8.contains(byte)
  }
}
