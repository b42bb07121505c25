/// A finite number written out in decimal digits: value = ±0.d₁d₂d₃… × 10^exponent.
///
/// Built from the shortest digits that read back as the same `Double`, so 1.005 rounds to 1.01 as a reader expects.
/// Digits hold no leading and no trailing zero; zero has no digits and no sign.
struct DecimalExpansion: Equatable {
  private(set) var isNegative: Bool
  private(set) var digits: [UInt8]
  private(set) var exponent: Int

  /// - Parameter value: finite.
  init(_ value: Double) {
    precondition(value.isFinite, "DecimalExpansion needs a finite number")
    var digits: [UInt8] = []
    var pointAt: Int?
    var power = 0
    let parts = abs(value).description.split(separator: "e")
    for byte in parts[0].utf8 {
      if byte == UInt8(ascii: ".") {
        pointAt = digits.count
      } else {
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    if parts.count > 1 { power = Int(parts[1]) ?? 0 }
    exponent = (pointAt ?? digits.count) + power
    self.digits = digits
    isNegative = value < 0
    normalise()
  }

  /// Half away from zero, to `decimals` places after the point (negative: before it).
  func rounded(toDecimals decimals: Int) -> DecimalExpansion { keeping(exponent + decimals) }

  /// Half away from zero, to `count` significant digits.
  func rounded(toSignificant count: Int) -> DecimalExpansion { keeping(count) }

  /// The nearest `Double`.
  var value: Double {
    let text = magnitude(decimals: decimalsNeeded, point: ".", group: "")
    return Double((isNegative ? "-" : "") + text) ?? 0
  }

  /// Times 10^places, exactly.
  func shifted(by places: Int) -> DecimalExpansion {
    var copy = self
    if !digits.isEmpty { copy.exponent += places }
    return copy
  }

  /// The magnitude with exactly `decimals` places; the sign is the caller's to place.
  func magnitude(decimals: Int, point: String, group: String) -> String {
    let number = rounded(toDecimals: decimals)
    func digit(at place: Int) -> UInt8 {
      place >= 0 && place < number.digits.count ? number.digits[place] : 0
    }
    var text = ""
    let wholeCount = max(number.exponent, 1)
    for place in 0..<wholeCount {
      let left = wholeCount - place
      if place > 0 && left.isMultiple(of: 3) { text += group }
      text += number.exponent >= 1 ? "\(digit(at: place))" : "0"
    }
    guard decimals > 0 else { return text }
    text += point
    for place in 0..<decimals {
      text += "\(digit(at: number.exponent + place))"
    }
    return text
  }

  /// Places after the point that the digits need.
  var decimalsNeeded: Int { max(0, digits.count - exponent) }

  private func keeping(_ count: Int) -> DecimalExpansion {
    var copy = self
    guard count < digits.count else { return copy }
    guard count >= 0 else {
      copy.digits = []
      copy.normalise()
      return copy
    }
    let roundsUp = digits[count] >= 5
    copy.digits = Array(digits[..<count])
    if roundsUp {
      var place = count - 1
      while place >= 0 && copy.digits[place] == 9 {
        copy.digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        copy.digits[place] += 1
      } else {
        copy.digits.insert(1, at: 0)
        copy.exponent += 1
      }
    }
    copy.normalise()
    return copy
  }

  private mutating func normalise() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }
}
