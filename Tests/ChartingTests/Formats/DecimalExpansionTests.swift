import Testing

@testable import Charting

@Suite struct DecimalExpansionTests {
  private func text(_ value: Double, _ decimals: Int) -> String {
    DecimalExpansion(value).magnitude(decimals: decimals, point: ".", group: ",")
  }

  @Test func roundsAsTheDigitsRead() {
    #expect(text(1.005, 2) == "1.01")
    #expect(text(2.5, 0) == "3")
    #expect(text(0.5, 0) == "1")
    #expect(text(0.049, 1) == "0.0")
    #expect(text(999.95, 1) == "1,000.0")
  }

  @Test func holdsTheWholeRange() {
    #expect(text(1e21, 0) == "1,000,000,000,000,000,000,000")
    #expect(text(1e-9, 9) == "0.000000001")
    #expect(DecimalExpansion(-0.0) == DecimalExpansion(0))
    #expect(DecimalExpansion(.greatestFiniteMagnitude).exponent == 309)
  }

  @Test func tiesGoAwayFromZeroAtEveryPlace() {
    #expect(text(9.5, 0) == "10")
    #expect(text(0.95, 1) == "1.0")
    #expect(text(0.4999, 0) == "0" && text(0.05, 0) == "0")
    #expect(text(1_234_567.891, 2) == "1,234,567.89")
    #expect(text(.leastNonzeroMagnitude, 3) == "0.000")
    #expect(DecimalExpansion(1_250).rounded(toSignificant: 2).value == 1_300)
    #expect(DecimalExpansion(-1_249.99).rounded(toSignificant: 2).value == -1_200)
    #expect(DecimalExpansion(-0.004).rounded(toDecimals: 2) == DecimalExpansion(0))
    #expect(DecimalExpansion(1_250).rounded(toDecimals: -2).value == 1_300)
    #expect(DecimalExpansion(45).rounded(toDecimals: -2).isZero && !DecimalExpansion(50).rounded(toDecimals: -2).isZero)
  }

  /// Halves that lie a bit below or above in binary, ends of the range in which digits are not asked for, and zero.
  @Test func theShortWayRoundsAsTheDigitsRead() {
    func decimals(_ value: Double, _ places: Int) -> Double {
      DecimalExpansion.rounding(value, toDecimals: places).value
    }
    func figures(_ value: Double, _ count: Int) -> Double {
      DecimalExpansion.rounding(value, toSignificant: count).value
    }
    #expect(decimals(1.005, 2) == 1.01 && decimals(0.285, 2) == 0.29 && decimals(2.675, 2) == 2.68)
    #expect(decimals(-1.005, 2) == -1.01 && decimals(1_250, -2) == 1_300 && decimals(0.1 + 0.2, 3) == 0.3)
    #expect(decimals(999_999_999.5, 0) == 1_000_000_000 && decimals(1e15 + 0.5, 0) == 1e15 + 1)
    #expect(figures(1.235, 3) == 1.24 && figures(99.95, 3) == 100 && figures(0.000_012_345, 3) == 0.000_012_3)
    #expect(figures(1e-5, 3) == 1e-5 && figures(9.999e-6, 3) == 1e-5 && figures(999_999_999, 3) == 1e9)
    #expect(DecimalExpansion.rounding(-0.004, toDecimals: 2) == DecimalExpansion(0))
    #expect(DecimalExpansion.rounding(0, toSignificant: 3) == DecimalExpansion(0))
  }

  /// Against rounding done by hand on the decimal digits that Swift prints.
  @Test func tenThousandNumbersRoundAsTheirDigits() {
    var state: UInt64 = 20_261_122
    func draw() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    for _ in 0..<10_000 {
      // Whole numbers, amounts with few decimals, and all bits at random within 10^±15.
      let bits = draw()
      let size: Double =
        switch bits % 3 {
        case 0: Double(draw() % 1_000_000_000_000)
        case 1: Double(draw() % 100_000_000) / 1_000
        default: Double(sign: .plus, exponent: Int(draw() % 100) - 50, significand: 1 + Double(draw() >> 12) * 0x1p-52)
        }
      let value = bits & 8 == 0 ? size : -size
      #expect(DecimalExpansion(value).value == value)
      let decimals = Int(draw() % 6)
      #expect(text(value, decimals) == byHand(size, decimals), "\(value) to \(decimals)")
      let short = DecimalExpansion.rounding(value, toDecimals: decimals)
      #expect(short == DecimalExpansion(value).rounded(toDecimals: decimals), "\(value) to \(decimals)")
      let count = 1 + decimals
      let figures = DecimalExpansion.rounding(value, toSignificant: count)
      #expect(figures == DecimalExpansion(value).rounded(toSignificant: count), "\(value) to \(count) figures")
    }
  }

  private func byHand(_ size: Double, _ decimals: Int) -> String {
    let parts = size.description.split(separator: "e")
    let (whole, fraction) = (parts[0].split(separator: ".")[0], parts[0].split(separator: ".")[1])
    var digits = (whole + fraction).compactMap(\.wholeNumberValue)
    var point = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    if point < 1 {
      digits = Array(repeating: 0, count: 1 - point) + digits
      point = 1
    }
    digits += Array(repeating: 0, count: max(0, point + decimals + 1 - digits.count))
    var kept = [0] + digits[..<(point + decimals)]
    if digits[point + decimals] >= 5 {
      var place = kept.count - 1
      while kept[place] == 9 {
        kept[place] = 0
        place -= 1
      }
      kept[place] += 1
    }
    var before = kept.prefix(point + 1).drop { $0 == 0 }.map(String.init)
    if before.isEmpty { before = ["0"] }
    var grouped = ""
    for (index, digit) in before.enumerated() {
      if index > 0, (before.count - index).isMultiple(of: 3) { grouped += "," }
      grouped += digit
    }
    let after = kept.suffix(decimals).map(String.init).joined()
    return decimals == 0 ? grouped : grouped + "." + after
  }
}
