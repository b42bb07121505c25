/// A finite number written out in decimal digits: value = ±0.d₁d₂d₃… × 10^exponent.
///
/// Built from the shortest digits that read back as the same `Double`, so 1.005 rounds to 1.01 as a reader expects.
/// Digits hold no leading and no trailing zero; zero has no digits and no sign.
struct DecimalExpansion: Equatable {
  private(set) var isNegative: Bool
  private(set) var exponent: Int
  /// d₁d₂d₃… as a whole number, below 10^17.
  private var digits: UInt64
  private(set) var digitCount: Int

  /// - Parameter value: finite.
  init(_ value: Double) {
    precondition(value.isFinite, "DecimalExpansion needs a finite number")
    let size = abs(value)
    var power = 0
    // Below 2^53 the digits of a whole number are all its own.
    if size < 0x1p53, size.rounded() == size {
      digits = UInt64(size)
    } else {
      (digits, power) = Self.shortest(size)
    }
    digitCount = Self.length(of: digits)
    exponent = digitCount + power
    isNegative = value < 0
    normalise()
  }

  /// `DecimalExpansion(value).rounded(toDecimals:)`. O(1) where no half is near.
  static func rounding(_ value: Double, toDecimals decimals: Int) -> DecimalExpansion {
    DecimalExpansion(near: value, shiftedBy: decimals) ?? DecimalExpansion(value).rounded(toDecimals: decimals)
  }

  /// `DecimalExpansion(value).rounded(toSignificant:)`. O(1) where no half is near.
  static func rounding(_ value: Double, toSignificant count: Int) -> DecimalExpansion {
    let size = abs(value)
    var exponent = 0
    if size >= 1e-5, size < 1e9 {
      while size >= Self.powers[exponent + 5] { exponent += 1 }
      while size < Self.powers[exponent + 4] { exponent -= 1 }
      if let near = DecimalExpansion(near: value, shiftedBy: count - exponent) { return near }
    }
    return DecimalExpansion(value).rounded(toSignificant: count)
  }

  /// 10⁻⁵…10⁹, each the nearest `Double`.
  private static let powers = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// The whole number next to value × 10^places, as that many digits of the value. Nil where a half is so near that only
  /// the shortest digits can tell: below 10⁹ these and one multiplication are together less than 5 × 10⁻⁷ off.
  private init?(near value: Double, shiftedBy places: Int) {
    guard abs(places) <= 15 else { return nil }
    let scaled = places >= 0 ? abs(value) * powerOfTen(places) : abs(value) / powerOfTen(-places)
    guard scaled < 1e9 else { return nil }
    let whole = scaled.rounded(.down)
    let rest = scaled - whole
    guard abs(rest - 0.5) > 1e-6 else { return nil }
    digits = UInt64(whole) + (rest > 0.5 ? 1 : 0)
    digitCount = Self.length(of: digits)
    exponent = digitCount - places
    isNegative = value < 0
    normalise()
  }

  var isZero: Bool { digits == 0 }

  /// Half away from zero, to `decimals` places after the point (negative: before it).
  func rounded(toDecimals decimals: Int) -> DecimalExpansion { keeping(exponent + decimals) }

  /// Half away from zero, to `count` significant digits.
  func rounded(toSignificant count: Int) -> DecimalExpansion { keeping(count) }

  /// The nearest `Double`.
  var value: Double {
    let power = exponent - digitCount
    // Both are exact, so that one rounding is all there is.
    if digits < 1 << 53, abs(power) <= 22 {
      let size = power < 0 ? Double(digits) / powerOfTen(-power) : Double(digits) * powerOfTen(power)
      return isNegative ? -size : size
    }
    let text = magnitude(decimals: decimalsNeeded, point: ".", group: "")
    return Double((isNegative ? "-" : "") + text) ?? 0
  }

  /// Times 10^places, exactly.
  func shifted(by places: Int) -> DecimalExpansion {
    var copy = self
    if !isZero { copy.exponent += places }
    return copy
  }

  /// The magnitude with exactly `decimals` places; the sign is the caller's to place.
  func magnitude(decimals: Int, point: String, group: String) -> String {
    let number = rounded(toDecimals: decimals)
    let wholeCount = max(number.exponent, 1)
    let decimals = max(decimals, 0)
    let length =
      wholeCount + (wholeCount - 1) / 3 * group.utf8.count + (decimals > 0 ? point.utf8.count + decimals : 0)
    return String(unsafeUninitializedCapacity: length) { text in
      var end = 0
      func append(_ byte: UInt8) {
        text[end] = byte
        end += 1
      }
      var rest = number.digits
      var divisor = Self.power(number.digitCount - 1)
      func appendNextDigit() {
        append(UInt8(ascii: "0") + UInt8(divisor == 0 ? 0 : rest / divisor))
        if divisor > 0 { rest %= divisor }
        divisor /= 10
      }
      for place in 0..<wholeCount {
        if place > 0 && (wholeCount - place).isMultiple(of: 3) { group.utf8.forEach(append) }
        if number.exponent >= 1 { appendNextDigit() } else { append(UInt8(ascii: "0")) }
      }
      if decimals > 0 { point.utf8.forEach(append) }
      for place in 0..<decimals {
        if number.exponent + place >= 0 { appendNextDigit() } else { append(UInt8(ascii: "0")) }
      }
      return end
    }
  }

  /// Places after the point that the digits need.
  var decimalsNeeded: Int { max(0, digitCount - exponent) }

  /// The shortest digits as a whole number, and the power of ten that it is multiplied by.
  private static func shortest(_ size: Double) -> (digits: UInt64, power: Int) {
    var (digits, power, exponent): (UInt64, Int, Int) = (0, 0, 0)
    var (isAfterPoint, isExponent, exponentIsNegative) = (false, false, false)
    var text = size.description
    text.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "."): isAfterPoint = true
        case UInt8(ascii: "e"): isExponent = true
        case UInt8(ascii: "-"): exponentIsNegative = true
        case UInt8(ascii: "+"): break
        default:
          let digit = Int(byte - UInt8(ascii: "0"))
          if isExponent {
            exponent = exponent * 10 + digit
          } else {
            digits = digits * 10 + UInt64(digit)
            if isAfterPoint { power -= 1 }
          }
        }
      }
    }
    return (digits, power + (exponentIsNegative ? -exponent : exponent))
  }

  private func keeping(_ count: Int) -> DecimalExpansion {
    var copy = self
    guard count < digitCount else { return copy }
    copy.digits = 0
    copy.digitCount = max(count, 0)
    if count >= 0 {
      let unit = Self.power(digitCount - count)
      copy.digits = digits / unit
      if digits % unit >= unit / 2 { copy.digits += 1 }
      if copy.digits == Self.power(count) {
        copy.digitCount += 1
        copy.exponent += 1
      }
    }
    copy.normalise()
    return copy
  }

  private mutating func normalise() {
    guard digits > 0 else {
      (digitCount, exponent, isNegative) = (0, 0, false)
      return
    }
    while digits.isMultiple(of: 10) {
      digits /= 10
      digitCount -= 1
    }
  }

  private static func length(of digits: UInt64) -> Int {
    var (rest, length) = (digits, 0)
    while rest > 0 {
      rest /= 10
      length += 1
    }
    return length
  }

  /// 10^exponent; 0 below 10⁰.
  private static func power(_ exponent: Int) -> UInt64 {
    if exponent < 0 { return 0 }
    var power: UInt64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
