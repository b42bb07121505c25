import Analysis
import Vocabulary

/// The figures by which reports of many businesses are set side by side, and what of them asks for a look.
enum AttentionRule {
  static let measures: [Overview.Measure] = [.revenue, .revenuePerSpend, .costPerNewCustomer]

  static func attention(_ findings: Findings) -> Attention {
    let overview = findings.overview.finding
    let isBad = measures.contains { measure in
      guard let tile = overview?.tile(measure), let value = tile.value else { return false }
      return Standing(value, tile.usualRange).judgement(measure) < 0
    }
    if isBad { return .outOfRange }
    let isIncomplete = measures.contains { (overview?.tile($0)?.leftOut ?? 0) > 0 }
    return isIncomplete || !findings.dataQuality.missing(in: findings.week.window).isEmpty ? .missingData : .none
  }
}

extension Standing {
  /// 1: outside the usual range on the good side; −1: on the bad one; 0: inside, or neither side is better.
  func judgement(_ measure: Overview.Measure) -> Int {
    switch self {
    case .above: measure.goodDirection
    case .below: -measure.goodDirection
    case .inside, .unknown: 0
    }
  }
}
