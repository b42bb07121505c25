import Charting

/// What every kind of chart must survive: as values, names and days that a kind takes as its own data.
package enum EdgeCase: String, CaseIterable, Sendable {
  case none, one, two, equal, zero, negative
  case notNumbers = "not-numbers"
  case large, tiny, many, duplicates
  case sixtyCharacters = "sixty-characters"
  case rightToLeft = "right-to-left"
  case chinese, emoji, markup
  case weekFiftyThree = "week-53"
  case openIntervals = "open-intervals"

  package var title: String {
    switch self {
    case .none: "Nothing"
    case .one: "One"
    case .two: "Two"
    case .equal: "All equal"
    case .zero: "All zero"
    case .negative: "Negative"
    case .notNumbers: "Not numbers"
    case .large: "1e12"
    case .tiny: "1e-9"
    case .many: "500"
    case .duplicates: "Duplicate names"
    case .sixtyCharacters: "Names of 60 characters"
    case .rightToLeft: "Right to left"
    case .chinese: "Chinese, Japanese, Korean"
    case .emoji: "Emoji"
    case .markup: "Injected HTML"
    case .weekFiftyThree: "Week 53"
    case .openIntervals: "Open intervals"
    }
  }

  /// In any unit.
  package var values: [Double?] {
    switch self {
    case .none: []
    case .one: [1_200]
    case .two: [1_200, 800]
    case .equal: [500, 500, 500, 500, 500]
    case .zero: [0, 0, 0, 0, 0]
    case .negative: [-400, -1_200, 300, -50, 120]
    case .notNumbers: [.nan, nil, .infinity, 700, -.infinity, 300]
    case .large: [1e12, 4e11, 9.9e11, 1, 6e11]
    case .tiny: [1e-9, 4e-9, 2.5e-9, 3e-9, 0]
    case .many: (0..<500).map { Double(1 + ($0 * 7_919) % 500) }
    case .weekFiftyThree: (0..<8).map { 700 + Double(($0 * 37) % 23) * 10 }
    default: [900, 400, 650, 120, 340]
    }
  }

  /// Shares of 1, but for values that are no shares.
  package var shares: [Double?] {
    switch self {
    case .negative: [-0.4, 0.6, 0.3]
    case .large: [1e12, 0.5, 0.2]
    case .tiny: [1e-9, 4e-9, 2.5e-9]
    case .notNumbers: [.nan, nil, .infinity, 0.7, -.infinity, 0.3]
    default: values.map { $0.map { $0 / 1_300 } }
    }
  }

  package var names: [String] {
    let own: [String] =
      switch self {
      case .duplicates: ["The same name"]
      case .sixtyCharacters:
        [
          "A campaign name that is exactly sixty characters long, truly",
          "UK_Brand_ExactMatch_HighIntent_ReturningPurchasers_2026Q4_v2",
        ]
      case .rightToLeft: ["חיפוש ממומן ופרסום", "حملة العودة إلى المدارس", "חיפוש (UK) 2026"]
      case .chinese: ["東京のオンライン広告キャンペーン2026年秋の大セール", "搜索广告", "검색 광고 캠페인 2026년 가을 세일"]
      case .emoji: ["👨‍👩‍👧‍👦 Family 🎉", "🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈", "É́́́́ combining"]
      case .markup:
        [
          "<script>alert(\"x\")&'</script>", "</title></svg><img/src=x/onerror=alert(1)>", "\"/onload=\"x", "",
          "{{headline}}",
        ]
      default: []
      }
    return values.indices.map { own.isEmpty ? "Item \($0 + 1)" : own[$0 % own.count] }
  }

  /// Mondays, one per value; those of week 53 of 2026 run over the turn of the year.
  package var days: [Int] {
    let first =
      self == .weekFiftyThree
      ? CivilDate.dayNumber(year: 2026, month: 11, day: 30) : CivilDate.dayNumber(year: 2026, month: 3, day: 2)
    return values.indices.map { first + 7 * $0 }
  }

  package func estimate(_ value: Double?, _ index: Int) -> Estimate {
    guard let value else { return Estimate(nil) }
    let room = abs(value) * 0.3
    guard self == .openIntervals else { return Estimate(value, low: value - room, high: value + room) }
    switch index % 4 {
    case 0: return Estimate(value, low: nil, high: value + room)
    case 1: return Estimate(value, low: value - room, high: .nan)
    case 2: return Estimate(value, low: -.infinity, high: .infinity)
    default: return Estimate(value, low: value, high: value)
    }
  }
}
